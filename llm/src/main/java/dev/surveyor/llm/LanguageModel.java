package dev.surveyor.llm;

/**
 * A language model as the rest of the house sees it: bounded in time, tokens and number of calls,
 * told nothing that may not leave. Safe for use by many threads.
 */
public interface LanguageModel {

    /** Who answers; asks nobody. */
    ModelName name();

    /** Whether it would answer now; asked of the provider at most once in a while. */
    Availability availability();

    /**
     * Answers in one piece.
     *
     * @param cancellation ends the call, and the exchange with the provider, from another thread
     * @throws LlmException when there is no answer
     */
    Completion complete(ModelRequest request, Cancellation cancellation);

    /**
     * Answers with JSON that fits the schema; an answer that does not is asked for once more, with
     * what was wrong about it.
     *
     * @throws LlmException when there is no answer, or none that fits
     */
    JsonCompletion completeTo(JsonSchema schema, ModelRequest request, Cancellation cancellation);

    /**
     * Answers piece by piece; what it returns is the whole. Nothing is tried again once a piece was
     * handed out.
     *
     * @param sink gets each piece on the calling thread; what it throws ends the call and is thrown
     *     on
     * @throws LlmException when there is no answer, or it broke off
     */
    Completion stream(ModelRequest request, TokenSink sink, Cancellation cancellation);

    /**
     * How many tokens a text is, at most a little more than the model's own count: an estimate,
     * made here.
     */
    default int tokens(String text) {
        return TokenEstimate.tokens(text);
    }
}
