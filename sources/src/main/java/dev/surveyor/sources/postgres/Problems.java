package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Problem;
import dev.surveyor.sources.SourceException;
import java.sql.SQLException;

/** Why a table could not be measured, in words that hold none of its values. */
final class Problems {

    static final Problem GONE =
            new Problem(Problem.Code.GONE, "It is gone since the structure was read.");
    static final Problem DENIED =
            new Problem(Problem.Code.DENIED, "Our role may not select any of its columns.");
    static final Problem TOO_LARGE =
            new Problem(
                    Problem.Code.BUDGET_SPENT,
                    "Its rows are more bytes than it may move: a sample was measured.");

    private static final String NOT_READY = "55000";

    private Problems() {}

    static Problem of(SourceException failure) {
        return switch (failure.code()) {
            case DENIED, REFUSED ->
                    new Problem(
                            Problem.Code.DENIED,
                            "Our role may not read it, or what it is made of.");
            case LOCKED ->
                    new Problem(
                            Problem.Code.LOCKED,
                            "Another session held a lock on it: measure it later.");
            case TIMED_OUT ->
                    new Problem(
                            Problem.Code.TIMED_OUT, "Reading it whole took longer than it may.");
            case UNKNOWN_OBJECT -> GONE;
            case BAD_ADDRESS,
                    UNREACHABLE,
                    UNSUPPORTED,
                    BAD_SQL,
                    NOT_READ_ONLY,
                    CANCELLED,
                    CONNECTION_LOST,
                    OVERLOADED,
                    FAILED ->
                    new Problem(Problem.Code.FAILED, sentence(failure));
        };
    }

    private static String sentence(SourceException failure) {
        return failure.getCause() instanceof SQLException cause
                        && NOT_READY.equals(cause.getSQLState())
                ? "It was never filled, or is not ready to be read: a materialized view wants a REFRESH."
                : "The database reported an error while it was read.";
    }
}
