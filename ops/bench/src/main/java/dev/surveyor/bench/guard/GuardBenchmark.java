package dev.surveyor.bench.guard;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.eval.guard.Corpus;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.eval.guard.GuardedDatabase;
import dev.surveyor.eval.guard.PolicyFiles;
import dev.surveyor.eval.guard.ThrowAwayServer;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/**
 * Verdicts over a corpus, without and with the database's plan; beside JSqlParser's reading alone.
 */
public final class GuardBenchmark implements Benchmark {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double SHARE = 0.95;
    private static final int WARM_UPS = 5;

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public String summary() {
        return "Time per verdict, without and with EXPLAIN, beside JSqlParser's reading alone.";
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Corpus corpus = Corpora.chosen();
        PolicyFiles policy = PolicyFiles.of(corpus);
        try (ThrowAwayServer server = ThrowAwayServer.start();
                GuardedDatabase database =
                        GuardedDatabase.create(
                                server.administrator(), policy, corpus.text("setup.sql"), false);
                SourceSession session =
                        Sources.open(
                                database.address(policy.login("readOnly")),
                                SessionLimits.standard())) {
            StatementRules rules = session.statementRules();
            Guard guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), policy.plain(), Map.of()),
                            GuardLimits.STANDARD);
            return measured(workplace, corpus, guard, session);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Report measured(
            Workplace workplace, Corpus corpus, Guard guard, SourceSession session) {
        List<String> all = Corpora.statements(corpus);
        List<String> accepted = corpus.accepted().stream().map(Block::sql).toList();
        for (int i = 0; i < WARM_UPS; i++) {
            timed(all, guard::read);
            timed(accepted, sql -> guard.check(sql, session));
            timed(all, GuardBenchmark::readByLibrary);
        }
        List<Double> verdicts = new ArrayList<>();
        List<Double> plans = new ArrayList<>();
        List<Double> library = new ArrayList<>();
        for (int round = 0; round < workplace.rounds(); round++) {
            workplace.progress().printf("Round %d of %d%n", round + 1, workplace.rounds());
            verdicts.add(timed(all, guard::read));
            library.add(timed(all, GuardBenchmark::readByLibrary));
            plans.add(timed(accepted, sql -> guard.check(sql, session)));
        }
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("verdict_p95_ms", new Samples(verdicts).median());
        results.put("explain_p95_ms", new Samples(plans).median());
        return new Report(
                List.of(
                        new Report.Row("verdict, p95", "ms", new Samples(verdicts)),
                        new Report.Row("JSqlParser reads, p95", "ms", new Samples(library)),
                        new Report.Row("verdict with EXPLAIN, p95", "ms", new Samples(plans))),
                List.of(all.size() + " statements, " + accepted.size() + " of them with EXPLAIN"),
                results);
    }

    private interface Work {
        Object on(String sql);
    }

    private static Object readByLibrary(String sql) {
        try {
            return CCJSqlParserUtil.parse(sql);
        } catch (JSQLParserException | Error e) {
            return e;
        }
    }

    /** The time within which 95 of 100 statements were done, in milliseconds. */
    private static double timed(List<String> statements, Work work) {
        List<Double> millis = new ArrayList<>();
        for (String sql : statements) {
            long begin = System.nanoTime();
            Object done = work.on(sql);
            millis.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
            if (done instanceof Verdict.Accepted nothing && nothing.sql().isEmpty()) {
                throw new IllegalStateException("an empty print");
            }
        }
        millis.sort(null);
        return millis.get((int) Math.ceil(SHARE * millis.size()) - 1);
    }
}
