package dev.surveyor.query.agent;

import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.source.AnswerSource;
import dev.surveyor.query.source.RowCollector;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.ReadResult.Ending;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs statements for one answer. */
final class Execution {

    /** Another statement may do better. */
    private static final Set<Code> STATEMENT_AT_FAULT =
            EnumSet.of(
                    Code.BAD_SQL,
                    Code.DENIED,
                    Code.UNKNOWN_OBJECT,
                    Code.NOT_READ_ONLY,
                    Code.FAILED,
                    Code.TIMED_OUT);

    private final AnswerSource source;
    private final Known known;
    private final int rowsMax;
    private final RunSink events;
    private final Cancellation cancellation;

    Execution(
            AnswerSource source,
            Known known,
            int rowsMax,
            RunSink events,
            Cancellation cancellation) {
        this.source = source;
        this.known = known;
        this.rowsMax = rowsMax;
        this.events = events;
        this.cancellation = cancellation;
    }

    /**
     * Runs one statement.
     *
     * @param live whether its rows are handed on as they come
     */
    Attempt run(String engine, String sql, int round, boolean live) {
        if (live) {
            events.accept(new RunEvent.Sql(engine, sql, round));
        }
        RowCollector rows =
                live
                        ? new RowCollector(
                                rowsMax,
                                (columns, some) -> events.accept(new RunEvent.Rows(columns, some)))
                        : new RowCollector(rowsMax);
        try {
            return switch (source.run(sql, rows, cancellation)) {
                case GuardedRun.Refused(var refusal) -> new Attempt.Refused(refusal);
                case GuardedRun.Ran(var accepted, var result) -> {
                    rows.tell();
                    yield new Attempt.Ran(
                            accepted.sql(),
                            accepted.relations().stream()
                                    .filter(this::isSeen)
                                    .collect(Collectors.toSet()),
                            rows.columns(),
                            rows.rows(),
                            rows.more() || result.ending() != Ending.ALL,
                            result.took().toMillis());
                }
            };
        } catch (SourceException e) {
            cancellation.check();
            return STATEMENT_AT_FAULT.contains(e.code())
                    ? new Attempt.Failed(String.valueOf(e.getMessage()))
                    : new Attempt.Lost(
                            "The database failed while it answered: "
                                    + e.getMessage()
                                    + " Ask again in a moment.");
        } catch (ConnectionsException e) {
            cancellation.check();
            return new Attempt.Lost(e.getMessage());
        }
    }

    /** Hands on rows that were not, when they turn out to be the answer. */
    void tell(String engine, Attempt.Ran ran) {
        events.accept(new RunEvent.Sql(engine, ran.sql(), 1));
        events.accept(new RunEvent.Rows(ran.columns(), ran.rows()));
    }

    /** Trusted views read what is hidden: its name is hidden too. */
    private boolean isSeen(String relation) {
        return known.printed(relation).map(known::sees).orElse(true);
    }
}
