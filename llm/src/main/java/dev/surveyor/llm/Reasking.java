package dev.surveyor.llm;

import java.util.Map;

/** What a model is told whose answer did not fit. */
final class Reasking {

    private static final Prompt PROMPT = Prompt.beside(Reasking.class, "reasking");

    private Reasking() {}

    static String text(JsonSchema.MisfitException misfit, JsonSchema schema) {
        return PROMPT.fill(
                        Map.of(
                                "fault",
                                String.valueOf(misfit.getMessage()),
                                "schema",
                                schema.text()))
                .messages()
                .getLast()
                .text();
    }
}
