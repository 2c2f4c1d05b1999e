package dev.surveyor.eval.ask;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.Task;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.databases.Execution;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.gold.GoldResult;
import dev.surveyor.eval.gold.GoldResults;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.sqlshape.SqlShape;
import dev.surveyor.eval.terminal.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks questions one after another and scores what comes back; for one thread. */
final class Asker implements Workers.Worker<Question> {

    private final Respondent respondent;
    private final QuestionSet set;
    private final Duration timeMax;
    private final RunFolder folder;
    private final Progress progress;
    private final Lane goldLane = new Lane();
    private final Lane answerLane = new Lane();
    private final GoldResults golds;

    Asker(
            Respondent respondent,
            QuestionSet set,
            Duration timeMax,
            RunFolder folder,
            Progress progress) {
        this.respondent = respondent;
        this.set = set;
        this.timeMax = timeMax;
        this.folder = folder;
        this.progress = progress;
        golds = new GoldResults(set.goldDatabases(), goldLane, timeMax);
    }

    @Override
    public void work(Question question) throws InterruptedException {
        folder.add(ask(question));
        progress.step();
    }

    private Score ask(Question question) throws InterruptedException {
        // Before the clock starts: the first task about a database may have to load it.
        Task task = set.task(question);
        respondent.prepare(task);
        if (question.expectation() == Expectation.DECLINE) {
            return askForNothing(question, task);
        }
        return switch (golds.of(question)) {
            case GoldResult.Known gold -> askForRows(question, task, gold);
            case GoldResult.Unknown(String reason) ->
                    score(
                            question,
                            Standing.NO_GOLD,
                            Reply.without(Result.NOT_ASKED, reason),
                            System.nanoTime());
        };
    }

    private Score askForNothing(Question question, Task task) throws InterruptedException {
        long start = System.nanoTime();
        Reply reply = reply(respondent.answer(question, task), task, 0);
        Reply judged = reply.judged(reply.result() == Result.DECLINED);
        return score(question, Standing.COUNTED, judged, start);
    }

    private Score askForRows(Question question, Task task, GoldResult.Known gold)
            throws InterruptedException {
        long start = System.nanoTime();
        // One row more than the gold has is enough to tell a result that has too many.
        Reply reply = reply(respondent.answer(question, task), task, gold.rows().count() + 1);
        boolean right = reply.rows() != null && gold.accepts(reply.rows());
        Standing standing =
                gold.rows().isEmpty()
                        ? Standing.EMPTY_GOLD
                        : gold.tied() ? Standing.TIED : Standing.COUNTED;
        return score(question, standing, reply.judged(right), start);
    }

    private Reply reply(Outcome outcome, Task task, int rowsMax) {
        return switch (outcome) {
            case Outcome.Answered answered -> rows(answered, task, rowsMax);
            case Outcome.Clarified(String back) -> Reply.without(Result.CLARIFIED, back);
            case Outcome.Declined(String reason) -> Reply.without(Result.DECLINED, reason);
            case Outcome.Failed(String reason) -> Reply.without(Result.FAILED, reason);
        };
    }

    private Reply rows(Outcome.Answered answered, Task task, int rowsMax) {
        if (answered.rows() != null) {
            return Reply.answered(answered, answered.rows());
        }
        Access access = task.access();
        Execution execution =
                access == null
                        ? new Execution.Broke("There is no database to run the SQL on.")
                        : answerLane.run(access, answered.sql(), rowsMax, timeMax);
        return switch (execution) {
            case Execution.Ran(Rows rows, boolean ignored) -> Reply.answered(answered, rows);
            case Execution.Broke(String reason) -> Reply.broken(answered, reason);
        };
    }

    private static Score score(Question question, Standing standing, Reply reply, long start) {
        String sql = question.gold().sql();
        SqlShape shape = sql == null ? SqlShape.UNKNOWN : SqlShape.of(sql);
        return new Score(
                question.id(),
                question.database(),
                question.hardness() == null ? shape.hardness() : question.hardness(),
                shape.constructs(),
                standing,
                reply.result(),
                reply.right(),
                reply.sql(),
                reply.reason(),
                reply.confidence(),
                (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public void close() {
        goldLane.close();
        answerLane.close();
    }

    private record Reply(
            Result result,
            @Nullable Rows rows,
            boolean right,
            @Nullable String sql,
            @Nullable String reason,
            @Nullable Double confidence) {

        static Reply answered(Outcome.Answered answered, Rows rows) {
            return new Reply(
                    Result.ANSWERED, rows, false, answered.sql(), null, answered.confidence());
        }

        /** SQL that does not run is no answer. */
        static Reply broken(Outcome.Answered answered, String reason) {
            return new Reply(
                    Result.FAILED, null, false, answered.sql(), reason, answered.confidence());
        }

        static Reply without(Result result, String reason) {
            return new Reply(result, null, false, null, reason, null);
        }

        Reply judged(boolean isRight) {
            return new Reply(result, rows, isRight, sql, reason, confidence);
        }
    }
}
