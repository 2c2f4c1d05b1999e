package dev.surveyor.sources;

import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.StatementRules.Judge;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The only door for statements that a model, a planner or a person wrote: reads them, checks them,
 * lays the policies over them, looks at their plan, and runs what it printed itself.
 */
public final class Guard {

    /** A longer statement is refused unread. */
    public static final int STATEMENT_CHARS_MAX = 65_536;

    /** The database's word against a statement, not a failure of ours or of the way to it. */
    private static final Set<Code> STATEMENT_AT_FAULT =
            Set.of(Code.BAD_SQL, Code.DENIED, Code.UNKNOWN_OBJECT, Code.NOT_READ_ONLY, Code.FAILED);

    private static final int STOPPING_PART = 5;
    private static final Duration STOPPING_MAX = Duration.ofSeconds(1);

    private final StatementRules rules;
    private final Judge judge;
    private final GuardLimits limits;

    public Guard(StatementRules rules, Judge judge, GuardLimits limits) {
        this.rules = rules;
        this.judge = judge;
        this.limits = limits;
    }

    /** The verdict of the tree alone; asks nobody. */
    public Verdict read(String sql) {
        return judge.verdict(sql);
    }

    /**
     * The whole verdict, with that of the database's plan.
     *
     * @throws SourceException when the database cannot be asked, or takes too long over the plan
     */
    public Verdict check(String sql, SourceSession session) {
        return switch (judge.verdict(sql)) {
            case Verdict.Refused refused -> refused;
            case Verdict.Accepted accepted ->
                    planned(accepted, session).<Verdict>map(Verdict.Refused::new).orElse(accepted);
        };
    }

    private Optional<Refusal> planned(Verdict.Accepted accepted, SourceSession session) {
        try {
            String plan =
                    session.plan(
                            query(accepted.withoutExplain(), session.limits(), timeMax(session)));
            return judge.refused(accepted, plan, limits);
        } catch (SourceException e) {
            if (STATEMENT_AT_FAULT.contains(e.code())) {
                return Optional.of(
                        new Refusal(GuardRule.SERVER, String.valueOf(e.getMessage()), -1));
            }
            throw e;
        }
    }

    /**
     * Checks a statement and, where it is accepted, runs it; both together within the session's
     * time for a statement. {@link SourceSession#cancel()} ends it, whichever of the two it is at.
     *
     * @throws SourceException when the database cannot be asked, or the statement fails in it
     */
    public GuardedRun run(String sql, SourceSession session, RowSink rows) {
        long begin = System.nanoTime();
        return switch (check(sql, session)) {
            case Verdict.Refused(Refusal refusal) -> new GuardedRun.Refused(refusal);
            case Verdict.Accepted accepted -> {
                Duration left = timeMax(session).minusNanos(System.nanoTime() - begin);
                if (left.toMillis() < 1) {
                    throw new SourceException(
                            Code.TIMED_OUT,
                            true,
                            "The plan alone took as long as the statement may: ask for less.",
                            null);
                }
                yield new GuardedRun.Ran(
                        accepted,
                        session.read(query(accepted.sql(), session.limits(), left), rows));
            }
        };
    }

    /** What it takes to stop a statement that does not want to is part of its time. */
    private static Duration timeMax(SourceSession session) {
        Duration whole = session.limits().statementTimeout();
        Duration part = whole.dividedBy(STOPPING_PART);
        return whole.minus(part.compareTo(STOPPING_MAX) < 0 ? part : STOPPING_MAX);
    }

    private ReadQuery query(String sql, SessionLimits session, Duration timeMax) {
        return new ReadQuery(
                sql,
                rules.searchPath(),
                timeMax,
                session.rowsMax(),
                session.bytesMax(),
                session.cellCharsMax());
    }
}
