package dev.surveyor.query.generate;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Holds;
import dev.surveyor.llm.JsonSchema;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.ModelRequest;
import dev.surveyor.llm.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a language model reword sentences about rows; what it makes of one counts where it says the
 * same.
 */
public final class Rewording {

    private static final Prompt PROMPT = Prompt.beside(Rewording.class, "reword");

    private static final JsonSchema ANSWER =
            JsonSchema.of(
                    "reworded",
                    """
                    {"type": "object", "required": ["sentences"], "additionalProperties": false,
                     "properties": {"sentences": {"type": "array", "maxItems": 5,
                       "items": {"type": "string", "maxLength": 600}}}}
                    """);

    private static final int ANSWER_TOKENS_MAX = 600;

    private Rewording() {}

    /**
     * Asks once.
     *
     * @param sentences that hold figures and names of an answer's rows
     * @return as many sentences, each ours or one that says the same; all ours where the model
     *     gives no answer
     * @throws LlmException with code {@code CANCELLED} when it was cancelled
     */
    public static List<String> of(
            List<String> sentences,
            LanguageModel model,
            ModelAccess access,
            Cancellation cancellation) {
        try {
            JsonNode said =
                    model.completeTo(
                                    ANSWER,
                                    new ModelRequest(
                                                    PROMPT.fill(
                                                            Map.of(
                                                                    "sentences",
                                                                    JsonMapper.shared()
                                                                            .writeValueAsString(
                                                                                    sentences))),
                                                    Set.of(Holds.NAMES, Holds.VALUES, Holds.ROWS),
                                                    access.mayLeave(),
                                                    access.budget())
                                            .withAnswerTokensMax(ANSWER_TOKENS_MAX),
                                    cancellation)
                            .json()
                            .path("sentences");
            return said.size() == sentences.size() ? checked(sentences, said) : sentences;
        } catch (LlmException e) {
            if (e.code() == LlmException.Code.CANCELLED) {
                throw e;
            }
            return sentences;
        }
    }

    private static List<String> checked(List<String> sentences, JsonNode said) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            String theirs = ModelReply.plain(said.path(i).asString(""));
            all.add(SameFacts.same(sentences.get(i), theirs) ? theirs : sentences.get(i));
        }
        return all;
    }
}
