package dev.surveyor.eval.planner;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.questions.Split;
import dev.surveyor.query.plan.choose.Belonging;
import dev.surveyor.query.plan.choose.Curve;
import dev.surveyor.query.plan.choose.Ranked;
import dev.surveyor.query.plan.choose.Ranking;
import dev.surveyor.query.plan.choose.Sureness;
import dev.surveyor.query.plan.choose.Weights;
import dev.surveyor.query.plan.compose.Composer;
import dev.surveyor.query.plan.join.Joins;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.read.Reader;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.sql.SqlWriter;
import dev.surveyor.query.plan.words.Sentence;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits confidence on the calibrate split: of their own databases, and of wrong ones, from which
 * comes below what confidence a question is declined.
 */
final class SurenessFit {

    /** Of the questions asked of a wrong database, so many are to be declined. */
    private static final double DECLINED = 0.9;

    private final QuestionSet set;
    private final Lookups lookups;
    private final PrintWriter out;

    SurenessFit(QuestionSet set, Lookups lookups, PrintWriter out) {
        this.set = set;
        this.lookups = lookups;
        this.out = out;
    }

    private record Seen(Map<String, Double> sure, Map<String, Double> belongs, boolean right) {}

    /** The same weights with both curves. */
    Weights fit(Weights weights, int sample) {
        List<Question> questions =
                IntStream.range(0, set.questions().size())
                        .filter(i -> i % sample == 0)
                        .mapToObj(i -> set.questions().get(i))
                        .filter(question -> Split.CALIBRATE.holds(question.database()))
                        .filter(question -> set.goldDatabases().access(question.database()) != null)
                        .toList();
        Map<String, Seen> own = see(questions, weights, Map.of());
        List<String> ids =
                questions.stream()
                        .map(Question::database)
                        .distinct()
                        .sorted(Split.order())
                        .toList();
        Map<String, String> next = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            next.put(ids.get(i), ids.get((i + 1) % ids.size()));
        }
        Map<String, Seen> wrong = see(questions, weights, next);
        SurenessTraining sure = new SurenessTraining();
        SurenessTraining belongs = new SurenessTraining();
        own.values()
                .forEach(seen -> {
                    sure.add(seen.sure(), seen.right());
                    belongs.add(seen.belongs(), true);
                });
        wrong.values().forEach(seen -> belongs.add(seen.belongs(), false));
        Curve sureness = new Curve(sure.learn());
        Map<String, Double> belonging = new LinkedHashMap<>(belongs.learn());
        Curve bare = new Curve(belonging);
        List<Double> wrongs =
                new ArrayList<>(wrong.values().stream().map(s -> bare.of(s.belongs())).toList());
        Collections.sort(wrongs);
        double declines = wrongs.get((int) (wrongs.size() * DECLINED));
        belonging.put("declines below", declines);
        report(own, sureness, bare, declines);
        return new Weights(
                weights.heads(),
                weights.roles(),
                weights.tables(),
                weights.ranking(),
                sureness,
                new Curve(belonging));
    }

    private void report(Map<String, Seen> own, Curve sureness, Curve belonging, double declines) {
        List<Seen> kept =
                own.values().stream()
                        .filter(seen -> belonging.of(seen.belongs()) >= declines)
                        .toList();
        List<Seen> sure = kept.stream().filter(seen -> sureness.of(seen.sure()) >= 0.8).toList();
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = tenth / 10.0;
            List<Seen> some =
                    kept.stream()
                            .filter(seen -> sureness.of(seen.sure()) >= from)
                            .filter(seen -> sureness.of(seen.sure()) < from + 0.1)
                            .toList();
            out.printf(
                    "  confidence from %.1f: %d of %d right%n",
                    from, some.stream().filter(Seen::right).count(), some.size());
        }
        out.printf(
                "calibrate: %d questions, %d right, %d of these not declined; sure of %d, %d of these"
                        + " right%n",
                own.size(),
                own.values().stream().filter(Seen::right).count(),
                kept.stream().filter(Seen::right).count(),
                sure.size(),
                sure.stream().filter(Seen::right).count());
    }

    private Map<String, Seen> see(
            List<Question> questions, Weights weights, Map<String, String> elsewhere) {
        Map<String, Seen> seen = Collections.synchronizedMap(new TreeMap<>());
        Reader reader = weights.reader();
        Ranking ranking = new Ranking(weights.ranking());
        Workers.run(questions, 2, () -> new Look(reader, ranking, elsewhere, seen));
        return seen;
    }

    private final class Look implements Workers.Worker<Question> {

        private final Reader reader;
        private final Ranking ranking;
        private final Map<String, String> elsewhere;
        private final Map<String, Seen> seen;
        private final Trial trial = new Trial(set.goldDatabases());

        Look(
                Reader reader,
                Ranking ranking,
                Map<String, String> elsewhere,
                Map<String, Seen> seen) {
            this.reader = reader;
            this.ranking = ranking;
            this.elsewhere = elsewhere;
            this.seen = seen;
        }

        @Override
        public void work(Question question) {
            String database = elsewhere.getOrDefault(question.database(), question.database());
            Access access = set.goldDatabases().access(database);
            Trial.@Nullable Held held = elsewhere.isEmpty() ? trial.held(question) : null;
            if (access == null || (held == null && elsewhere.isEmpty())) {
                return;
            }
            Lookup lookup = lookups.of(access);
            Reading reading = reader.read(lookup, Sentence.of(question.wording()));
            List<Ranked> ranked =
                    ranking.of(
                            Composer.drafts(lookup, new Joins(lookup), reading), lookup, reading);
            if (!ranked.isEmpty()) {
                String sql =
                        SqlWriter.of(lookup.dialect())
                                .write(ranked.getFirst().draft().query(), lookup);
                seen.put(
                        question.id(),
                        new Seen(
                                Sureness.features(ranked, lookup, reading),
                                Belonging.features(ranked, lookup, reading),
                                held != null && held.right(sql)));
            }
        }

        @Override
        public void close() {
            trial.close();
        }
    }
}
