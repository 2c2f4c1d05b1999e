package dev.surveyor.eval.ask;

import dev.surveyor.eval.Engine;
import dev.surveyor.eval.EngineProvider;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.Task;
import dev.surveyor.eval.equality.Rows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what a question's wording says: {@code sql: …}, {@code rows: …}, {@code clarify}, {@code
 * decline}, {@code fail}, {@code throw}, {@code hang}, {@code stop}.
 */
public final class ScriptedEngine implements Engine {

    /** After so many answers the process says so and answers no more. */
    static final String HANGS_AFTER = "surveyor.eval.test.hangs-after";

    private final int answersMax = Integer.getInteger(HANGS_AFTER, Integer.MAX_VALUE);
    private final AtomicInteger answers = new AtomicInteger();

    /** Found by its service line. */
    public static final class Provider implements EngineProvider {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Engine open(Map<String, String> options) {
            if (!options.isEmpty()) {
                throw new EvaluationException("There is no option " + options.keySet() + ".");
            }
            return new ScriptedEngine();
        }
    }

    @Override
    public Outcome answer(Task task) throws Exception {
        if (answers.incrementAndGet() > answersMax) {
            System.out.println("hanging");
            new CountDownLatch(1).await();
        }
        String[] script = task.wording().split(": ", 2);
        return switch (script[0]) {
            case "sql" -> Outcome.Answered.withSql(script[1]);
            case "rows" ->
                    new Outcome.Answered("", Rows.of(List.of(List.of((Object) script[1]))), 0.5);
            case "clarify" -> new Outcome.Clarified("Which one?");
            case "decline" -> new Outcome.Declined("Not in this database.");
            case "fail" -> new Outcome.Failed("Out of ideas.");
            case "throw" -> throw new IllegalStateException("broken");
            case "stop" -> throw new EvaluationException("The engine's server is gone.");
            case "hang" -> {
                new CountDownLatch(1).await();
                yield new Outcome.Failed("never");
            }
            default -> throw new IllegalArgumentException(task.wording());
        };
    }
}
