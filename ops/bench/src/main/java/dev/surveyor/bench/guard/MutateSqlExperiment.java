package dev.surveyor.bench.guard;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.eval.guard.Corpus;
import dev.surveyor.eval.guard.GuardedDatabase;
import dev.surveyor.eval.guard.PolicyFiles;
import dev.surveyor.eval.guard.ThrowAwayServer;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.StatementRules.Judge;
import dev.surveyor.sources.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements changed by chance: what the guard accepts runs as the superuser, in a transaction that
 * may write. Nothing but the guard stands in the way.
 */
public final class MutateSqlExperiment implements FaultExperiment {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double VERDICT_MILLIS_MAX = 2000;
    private static final int TIMES_MAX = 1_000_000;
    private static final int SHOWN_MAX = 20;
    private static final int TOLD_EVERY = 5000;

    @Override
    public String name() {
        return "mutate-sql";
    }

    @Override
    public String summary() {
        return "Statements changed by chance: does one get past the guard, or hang it?";
    }

    @Override
    public int timesMax() {
        return TIMES_MAX;
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Corpus corpus = Corpora.chosen();
        PolicyFiles policy = PolicyFiles.of(corpus);
        try (ThrowAwayServer server = ThrowAwayServer.start();
                GuardedDatabase database =
                        GuardedDatabase.create(
                                server.administrator(), policy, corpus.text("setup.sql"), false)) {
            StatementRules rules;
            try (SourceSession session =
                    Sources.open(database.administratorAddress(), SessionLimits.standard())) {
                rules = session.statementRules();
            }
            Judge judge = rules.judge(policy.plain(), Map.of());
            // What is denied is known by this word; statements must not bring it themselves.
            List<String> statements =
                    Corpora.statements(corpus).stream()
                            .map(sql -> sql.replace(Unguarded.MARK, "BIRD"))
                            .toList();
            try (Unguarded unguarded = new Unguarded(database, rules.searchPath(), judge)) {
                return new Run(workplace, new Mutations(statements, workplace.seed()), judge)
                        .through(unguarded);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** One run and what it counted. */
    private static final class Run {

        private final Workplace workplace;
        private final Mutations mutations;
        private final Judge judge;
        private final List<String> remarks = new java.util.ArrayList<>();
        private final List<Double> millis = new java.util.ArrayList<>();
        private int accepted;
        private int escaped;
        private int hung;
        private int crashed;

        Run(Workplace workplace, Mutations mutations, Judge judge) {
            this.workplace = workplace;
            this.mutations = mutations;
            this.judge = judge;
        }

        Report through(Unguarded unguarded) throws SQLException {
            for (int i = 1; i <= workplace.times(); i++) {
                one(mutations.next(), unguarded);
                if (i % TOLD_EVERY == 0) {
                    workplace.progress().printf("%,d of %,d%n", i, workplace.times());
                }
            }
            if (unguarded.changed()) {
                escaped++;
                remarks.add("the canaries changed");
            }
            Map<String, Number> results = new LinkedHashMap<>();
            results.put("escaped", escaped);
            results.put("hung", hung);
            results.put("crashed", crashed);
            results.put("accepted", accepted);
            results.put("mutations", workplace.times());
            return new Report(
                    List.of(new Report.Row("verdict", "ms", new Samples(millis))),
                    remarks,
                    results);
        }

        private void one(String sql, Unguarded unguarded) throws SQLException {
            long begin = System.nanoTime();
            Verdict verdict;
            try {
                verdict = judge.verdict(sql);
            } catch (RuntimeException | StackOverflowError e) {
                crashed++;
                remark("crashed with " + e, sql);
                return;
            }
            double took = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            millis.add(took);
            if (took > VERDICT_MILLIS_MAX) {
                hung++;
                remark("verdict took " + took + " ms", sql);
            }
            if (verdict instanceof Verdict.Accepted print) {
                accepted++;
                switch (unguarded.run(print.sql())) {
                    case HARMLESS -> {
                        // As it should be.
                    }
                    case ESCAPED -> {
                        escaped++;
                        remark("escaped as " + print.sql(), sql);
                    }
                    case HUNG -> {
                        hung++;
                        remark("hung as " + print.sql(), sql);
                    }
                }
            }
        }

        private void remark(String what, String sql) {
            if (remarks.size() < SHOWN_MAX) {
                remarks.add(what + " <- " + sql);
            }
        }
    }
}
