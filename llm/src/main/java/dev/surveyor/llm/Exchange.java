package dev.surveyor.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One asking of one provider.
 *
 * @param schema what the provider is to keep its answer to, where it can; null: text
 * @param localOnly whether it may go to loopback and private addresses only
 * @param sink gets the answer piece by piece; null: it is wanted in one piece
 */
public record Exchange(
        List<Message> messages,
        @Nullable JsonSchema schema,
        double temperature,
        int answerTokensMax,
        boolean localOnly,
        @Nullable TokenSink sink) {

    public Exchange {
        messages = List.copyOf(messages);
    }
}
