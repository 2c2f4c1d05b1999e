package dev.surveyor.bench.ask;

import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.Asker.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many conversations at a time, each with one question after the other. */
final class Conversations {

    private static final int SERVER_AT_FAULT = 500;

    private final Asker asker;
    private final List<String> questions;
    private final int count;
    private final Duration latency;
    private int errorsDuring;

    /**
     * What came of them.
     *
     * @param overheads of each answer beyond model and database
     * @param errors answers that never came, or that blame the server
     */
    record Took(List<Double> overheads, int errors) {}

    /** Something that is measured while they go on. */
    @FunctionalInterface
    interface Measure {
        double take() throws IOException, InterruptedException;
    }

    Conversations(Asker asker, List<String> questions, int count, Duration latency) {
        this.asker = asker;
        this.questions = questions;
        this.count = count;
        this.latency = latency;
    }

    /** So many questions of each; people do not begin all at the same instant. */
    Took take(int questionsOfEach) throws IOException, InterruptedException {
        List<Double> overheads = new ArrayList<>();
        int errors = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Told>>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(threads.submit(() -> converse(number, questionsOfEach)));
            }
            for (Future<List<Told>> each : all) {
                for (Told told : result(each)) {
                    if (told.status() >= SERVER_AT_FAULT || told.at("/kind").equals("FAILURE")) {
                        errors++;
                    } else {
                        overheads.add(OneByOne.overhead(told) - latency.toMillis());
                    }
                }
            }
        }
        return new Took(overheads, errors);
    }

    private List<Told> converse(int number, int questionsOfEach)
            throws IOException, InterruptedException {
        Thread.sleep(latency.multipliedBy(number).dividedBy(count));
        List<Told> told = new ArrayList<>();
        String session = "";
        for (int i = 0; i < questionsOfEach; i++) {
            Map<String, Object> question =
                    Asker.question(questions.get((number + 7 * i) % questions.size()), "MODEL");
            if (!session.isEmpty()) {
                question.put("sessionId", session);
            }
            Told answer = asker.ask(question);
            told.add(answer);
            session = answer.at("/sessionId");
        }
        return told;
    }

    private static List<Told> result(Future<List<Told>> conversation)
            throws IOException, InterruptedException {
        try {
            return conversation.get();
        } catch (ExecutionException e) {
            throw new IOException("a conversation broke off: " + e.getCause(), e);
        }
    }

    /** Measures when all of them have begun another question. */
    double during(Measure measure) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Took> going = threads.submit(() -> take(2));
            Thread.sleep(latency.plus(latency.dividedBy(2)));
            double value = measure.take();
            errorsDuring = going.get().errors();
            return value;
        } catch (ExecutionException e) {
            throw new IOException("a conversation broke off: " + e.getCause(), e);
        }
    }

    int errorsDuring() {
        return errorsDuring;
    }
}
