package dev.surveyor.eval.ask;

import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.Engine;
import dev.surveyor.eval.EngineProvider;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.Task;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who answers: an engine that is measured, or one of the two that know the golds. */
sealed interface Respondent extends AutoCloseable {

    Outcome answer(Question question, Task task) throws InterruptedException;

    /** Before the clock of a question starts. */
    default void prepare(Task task) throws InterruptedException {}

    @Override
    void close();

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("gold", "wrong-gold"));
        ServiceLoader.load(EngineProvider.class).forEach(provider -> names.add(provider.name()));
        return names;
    }

    /** The engine of that name; none where nobody provides one. */
    static Optional<Respondent> open(
            String name,
            Map<String, String> options,
            QuestionSet set,
            Dialect dialect,
            Duration timeMax) {
        GoldEngine golds = new GoldEngine(dialect);
        return switch (name) {
            case "gold" -> Optional.of(knowing(golds, options));
            case "wrong-gold" ->
                    Optional.of(knowing(new WrongGoldEngine(golds, set.questions()), options));
            default ->
                    ServiceLoader.load(EngineProvider.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .filter(provider -> provider.name().equals(name))
                            .findFirst()
                            .map(provider -> new Blind(provider.open(options), timeMax));
        };
    }

    private static Respondent knowing(ReferenceEngine engine, Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new EvaluationException(
                    "The reference engines take no options, but --set gives "
                            + String.join(", ", options.keySet())
                            + ".");
        }
        return new Knowing(engine);
    }

    record Knowing(ReferenceEngine engine) implements Respondent {

        @Override
        public Outcome answer(Question question, Task task) {
            return engine.answer(question);
        }

        @Override
        public void close() {}
    }

    /** Gets the task without the gold, and no more time than it may take. */
    record Blind(Engine engine, Duration timeMax) implements Respondent {

        @Override
        public void prepare(Task task) throws InterruptedException {
            engine.prepare(task);
        }

        @Override
        public Outcome answer(Question question, Task task) throws InterruptedException {
            FutureTask<Outcome> answer =
                    new FutureTask<>(() -> Objects.requireNonNull(engine.answer(task)));
            Thread.ofVirtual().name("engine " + task.questionId()).start(answer);
            try {
                return answer.get(timeMax.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                answer.cancel(true);
                return new Outcome.Failed("No answer within " + timeMax.toSeconds() + " s.");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EvaluationException cannotRun) {
                    throw cannotRun;
                }
                return new Outcome.Failed(String.valueOf(e.getCause()));
            }
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
