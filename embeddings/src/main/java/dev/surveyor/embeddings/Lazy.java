package dev.surveyor.embeddings;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens something when it is first used; a failure to open is met again by the next use. */
final class Lazy<T> {

    private static final int END_SECONDS_MAX = 1;

    private final Supplier<T> opening;
    private final Consumer<T> closing;
    private final String stopped;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T opened;
    private volatile boolean tried;
    private volatile boolean closed;

    /**
     * @param stopped what whoever comes after the end is told
     */
    Lazy(Supplier<T> opening, Consumer<T> closing, String stopped) {
        this.opening = opening;
        this.closing = closing;
        this.stopped = stopped;
    }

    T opened() {
        T there = opened;
        return there != null ? there : open();
    }

    private T open() {
        lock.lock();
        try {
            requireOpen();
            T there = opened;
            if (there == null) {
                tried = true;
                there = opening.get();
                if (closed) {
                    closing.accept(there);
                    requireOpen();
                }
                opened = there;
            }
            return there;
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new EmbeddingException(EmbeddingException.Code.STOPPED, true, stopped, null);
        }
    }

    /** Whether somebody wanted it, be it that it could not be opened. */
    boolean tried() {
        return tried;
    }

    /** Null: nobody has used it yet. */
    @Nullable T ifOpened() {
        return opened;
    }

    /**
     * From now on nobody opens it; what was opened is closed. Who is opening it just now, which may
     * take long, closes it himself.
     */
    void end() {
        closed = true;
        try {
            if (lock.tryLock(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                try {
                    T there = opened;
                    if (there != null) {
                        closing.accept(there);
                    }
                } finally {
                    lock.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
