package dev.surveyor.query.known;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something with its first use and keeps it; a failure is met again. For many threads. */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> making;
    private @Nullable T made;

    public Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        T there = made;
        if (there == null) {
            there = making.get();
            made = there;
        }
        return there;
    }
}
