package dev.surveyor.embeddings;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens something when it is first used; a failure to open is met again by the next use. */
final class Lazy<T> {

    private final Supplier<T> opening;
    private final String stopped;
    private volatile @Nullable T opened;
    private volatile boolean tried;
    private boolean closed;

    /**
     * @param stopped what whoever comes after the end is told
     */
    Lazy(Supplier<T> opening, String stopped) {
        this.opening = opening;
        this.stopped = stopped;
    }

    T opened() {
        T there = opened;
        return there != null ? there : open();
    }

    private synchronized T open() {
        if (closed) {
            throw new EmbeddingException(EmbeddingException.Code.STOPPED, true, stopped, null);
        }
        T there = opened;
        if (there == null) {
            tried = true;
            there = opening.get();
            opened = there;
        }
        return there;
    }

    /** Whether somebody wanted it, be it that it could not be opened. */
    boolean tried() {
        return tried;
    }

    /** Null: nobody has used it yet. */
    @Nullable T ifOpened() {
        return opened;
    }

    /** From now on nobody opens it; what was opened is closed. */
    synchronized void end(Consumer<T> closing) {
        closed = true;
        T there = opened;
        if (there != null) {
            closing.accept(there);
        }
    }
}
