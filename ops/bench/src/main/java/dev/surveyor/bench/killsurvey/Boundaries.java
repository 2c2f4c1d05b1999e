package dev.surveyor.bench.killsurvey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the commits of surveys in this process, and ends it at the one that a file names, as
 * {@code kill -9} would. Before the file is there nothing counts.
 */
final class Boundaries {

    /** Of the file that arms it. */
    static final String PROPERTY = "fault.halt";

    /** Counts and lets live. */
    static final String COUNT = "count";

    private static final String SURVEYS = "dev.surveyor.pipeline.";
    private static final String BATCH = "org.springframework.batch.";
    private static final String RENEWALS = "survey-leases";
    private static final int KILLED = 137;

    interface Commit {
        @Nullable Object make() throws Throwable;
    }

    private final Path order;
    private final AtomicInteger passed = new AtomicInteger();
    private volatile @Nullable String wanted;

    Boundaries(Path order) {
        this.order = order;
    }

    /** Where the count is kept. */
    static Path count(Path order) {
        return order.resolveSibling(order.getFileName() + ".count");
    }

    @Nullable Object pass(Commit commit) throws Throwable {
        if (!isArmed() || !isOfASurvey()) {
            return commit.make();
        }
        int number = passed.incrementAndGet();
        haltAt(number, "before");
        Object result = commit.make();
        haltAt(number, "after");
        if (COUNT.equals(wanted)) {
            Files.writeString(count(order), Integer.toString(number));
        }
        return result;
    }

    private boolean isArmed() {
        if (wanted == null && Files.exists(order)) {
            try {
                wanted = Files.readString(order).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return wanted != null;
    }

    private void haltAt(int number, String side) {
        if ((number + " " + side).equals(wanted)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Renewals come with the clock, not with the work. */
    private static boolean isOfASurvey() {
        return !Thread.currentThread().getName().equals(RENEWALS)
                && StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame ->
                                        frame.getClassName().startsWith(SURVEYS)
                                                || frame.getClassName().startsWith(BATCH)));
    }
}
