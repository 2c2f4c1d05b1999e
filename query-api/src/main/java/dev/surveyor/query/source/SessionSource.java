package dev.surveyor.query.source;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.util.Map;

/** One open session, for somebody whom no policy binds; one statement at a time. */
public final class SessionSource implements AnswerSource {

    private final SourceSession session;
    private final Guard guard;

    public SessionSource(SourceSession session, Structure known) {
        this.session = session;
        StatementRules rules = session.statementRules();
        guard = new Guard(rules, rules.judge(known, Policies.NONE, Map.of()), GuardLimits.STANDARD);
    }

    @Override
    public synchronized GuardedRun run(String sql, RowSink rows, Cancellation cancellation) {
        try (Cancellation.Hook _ = cancellation.onCancel(session::cancel)) {
            return guard.run(sql, session, rows);
        } finally {
            session.reset();
        }
    }

    @Override
    public synchronized Verdict check(String sql, Cancellation cancellation) {
        try (Cancellation.Hook _ = cancellation.onCancel(session::cancel)) {
            return guard.check(sql, session);
        } finally {
            session.reset();
        }
    }
}
