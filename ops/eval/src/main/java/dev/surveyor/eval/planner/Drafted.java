package dev.surveyor.eval.planner;

import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.query.plan.choose.PlanFeatures;
import dev.surveyor.query.plan.choose.Ranked;
import dev.surveyor.query.plan.choose.Ranking;
import dev.surveyor.query.plan.compose.Composer;
import dev.surveyor.query.plan.compose.Draft;
import dev.surveyor.query.plan.join.Joins;
import dev.surveyor.query.plan.read.Reader;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Drafts plans for questions, runs the best of them and hands out which are right. */
final class Drafted implements Workers.Worker<Studied> {

    private final Function<Question, Reader> readers;
    private final Ranking ranking;
    private final Trial trial;
    private final int plansMax;
    private final BiConsumer<Studied, RankingExamples> found;

    Drafted(
            Function<Question, Reader> readers,
            Ranking ranking,
            Trial trial,
            int plansMax,
            BiConsumer<Studied, RankingExamples> found) {
        this.readers = readers;
        this.ranking = ranking;
        this.trial = trial;
        this.plansMax = plansMax;
        this.found = found;
    }

    @Override
    public void work(Studied studied) {
        Trial.Held held = trial.held(studied.question());
        if (held == null) {
            return;
        }
        Reading reading =
                readers.apply(studied.question()).read(studied.lookup(), studied.sentence());
        List<Draft> drafts =
                Composer.drafts(studied.lookup(), new Joins(studied.lookup()), reading);
        List<Ranked> ranked =
                ranking.of(drafts, studied.lookup(), reading).stream().limit(plansMax).toList();
        List<double[]> plans = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        boolean[] right = new boolean[ranked.size()];
        SqlWriter writer = SqlWriter.of(studied.lookup().dialect());
        for (int i = 0; i < right.length; i++) {
            Draft draft = ranked.get(i).draft();
            Map<String, Double> figures = PlanFeatures.of(draft, studied.lookup(), reading);
            plans.add(figures.values().stream().mapToDouble(Double::doubleValue).toArray());
            statements.add(writer.write(draft.query(), studied.lookup()));
            right[i] = held.right(statements.getLast());
        }
        found.accept(studied, new RankingExamples(plans, right, statements));
    }

    @Override
    public void close() {
        trial.close();
    }
}
