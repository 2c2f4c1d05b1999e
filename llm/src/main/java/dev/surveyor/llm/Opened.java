package dev.surveyor.llm;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A provider's client, made with its first use: none of its classes is loaded before. */
final class Opened implements AutoCloseable {

    private final Supplier<ModelEndpoint> opening;
    private volatile @Nullable ModelEndpoint endpoint;
    private boolean closed;

    Opened(Supplier<ModelEndpoint> opening) {
        this.opening = opening;
    }

    ModelEndpoint get() {
        ModelEndpoint there = endpoint;
        return there != null ? there : open();
    }

    private synchronized ModelEndpoint open() {
        if (closed) {
            throw Deadlines.stopped();
        }
        ModelEndpoint there = endpoint;
        if (there == null) {
            there = opening.get();
            endpoint = there;
        }
        return there;
    }

    @Override
    public synchronized void close() {
        closed = true;
        ModelEndpoint there = endpoint;
        if (there != null) {
            there.close();
        }
    }
}
