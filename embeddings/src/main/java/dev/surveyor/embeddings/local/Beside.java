package dev.surveyor.embeddings.local;

import dev.surveyor.embeddings.EmbeddingException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work on a thread of its own: one thing waits for the disk while another computes. */
final class Beside<T> {

    private final FutureTask<T> task;

    Beside(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
    }

    T await() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case EmbeddingException failure -> throw failure;
                case IOException failure -> throw failure;
                case UnsatisfiedLinkError failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Workers.stopped(e);
        }
    }
}
