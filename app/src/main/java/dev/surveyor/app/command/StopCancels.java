package dev.surveyor.app.command;

import dev.surveyor.llm.Cancellation;
import java.util.function.Supplier;

/** Where the program is told to stop while it works, the work is cancelled down to its database. */
final class StopCancels {

    private StopCancels() {}

    static <T> T during(Cancellation cancellation, Supplier<T> work) {
        Thread stop = new Thread(cancellation::cancel, "question-cancel");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return work.get();
        } finally {
            forget(stop);
        }
    }

    /** While the program stops already, there is nothing to forget any more. */
    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
