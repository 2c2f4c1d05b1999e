package dev.surveyor.eval.check;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.databases.Execution;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.gold.GoldResult;
import dev.surveyor.eval.gold.GoldResults;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.terminal.Progress;
import java.time.Duration;
import java.util.Map;

/** Runs golds and compares each with what it should give; for one thread. */
final class SelfCheck implements Workers.Worker<Question> {

    private final QuestionSet set;
    private final Dialect dialect;
    private final Duration timeMax;
    private final Map<String, CheckedGold> checked;
    private final Progress progress;
    private final Lane goldLane = new Lane();
    private final Lane lane = new Lane();
    private final GoldResults golds;

    SelfCheck(
            QuestionSet set,
            Dialect dialect,
            Duration timeMax,
            Map<String, CheckedGold> checked,
            Progress progress) {
        this.set = set;
        this.dialect = dialect;
        this.timeMax = timeMax;
        this.checked = checked;
        this.progress = progress;
        golds = new GoldResults(set.goldDatabases(), goldLane, timeMax);
    }

    @Override
    public void work(Question question) {
        if (question.expectation() == Expectation.ANSWER
                && golds.of(question) instanceof GoldResult.Known gold) {
            checked.put(question.id(), new CheckedGold(question, gold, exception(question, gold)));
        }
        progress.step();
    }

    /** Why the gold is not accepted; empty where it is. */
    private String exception(Question question, GoldResult.Known gold) {
        String sql = question.gold().sql();
        if (dialect == Dialect.POSTGRES) {
            sql = question.gold().postgresSql();
        }
        Access access = set.databases().access(question.database());
        if (access == null) {
            return "no database to run it on";
        }
        if (sql == null) {
            return "its file has no SQL for this dialect";
        }
        return switch (lane.run(access, sql, gold.rows().count() + 1, timeMax)) {
            case Execution.Ran(Rows rows, boolean ignored) -> {
                if (gold.accepts(rows)) {
                    yield "";
                }
                yield gold.tied() ? "tied under LIMIT, other rows came back" : "other rows";
            }
            case Execution.Broke(String reason) -> "did not run: " + reason;
        };
    }

    @Override
    public void close() {
        goldLane.close();
        lane.close();
    }
}
