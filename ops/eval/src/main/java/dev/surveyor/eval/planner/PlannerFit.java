package dev.surveyor.eval.planner;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.questions.Split;
import dev.surveyor.query.plan.choose.Curve;
import dev.surveyor.query.plan.choose.PlanFeatures;
import dev.surveyor.query.plan.choose.Ranking;
import dev.surveyor.query.plan.choose.Weights;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Reader;
import dev.surveyor.query.plan.words.Sentence;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits the planner's weights: reading from golds as plans, ranking from which plans give the gold's
 * rows, each half of the databases read by what was learnt on the other half.
 */
final class PlannerFit {

    private static final int PLANS_MAX = 40;

    /** Ranking has few weights: a part of the questions is enough to learn them. */
    private static final int RANKED_PART = 2;

    /** Where ranking begins: by what was read alone. */
    private static final Map<String, Double> START =
            Map.ofEntries(
                    Map.entry("heads", 1.0),
                    Map.entry("roles", 0.6),
                    Map.entry("tables needless", 0.6),
                    Map.entry("tables missing", 0.6),
                    Map.entry("skipped", -2.0),
                    Map.entry("fit", 0.3),
                    Map.entry("tree cost", -0.3),
                    Map.entry("odd figures", -2.0),
                    Map.entry("groups for nothing", -2.0),
                    Map.entry("idle leaves", -1.0),
                    Map.entry("uncovered", -0.3),
                    Map.entry("doubtful conditions", -1.0));

    private final QuestionSet set;
    private final Lookups lookups;
    private final PrintWriter out;
    private final @Nullable Path failures;

    PlannerFit(QuestionSet set, Lookups lookups, PrintWriter out, @Nullable Path failures) {
        this.set = set;
        this.lookups = lookups;
        this.out = out;
        this.failures = failures;
    }

    Weights fit(int sample) {
        long begin = System.nanoTime();
        List<Studied> studied = studied(sample);
        say("surveyed", begin);
        out.println("golds as plans: " + studied.size() + " of " + set.questions().size());
        CompletableFuture<Reader> odds = CompletableFuture.supplyAsync(() -> reader(studied, true));
        Reader even = reader(studied, false);
        Reader odd = odds.join();
        Function<Question, Reader> readers = question -> isOdd(question) ? odd : even;
        say("read", begin);
        CompletableFuture<Weights> whole =
                CompletableFuture.supplyAsync(() -> ReaderTraining.learn(studied));
        Map<String, RankingExamples> examples = examples(studied, readers, START);
        say("drafted", begin);
        FitReport report = new FitReport(studied, examples);
        out.println("start: " + report.line(START));
        List<String> names = PlanFeatures.NAMES;
        Map<String, Double> ranking =
                new RankingTraining(names, List.copyOf(examples.values())).learn(START);
        out.println("fitted: " + report.line(ranking));
        out.print(report.hardness(ranking));
        if (failures != null) {
            report.write(failures, ranking);
        }
        ranking.forEach((name, weight) -> out.printf("  %-24s %.3f%n", name, weight));
        Weights reading = whole.join();
        say("ranked", begin);
        Weights unsure =
                new Weights(
                        reading.heads(),
                        reading.roles(),
                        reading.tables(),
                        ranking,
                        new Curve(Map.of()),
                        new Curve(Map.of()));
        return new SurenessFit(set, lookups, out).fit(unsure, sample);
    }

    private void say(String done, long begin) {
        out.printf("%s after %d s%n", done, (System.nanoTime() - begin) / 1_000_000_000);
        out.flush();
    }

    private Reader reader(List<Studied> studied, boolean odd) {
        return ReaderTraining.learn(
                        studied.stream().filter(each -> isOdd(each.question()) != odd).toList())
                .reader();
    }

    private static boolean isOdd(Question question) {
        return (question.database().hashCode() & 1) == 1;
    }

    private List<Studied> studied(int sample) {
        List<Studied> studied = new ArrayList<>();
        for (int i = 0; i < set.questions().size(); i += sample) {
            Question question = set.questions().get(i);
            if (!Split.FIT.holds(question.database())) {
                continue;
            }
            Access access = set.goldDatabases().access(question.database());
            String sql = question.gold().sql();
            if (access != null && sql != null) {
                Lookup lookup = lookups.of(access);
                Optional<Query> gold = GoldPlan.of(sql, lookup);
                gold.ifPresent(plan ->
                        studied.add(
                                new Studied(
                                        question, lookup, Sentence.of(question.wording()), plan)));
            }
        }
        return studied;
    }

    private Map<String, RankingExamples> examples(
            List<Studied> studied, Function<Question, Reader> readers, Map<String, Double> start) {
        Map<String, RankingExamples> found = new ConcurrentHashMap<>();
        List<Studied> some =
                IntStream.range(0, studied.size())
                        .filter(i -> i % RANKED_PART == 0)
                        .mapToObj(studied::get)
                        .toList();
        Workers.run(
                some,
                2,
                () ->
                        new Drafted(
                                readers,
                                new Ranking(start),
                                new Trial(set.goldDatabases()),
                                PLANS_MAX,
                                (each, examples) -> found.put(each.question().id(), examples)));
        return new LinkedHashMap<>(found);
    }
}
