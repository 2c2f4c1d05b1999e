package dev.surveyor.sources.guard;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.Refusal;

/** The ways of saying no. */
public final class Refusals {

    private Refusals() {}

    public static Refusing of(GuardRule rule, String sentence, int at) {
        return new Refusing(new Refusal(rule, sentence + ".", at));
    }

    public static Refusing of(GuardRule rule, String sentence, int at, String allowed) {
        return new Refusing(new Refusal(rule, sentence + ".", at, allowed));
    }

    public static Refusing notUnderstood(String sentence, int at) {
        return of(GuardRule.NOT_UNDERSTOOD, sentence, at);
    }

    public static Refusing tooLong(String sentence, int at) {
        return of(GuardRule.TOO_LONG, sentence, at);
    }

    public static Refusing parameter(int at) {
        return of(GuardRule.PARAMETER, "Parameters have no values here", at);
    }
}
