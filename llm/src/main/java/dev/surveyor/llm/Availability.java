package dev.surveyor.llm;

/**
 * Whether a model would answer.
 *
 * @param sentence what to do where it would not; else empty
 */
public record Availability(boolean ready, String sentence) {

    public static final Availability READY = new Availability(true, "");

    public static Availability not(String sentence) {
        return new Availability(false, sentence);
    }
}
