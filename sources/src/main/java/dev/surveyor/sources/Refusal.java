package dev.surveyor.sources;

/**
 * Why a statement does not run.
 *
 * @param sentence what is wrong, in words that its author can act on
 * @param position where it stands in the statement, from 0; -1 where it has no one place
 * @param allowed what would be let through instead
 */
public record Refusal(GuardRule rule, String sentence, int position, String allowed) {

    public Refusal(GuardRule rule, String sentence, int position) {
        this(rule, sentence, position, rule.allowed());
    }
}
