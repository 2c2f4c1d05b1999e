package dev.surveyor.query.source;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections.Usable;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.StatementRules.Judge;
import dev.surveyor.sources.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sources of saved connections as their askers may read them. What a database lets statements do is
 * read once in a while, not with each question; what a statement reads is checked against its plan
 * each time.
 */
@Component
public class AskerSources {

    private static final int KEPT_MAX = 200;
    private static final float LOAD_FACTOR = 0.75f;
    private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();

    /** For one asker, over one edition. */
    private record Key(
            UUID connection,
            long version,
            long edition,
            Policies policies,
            Map<String, String> attributes) {}

    private record Kept(StatementRules rules, Judge judge, long since) {}

    private final SourceSessions sessions;
    private final MeterRegistry registry;
    private final Map<Key, Kept> kept =
            new LinkedHashMap<>(16, LOAD_FACTOR, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
                    return size() > KEPT_MAX;
                }
            };

    AskerSources(SourceSessions sessions, ObjectProvider<MeterRegistry> registries) {
        this.sessions = sessions;
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        for (GuardRule rule : GuardRule.values()) {
            refusals(rule);
        }
    }

    private Counter refusals(GuardRule rule) {
        return registry.counter("surveyor.questions.refusals", "rule", rule.id());
    }

    /**
     * The source as an asker may read it.
     *
     * @param known what statements can name
     * @param edition number of the edition that this is
     */
    public AnswerSource of(Usable usable, Structure known, long edition) {
        return new Leased(usable, session -> guard(usable, known, edition, session));
    }

    /** The same over the database as it is at this moment, which is read with each statement. */
    public AnswerSource ofNow(Usable usable) {
        return new Leased(
                usable,
                session -> {
                    StatementRules rules = session.statementRules();
                    return new Guard(
                            rules,
                            rules.judge(
                                    session.structure(), usable.policies(), usable.attributes()),
                            usable.connection().options().queryLimits());
                });
    }

    private Guard guard(Usable usable, Structure known, long edition, SourceSession session) {
        Connection connection = usable.connection();
        Key key =
                new Key(
                        connection.id(),
                        connection.version(),
                        edition,
                        usable.policies(),
                        usable.attributes());
        Kept there;
        synchronized (kept) {
            there = kept.get(key);
        }
        if (there == null || System.nanoTime() - there.since() > KEPT_NANOS) {
            StatementRules rules = session.statementRules();
            there =
                    new Kept(
                            rules,
                            rules.judge(known, usable.policies(), usable.attributes()),
                            System.nanoTime());
            synchronized (kept) {
                kept.put(key, there);
            }
        }
        return new Guard(there.rules(), there.judge(), connection.options().queryLimits());
    }

    /** A session of its own for each statement: none is held while a model thinks. */
    private final class Leased implements AnswerSource {

        private final Usable usable;
        private final Function<SourceSession, Guard> guards;

        Leased(Usable usable, Function<SourceSession, Guard> guards) {
            this.usable = usable;
            this.guards = guards;
        }

        @Override
        public GuardedRun run(String sql, RowSink rows, Cancellation cancellation) {
            GuardedRun run =
                    leased(cancellation, (guard, session) -> guard.run(sql, session, rows));
            if (run instanceof GuardedRun.Refused(Refusal refusal)) {
                refusals(refusal.rule()).increment();
            }
            return run;
        }

        @Override
        public Verdict check(String sql, Cancellation cancellation) {
            return leased(cancellation, (guard, session) -> guard.check(sql, session));
        }

        private <T> T leased(Cancellation cancellation, BiFunction<Guard, SourceSession, T> work) {
            cancellation.check();
            try (SessionLease lease = sessions.lease(usable.connection(), AskerClass.QUESTIONS)) {
                SourceSession session = lease.session();
                try (Cancellation.Hook _ = cancellation.onCancel(session::cancel)) {
                    return work.apply(guards.apply(session), session);
                }
            }
        }
    }
}
