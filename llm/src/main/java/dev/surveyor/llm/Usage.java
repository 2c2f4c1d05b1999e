package dev.surveyor.llm;

/**
 * What an answer took.
 *
 * @param estimated whether we counted, since the provider did not say
 */
public record Usage(int promptTokens, int answerTokens, boolean estimated) {

    public static final Usage NONE = new Usage(0, 0, false);

    public int total() {
        return promptTokens + answerTokens;
    }

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                answerTokens + other.answerTokens,
                estimated || other.estimated);
    }
}
