package dev.surveyor.eval.planner;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.databases.Execution;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.gold.GoldResult;
import dev.surveyor.eval.gold.GoldResults;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.sqlshape.SqlShape;
import dev.surveyor.query.PlannerOutcome;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the planner questions and scores what comes back; for one thread. */
final class PlannerRun implements Workers.Worker<Question> {

    private static final Duration TIME_MAX = Duration.ofSeconds(30);

    private final PlannerAnswers answers;
    private final Databases databases;
    private final Function<String, String> askedOf;
    private final Consumer<Asked> found;
    private final Lane goldLane = new Lane();
    private final Lane lane = new Lane();
    private final GoldResults golds;

    /**
     * One question asked.
     *
     * @param planNanos what planning took, without any database
     */
    record Asked(Question question, Score score, long planNanos) {}

    PlannerRun(
            PlannerAnswers answers,
            QuestionSet set,
            Databases databases,
            Function<String, String> askedOf,
            Consumer<Asked> found) {
        this.answers = answers;
        this.databases = databases;
        this.askedOf = askedOf;
        this.found = found;
        golds = new GoldResults(set.goldDatabases(), goldLane, TIME_MAX);
    }

    @Override
    public void work(Question question) {
        Access access = databases.access(askedOf.apply(question.database()));
        if (access == null || !(golds.of(question) instanceof GoldResult.Known gold)) {
            return;
        }
        answers.lookups().surveyed(access);
        long start = System.nanoTime();
        PlannerOutcome plan = answers.plan(question.wording(), access);
        long nanos = System.nanoTime() - start;
        Outcome outcome = answers.judged(plan, access);
        found.accept(new Asked(question, score(question, gold, outcome, access, nanos), nanos));
    }

    private Score score(
            Question question, GoldResult.Known gold, Outcome outcome, Access access, long nanos) {
        Standing standing =
                gold.rows().isEmpty()
                        ? Standing.EMPTY_GOLD
                        : gold.tied() ? Standing.TIED : Standing.COUNTED;
        return switch (outcome) {
            case Outcome.Answered(String sql, Rows _, Double confidence) -> {
                Execution execution = lane.run(access, sql, gold.rows().count() + 1, TIME_MAX);
                yield switch (execution) {
                    case Execution.Ran(Rows rows, boolean _) ->
                            score(
                                    question,
                                    standing,
                                    Result.ANSWERED,
                                    gold.accepts(rows),
                                    sql,
                                    null,
                                    confidence,
                                    nanos);
                    case Execution.Broke(String reason) ->
                            score(
                                    question,
                                    standing,
                                    Result.FAILED,
                                    false,
                                    sql,
                                    reason,
                                    confidence,
                                    nanos);
                };
            }
            case Outcome.Clarified(String back) ->
                    score(question, standing, Result.CLARIFIED, false, null, back, null, nanos);
            case Outcome.Declined(String why) ->
                    score(question, standing, Result.DECLINED, false, null, why, null, nanos);
            case Outcome.Failed(String why) ->
                    score(question, standing, Result.FAILED, false, null, why, null, nanos);
        };
    }

    private static Score score(
            Question question,
            Standing standing,
            Result result,
            boolean right,
            @Nullable String sql,
            @Nullable String reason,
            @Nullable Double confidence,
            long nanos) {
        String gold = question.gold().sql();
        SqlShape shape = gold == null ? SqlShape.UNKNOWN : SqlShape.of(gold);
        return new Score(
                question.id(),
                question.database(),
                question.hardness() == null ? shape.hardness() : question.hardness(),
                shape.constructs(),
                standing,
                result,
                right,
                sql,
                reason,
                confidence,
                nanos / 1_000_000);
    }

    @Override
    public void close() {
        goldLane.close();
        lane.close();
    }
}
