package dev.surveyor.eval.guard;

import dev.surveyor.eval.guard.Comparison.Outcome;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Verdict;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Queries that must be accepted and must give what they give without the guard. */
final class Legitimate {

    private static final Pattern UNREPEATABLE =
            Pattern.compile(
                    "(?i)\\btablesample\\b|^\\s*explain\\b|\\brandom\\s*\\(|\\brandom_normal\\b"
                            + "|clock_timestamp|timeofday|uuid\\s*\\(|uuidv|statement_timestamp"
                            + "|gen_salt|gen_random|array_sample|array_shuffle");

    /** A column is neither grouped by nor in an aggregate. */
    private static final String UNGROUPED = "42803";

    private final PrintWriter out;
    private final Guard guard;
    private final SourceSession session;
    private final Connection direct;

    Legitimate(PrintWriter out, Guard guard, SourceSession session, Connection direct) {
        this.out = out;
        this.guard = guard;
        this.session = session;
        this.direct = direct;
    }

    static boolean isRepeatable(Block block) {
        return !UNREPEATABLE.matcher(block.sql()).find();
    }

    /**
     * Where names are looked up.
     *
     * @param direct by the statement as it came
     * @param keyed by it, where it leans on a table's key
     * @param guarded by the printed one
     */
    record Paths(String direct, String keyed, String guarded) {}

    long equal(List<Block> blocks, Paths paths) throws SQLException {
        long equal = 0;
        for (Block block : blocks) {
            if (isEqual(block, paths)) {
                equal++;
            }
        }
        return equal;
    }

    private boolean isEqual(Block block, Paths paths) throws SQLException {
        try {
            return switch (guard.check(block.sql(), session)) {
                case Verdict.Refused refused ->
                        failed(block, "was refused: " + refused.refusal().sentence());
                case Verdict.Accepted accepted -> {
                    guard.run(block.sql(), session, new Discarding());
                    yield !isRepeatable(block) || same(block, accepted.sql(), paths);
                }
            };
        } catch (SourceException e) {
            return failed(block, "did not run: " + e.getMessage());
        }
    }

    private boolean same(Block block, String printed, Paths paths) throws SQLException {
        Outcome theirs = Comparison.run(direct, paths.direct(), block.sql());
        if (UNGROUPED.equals(theirs.failure())) {
            theirs = Comparison.run(direct, paths.keyed(), block.sql());
        }
        Outcome ours = Comparison.run(direct, paths.guarded(), printed);
        direct.rollback();
        return theirs.sameAs(ours)
                || failed(
                        block,
                        "gives "
                                + ours.rows().size()
                                + " rows for "
                                + theirs.rows().size()
                                + (ours.failure() == null ? "" : ", " + ours.failure())
                                + ": "
                                + printed);
    }

    private boolean failed(Block block, String what) {
        out.println("  " + block.id() + " " + what);
        return false;
    }

    private static final class Discarding implements RowSink {

        @Override
        public void columns(List<ResultColumn> columns) {
            // Nobody looks.
        }

        @Override
        public boolean row(List<Cell> cells) {
            return true;
        }
    }
}
