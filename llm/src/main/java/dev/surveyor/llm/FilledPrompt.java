package dev.surveyor.llm;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt with everything in its place.
 *
 * @param name of the prompt; a label of metrics, so there are few
 * @param hash of the prompt as it was written, before anything was filled in
 */
public record FilledPrompt(String name, int version, String hash, List<Message> messages) {

    public FilledPrompt {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A prompt needs a message");
        }
    }

    /** The same with more turns at its end. */
    public FilledPrompt plus(Message... more) {
        List<Message> all = new ArrayList<>(messages);
        all.addAll(List.of(more));
        return new FilledPrompt(name, version, hash, all);
    }

    int characters() {
        return messages.stream().mapToInt(message -> message.text().length()).sum();
    }

    int tokens() {
        return messages.stream()
                .mapToInt(message -> TokenEstimate.tokens(message.text()) + TokenEstimate.PER_TURN)
                .sum();
    }
}
