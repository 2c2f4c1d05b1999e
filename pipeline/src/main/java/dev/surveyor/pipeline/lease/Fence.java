package dev.surveyor.pipeline.lease;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.task.TaskDecorator;

/**
 * Under which lease this thread works, for those who write without being told: Spring Batch's
 * bookkeeping. Who works under none cannot write there at all.
 */
public final class Fence {

    private static final ScopedValue<Optional<Lease>> HELD = ScopedValue.newInstance();

    private Fence() {}

    /** What is written in the course of this work is written under the lease. */
    public static <T> T under(Lease lease, Supplier<T> work) {
        return ScopedValue.where(HELD, Optional.of(lease)).call(work::get);
    }

    /** Takes away what is left of surveys that are over, which nobody holds a lease of. */
    public static void past(Runnable work) {
        ScopedValue.where(HELD, Optional.empty()).run(work);
    }

    /** Tasks work under what whoever hands them over works under. */
    public static TaskDecorator carried() {
        return task -> {
            Optional<Lease> held = held();
            return () -> ScopedValue.where(HELD, held).run(task);
        };
    }

    static Optional<Lease> held() {
        return HELD.orElseThrow(
                () -> new IllegalStateException("nobody said under which lease this is written"));
    }
}
