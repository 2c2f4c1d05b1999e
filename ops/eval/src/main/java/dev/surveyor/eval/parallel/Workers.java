package dev.surveyor.eval.parallel;

import dev.surveyor.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Works through a list on several threads, each with what it needs for itself. */
public final class Workers {

    private Workers() {}

    /** One thread's part: made by it, used by it, closed by it. */
    public interface Worker<T> extends AutoCloseable {

        void work(T item) throws InterruptedException;

        @Override
        void close();
    }

    /** Hands out the items in order. The first failure stops everything and is thrown. */
    public static <T> void run(List<T> items, int parallel, Supplier<? extends Worker<T>> workers) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                parts.add(threads.submit(() -> workThrough(items, next, workers)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new EvaluationException("The run broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("The run was interrupted.", e);
        }
    }

    private static <T> boolean workThrough(
            List<T> items, AtomicInteger next, Supplier<? extends Worker<T>> workers)
            throws InterruptedException {
        try (Worker<T> worker = workers.get()) {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                worker.work(items.get(i));
            }
            return true;
        } catch (RuntimeException | InterruptedException e) {
            next.set(items.size());
            throw e;
        }
    }
}
