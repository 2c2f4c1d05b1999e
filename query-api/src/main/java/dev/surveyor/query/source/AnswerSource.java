package dev.surveyor.query.source;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.Verdict;

/** The database behind an answer, as far as its asker may read it. Safe for many threads. */
public interface AnswerSource {

    /**
     * Checks a statement and, where the guard accepts it, runs it.
     *
     * @throws dev.surveyor.sources.SourceException when the database cannot be asked, or the
     *     statement fails in it
     * @throws dev.surveyor.connections.ConnectionsException when it cannot be reached
     */
    GuardedRun run(String sql, RowSink rows, Cancellation cancellation);

    /** The guard's word alone. */
    Verdict check(String sql, Cancellation cancellation);
}
