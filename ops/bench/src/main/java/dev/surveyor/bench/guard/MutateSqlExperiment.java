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
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/**
 * Statements changed by chance: what the guard accepts runs as the superuser, in a transaction that
 * may write. Nothing but the guard stands in the way.
 */
public final class MutateSqlExperiment implements FaultExperiment {

    private static final int TIMES_MAX = 1_000_000;
    private static final int WORKERS = 4;
    private static final int BATCH = 2000;
    private static final int TOLD_EVERY = 10_000;

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
        List<Trial> trials = new ArrayList<>();
        try (ThrowAwayServer server = ThrowAwayServer.start();
                GuardedDatabase database =
                        GuardedDatabase.create(
                                server.administrator(), policy, corpus.text("setup.sql"), false)) {
            Vocabulary vocabulary = Vocabulary.of(corpus, database);
            Judge judge;
            List<String> path;
            try (SourceSession session =
                    Sources.open(database.administratorAddress(), SessionLimits.standard())) {
                StatementRules rules = session.statementRules();
                path = rules.searchPath();
                judge = rules.judge(session.structure(), policy.plain(), Map.of());
            }
            for (int i = 0; i < WORKERS; i++) {
                trials.add(new Trial(judge, new Unguarded(database, path, judge)));
            }
            mutate(workplace, new Mutations(vocabulary, workplace.seed()), trials);
            for (Trial trial : trials) {
                trial.end();
                trial.close();
            }
            return report(workplace, trials);
        } catch (SQLException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** The same statements in the same order, whichever of the workers has each. */
    private static void mutate(Workplace workplace, Mutations mutations, List<Trial> trials)
            throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (int done = 0; done < workplace.times(); done += BATCH) {
                int end = Math.min(BATCH, workplace.times() - done);
                List<String> batch = new ArrayList<>();
                for (int i = 0; i < end; i++) {
                    batch.add(mutations.next());
                }
                List<Callable<Boolean>> shares = new ArrayList<>();
                for (int worker = 0; worker < WORKERS; worker++) {
                    int first = worker;
                    shares.add(() -> share(batch, first, trials.get(first)));
                }
                for (Future<Boolean> share : workers.invokeAll(shares)) {
                    share.get();
                }
                if ((done + end) % TOLD_EVERY == 0) {
                    workplace.progress().printf("%,d of %,d%n", done + end, workplace.times());
                }
            }
        }
    }

    private static boolean share(List<String> batch, int first, Trial trial) throws SQLException {
        for (int i = first; i < batch.size(); i += WORKERS) {
            trial.one(batch.get(i));
        }
        return true;
    }

    private static Report report(Workplace workplace, List<Trial> trials) {
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("escaped", sum(trials, Trial::escaped));
        results.put("hung", sum(trials, Trial::hung));
        results.put("crashed", sum(trials, Trial::crashed));
        results.put("accepted", sum(trials, Trial::accepted));
        results.put("ran", sum(trials, Trial::ran));
        results.put("mutations", workplace.times());
        List<String> remarks = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (Trial trial : trials) {
            remarks.addAll(trial.remarks());
            millis.addAll(trial.millis());
        }
        return new Report(
                List.of(new Report.Row("verdict", "ms", new Samples(millis))), remarks, results);
    }

    private static int sum(List<Trial> trials, ToIntFunction<Trial> count) {
        return trials.stream().mapToInt(count).sum();
    }
}
