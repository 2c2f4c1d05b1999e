package dev.surveyor.llm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The tokens that one question may cost, and its asker's day. Tokens are taken before a call, as
 * many as it could cost, and what was left over is given back: calls at once never spend more than
 * there is.
 */
public final class Budget {

    /** An answer that may be shorter than this is not worth asking for. */
    private static final int ANSWER_TOKENS_MIN = 16;

    private final String user;
    private final long questionTokensMax;
    private final long dayTokensMax;
    private final UsageLedger ledger;
    private final Clock clock;
    private long taken;

    /**
     * @param user by an id, never a name
     * @param questionTokensMax 0: as many as it takes
     * @param dayTokensMax 0: as many as it takes
     */
    public Budget(
            String user,
            long questionTokensMax,
            long dayTokensMax,
            UsageLedger ledger,
            Clock clock) {
        this.user = user;
        this.questionTokensMax = questionTokensMax == 0 ? Long.MAX_VALUE : questionTokensMax;
        this.dayTokensMax = dayTokensMax == 0 ? Long.MAX_VALUE : dayTokensMax;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the question's calls took so far, and what those under way may take. */
    public synchronized long spent() {
        return taken;
    }

    /**
     * Takes what a call could cost: its prompt, and as much of an answer as there is left for.
     *
     * @throws LlmException when too little is left
     */
    Taken take(int promptTokens, int answerTokensMax) {
        int answerTokens = takeOfQuestion(promptTokens, answerTokensMax);
        int tokens = promptTokens + answerTokens;
        LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Taken of = new Taken(day, tokens, answerTokens);
        boolean enough = false;
        try {
            enough = ledger.spend(user, day, tokens) <= dayTokensMax;
        } finally {
            if (!enough) {
                giveBack(tokens);
            }
        }
        if (!enough) {
            ledger.spend(user, day, -tokens);
            throw spent(
                    "Your tokens of today are spent: ask again tomorrow, or let whoever runs this"
                            + " raise surveyor.llm.day-tokens-max.");
        }
        return of;
    }

    private synchronized int takeOfQuestion(int promptTokens, int answerTokensMax) {
        long left = questionTokensMax - taken - promptTokens;
        if (left < Math.min(ANSWER_TOKENS_MIN, answerTokensMax)) {
            throw spent(
                    "This question would cost more tokens than one may: ask for less at once, or let"
                            + " whoever runs this raise surveyor.llm.question-tokens-max.");
        }
        int answerTokens = (int) Math.min(answerTokensMax, left);
        taken += promptTokens + (long) answerTokens;
        return answerTokens;
    }

    private static LlmException spent(String sentence) {
        return new LlmException(LlmException.Code.OVER_BUDGET, false, sentence, null);
    }

    /** The call is over and cost this much. */
    void settle(Taken of, int tokens) {
        int over = of.tokens - tokens;
        giveBack(over);
        if (over != 0) {
            ledger.spend(user, of.day, -over);
        }
    }

    private synchronized void giveBack(int tokens) {
        taken -= tokens;
    }

    /** Tokens taken before a call. */
    record Taken(LocalDate day, int tokens, int answerTokens) {}
}
