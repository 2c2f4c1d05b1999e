package dev.surveyor.catalog;

/**
 * A column's strategy, and why it is that.
 *
 * @param rule that decided, for programs; who decided where it was no rule
 * @param reason a sentence that a person can check, with the evidence in it; never a value of a
 *     personal column
 * @param confidence between 0 and 1
 */
public record StrategyVerdict(
        Strategy strategy, Decider decider, String rule, String reason, double confidence) {

    /** Who decided. */
    public enum Decider {
        RULE,
        /** A language model, where rules were unsure. */
        MODEL,
        /** A correction; it stays through all surveys. */
        OWNER
    }
}
