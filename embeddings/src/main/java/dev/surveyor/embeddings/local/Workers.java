package dev.surveyor.embeddings.local;

import dev.surveyor.embeddings.EmbeddingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that take one text after another. Questions go before passages; who
 * brings more passages than the queue holds waits, who brings more questions is told so.
 */
final class Workers implements AutoCloseable {

    private static final int QUESTIONS_WAITING_MAX = 64;
    private static final int DRAIN_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final Semaphore passageRoom;
    private final Semaphore questionRoom = new Semaphore(QUESTIONS_WAITING_MAX);
    private final AtomicLong arrivals = new AtomicLong();

    Workers(int count, int queueMax) {
        AtomicLong numbers = new AtomicLong();
        threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new PriorityBlockingQueue<>(),
                        run ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("embedding-" + numbers.incrementAndGet())
                                        .unstarted(run));
        passageRoom = new Semaphore(queueMax);
    }

    int count() {
        return threads.getCorePoolSize();
    }

    <R> R question(Callable<R> work) {
        if (!questionRoom.tryAcquire()) {
            throw new EmbeddingException(
                    EmbeddingException.Code.BUSY,
                    true,
                    "Too many questions wait for the embedding model: ask again in a moment.",
                    null);
        }
        return result(started(new Task<>(work, true, arrivals.incrementAndGet(), questionRoom)));
    }

    /** All or none: when one fails those that wait are not begun. */
    <T, R> List<R> passages(List<T> inputs, Function<T, Callable<R>> work) {
        List<Future<R>> futures = new ArrayList<>();
        try {
            for (T input : inputs) {
                passageRoom.acquire();
                long arrival = arrivals.incrementAndGet();
                futures.add(started(new Task<>(work.apply(input), false, arrival, passageRoom)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            return results;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    private <R> Future<R> started(Task<R> task) {
        threads.execute(task);
        if (threads.isShutdown()) {
            // It may have slipped in after the queue was emptied.
            task.cancel(false);
        }
        return task;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(false);
            throw interrupted(e);
        } catch (CancellationException e) {
            throw stopped(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmbeddingException failure) {
                throw failure;
            }
            throw new EmbeddingException(
                    EmbeddingException.Code.MODEL_FAILED,
                    false,
                    "The embedding model failed on a text (%s): please report it."
                            .formatted(e.getCause()),
                    e.getCause());
        }
    }

    private static EmbeddingException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return stopped(e);
    }

    static EmbeddingException stopped(@Nullable Exception e) {
        return new EmbeddingException(
                EmbeddingException.Code.STOPPED,
                true,
                "Embedding was stopped before it was done: start it again.",
                e);
    }

    /** What is under way is finished, what waits is given up. */
    @Override
    public void close() {
        threads.setRejectedExecutionHandler((task, pool) -> ((Future<?>) task).cancel(false));
        threads.shutdown();
        List<Runnable> waiting = new ArrayList<>();
        threads.getQueue().drainTo(waiting);
        waiting.forEach(task -> ((Future<?>) task).cancel(false));
        boolean interrupted = false;
        try {
            if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "A text is embedded for longer than " + DRAIN_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Questions first, then who came first. */
    private static final class Task<R> extends FutureTask<R> implements Comparable<Task<?>> {

        private final boolean question;
        private final long arrival;
        private final Semaphore room;

        Task(Callable<R> work, boolean question, long arrival, Semaphore room) {
            super(work);
            this.question = question;
            this.arrival = arrival;
            this.room = room;
        }

        @Override
        protected void done() {
            room.release();
        }

        @Override
        public int compareTo(Task<?> other) {
            return question == other.question
                    ? Long.compare(arrival, other.arrival)
                    : Boolean.compare(other.question, question);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
