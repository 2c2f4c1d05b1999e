package dev.surveyor.llm;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** What holds the calls of one provider within bounds. */
record Bounds(
        Admission admission,
        Circuit circuit,
        Retries retries,
        Deadlines deadlines,
        ModelUse.Listener listener,
        LongSupplier nanoTime)
        implements AutoCloseable {

    static Bounds of(LlmSettings settings, ModelUse.Listener listener) {
        return of(
                settings,
                listener,
                System::nanoTime,
                new Retries(
                        settings.retries(),
                        settings.retryPause(),
                        () -> ThreadLocalRandom.current().nextDouble(),
                        (length, cancellation) -> cancellation.await(length)));
    }

    static Bounds of(
            LlmSettings settings,
            ModelUse.Listener listener,
            LongSupplier nanoTime,
            Retries retries) {
        return new Bounds(
                new Admission(settings.concurrency(), settings.queueSize(), settings.queueWait()),
                new Circuit(settings.circuitFailures(), settings.circuitPause(), nanoTime),
                retries,
                new Deadlines(),
                listener,
                nanoTime);
    }

    @Override
    public void close() {
        deadlines.close();
    }
}
