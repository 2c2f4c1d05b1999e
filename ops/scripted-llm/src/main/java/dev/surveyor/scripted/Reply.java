package dev.surveyor.scripted;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is answered to a request, and how badly.
 *
 * @param text made of the request
 * @param status of HTTP; other than 200: an error in the provider's form
 * @param retryAfter header of an error; empty: none
 * @param latency before the first byte
 * @param pause before each piece of a stream
 * @param fault what goes wrong on the way
 * @param piecesBefore how much of the answer comes before it does
 * @param promptTokens as the provider counts them; -1: it does not say
 */
public record Reply(
        Function<Told, String> text,
        int status,
        String retryAfter,
        Duration latency,
        Duration pause,
        Fault fault,
        int piecesBefore,
        int promptTokens,
        int answerTokens,
        boolean tokensMaxReached) {

    private static final int OK = 200;

    /** What goes wrong on the way. */
    public enum Fault {
        /** Nothing does. */
        NONE,
        /** The connection breaks in the middle. */
        CUT_OFF,
        /** The answer ends in the middle, as if that were all. */
        ENDS_EARLY,
        /** Something in it cannot be read. */
        MALFORMED,
        /** Nothing more comes, and the connection stays. */
        HANGING,
        /** The provider says in the middle that it failed. */
        FAILS,
        /** It never ends. */
        ENDLESS
    }

    public Reply {
        Objects.requireNonNull(text, "text");
    }

    public static Reply text(String text) {
        return of(_ -> text);
    }

    /** An answer that depends on what was asked. */
    public static Reply of(Function<Told, String> text) {
        return new Reply(text, OK, "", Duration.ZERO, Duration.ZERO, Fault.NONE, 0, 11, 7, false);
    }

    /** An error. */
    public static Reply status(int status) {
        return text("").with(status, "", Fault.NONE, 0);
    }

    /** Nothing, for as long as somebody waits. */
    public static Reply hanging() {
        return text("").with(OK, "", Fault.HANGING, 0);
    }

    public Reply retryAfter(String seconds) {
        return with(status, seconds, fault, piecesBefore);
    }

    /** The same, but something goes wrong after so many pieces. */
    public Reply failing(Fault fault, int piecesBefore) {
        return with(status, retryAfter, fault, piecesBefore);
    }

    public Reply after(Duration latency) {
        return new Reply(
                text,
                status,
                retryAfter,
                latency,
                pause,
                fault,
                piecesBefore,
                promptTokens,
                answerTokens,
                tokensMaxReached);
    }

    /** Drop by drop. */
    public Reply slowly(Duration pause) {
        return new Reply(
                text,
                status,
                retryAfter,
                latency,
                pause,
                fault,
                piecesBefore,
                promptTokens,
                answerTokens,
                tokensMaxReached);
    }

    /**
     * What the provider says that it took.
     *
     * @param promptTokens -1: it does not say
     */
    public Reply tokens(int promptTokens, int answerTokens) {
        return new Reply(
                text,
                status,
                retryAfter,
                latency,
                pause,
                fault,
                piecesBefore,
                promptTokens,
                answerTokens,
                tokensMaxReached);
    }

    /** The model was stopped since the answer was as long as it might be. */
    public Reply tokensMaxWereReached() {
        return new Reply(
                text,
                status,
                retryAfter,
                latency,
                pause,
                fault,
                piecesBefore,
                promptTokens,
                answerTokens,
                true);
    }

    private Reply with(int status, String retryAfter, Fault fault, int piecesBefore) {
        return new Reply(
                text,
                status,
                retryAfter,
                latency,
                pause,
                fault,
                piecesBefore,
                promptTokens,
                answerTokens,
                tokensMaxReached);
    }

    boolean isError() {
        return status != OK;
    }
}
