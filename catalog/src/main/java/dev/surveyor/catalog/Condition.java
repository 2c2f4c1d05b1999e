package dev.surveyor.catalog;

/**
 * How a {@link Dependency} is.
 *
 * @param sentence for operators: what is so, and what to do where that is not as it should be
 */
public record Condition(State state, String sentence) {

    /** From good to bad. */
    public enum State {
        UP,
        /** Nobody set it up; nothing is missing. */
        OFF,
        /** Nobody looked yet. */
        UNKNOWN,
        /** It works, but with less than it should have. */
        DEGRADED,
        DOWN;

        /** Whether an operator has something to do. */
        public boolean troubled() {
            return this == DEGRADED || this == DOWN;
        }
    }

    public static Condition up(String sentence) {
        return new Condition(State.UP, sentence);
    }

    public static Condition off(String sentence) {
        return new Condition(State.OFF, sentence);
    }

    public static Condition degraded(String sentence) {
        return new Condition(State.DEGRADED, sentence);
    }

    public static Condition down(String sentence) {
        return new Condition(State.DOWN, sentence);
    }
}
