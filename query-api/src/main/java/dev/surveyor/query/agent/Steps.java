package dev.surveyor.query.agent;

import dev.surveyor.query.AnswerStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What was done for an answer, and how long it took. For one thread. */
final class Steps {

    private static final double NANOS_PER_MS = 1e6;

    private final List<AnswerStep> steps = new ArrayList<>();

    /** Does something and writes down what came of it. */
    <T> T take(String step, Supplier<T> work, Function<T, String> note) {
        long begin = System.nanoTime();
        T result = work.get();
        steps.add(
                new AnswerStep(
                        step, (System.nanoTime() - begin) / NANOS_PER_MS, note.apply(result)));
        return result;
    }

    List<AnswerStep> all() {
        return List.copyOf(steps);
    }
}
