package dev.surveyor.eval.ask;

import dev.surveyor.eval.sqlshape.Construct;
import dev.surveyor.eval.sqlshape.Hardness;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question asked: a line of a run's records.
 *
 * @param right whether the answer is the gold's
 * @param sql what was answered, where it was
 * @param reason in words, where nothing was answered or the answer did not run
 * @param confidence as the engine gave it
 * @param millis until the answer was there, with its rows
 */
public record Score(
        String id,
        String database,
        Hardness hardness,
        Set<Construct> constructs,
        Standing standing,
        Result result,
        boolean right,
        @Nullable String sql,
        @Nullable String reason,
        @Nullable Double confidence,
        long millis) {

    /** How a question counts. */
    public enum Standing {
        COUNTED,
        /** The gold has no rows: whatever finds nothing is right. Reported apart. */
        EMPTY_GOLD,
        /** The gold's LIMIT cuts through rows it holds for equal. Reported apart. */
        TIED,
        /** There is nothing to compare an answer with; it was not asked. */
        NO_GOLD
    }

    /** What came back. */
    public enum Result {
        ANSWERED,
        CLARIFIED,
        DECLINED,
        FAILED,
        NOT_ASKED
    }

    public Score {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(hardness, "hardness");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(result, "result");
        constructs = Set.copyOf(constructs);
    }
}
