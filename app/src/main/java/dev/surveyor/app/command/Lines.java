package dev.surveyor.app.command;

import dev.surveyor.llm.Cancellation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody types, or what comes through a pipe. */
interface Lines extends AutoCloseable {

    /** The next one; null: there are no more. */
    @Nullable String next();

    /** Does something that stopping cancels: the work, where somebody sits there, else all. */
    <T> T during(Cancellation cancellation, Supplier<T> work);

    @Override
    void close();
}
