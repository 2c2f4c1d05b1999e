package dev.surveyor.eval.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how far a measurement is, once it takes longer than two seconds: a bar on a terminal, else
 * a line now and then. Called from several threads.
 */
public final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int BAR_WIDTH = 30;

    private final PrintWriter err;
    private final String what;
    private final int total;
    private final boolean bar;
    private final long startNanos = System.nanoTime();
    private long nextNanos = startNanos + QUIET.toNanos();
    private int done;
    private boolean barShown;

    public Progress(PrintWriter err, String what, int done, int total) {
        this(err, what, done, total, onTerminal());
    }

    Progress(PrintWriter err, String what, int done, int total, boolean bar) {
        this.err = err;
        this.what = what;
        this.done = done;
        this.total = total;
        this.bar = bar;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 is back to null where nobody sits
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    public synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (now - nextNanos >= 0) {
            nextNanos = now + (bar ? BETWEEN_BARS : BETWEEN_LINES).toNanos();
            show(now);
        }
    }

    private void show(long now) {
        String line =
                String.format(
                        Locale.ROOT,
                        "%s %d of %d, %d s",
                        what,
                        done,
                        total,
                        Duration.ofNanos(now - startNanos).toSeconds());
        if (bar) {
            int filled = (int) ((long) BAR_WIDTH * done / Math.max(1, total));
            err.print("\r[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "] " + line);
            barShown = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Leaves the bar as it is and the cursor below it. */
    @Override
    public synchronized void close() {
        if (barShown) {
            show(System.nanoTime());
            err.println();
        }
    }
}
