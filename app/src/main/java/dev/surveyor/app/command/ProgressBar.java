package dev.surveyor.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells how far a command is once it takes longer than two seconds; only where somebody looks. */
final class ProgressBar implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int WIDTH = 30;
    private static final int NAME_CHARS_MAX = 40;
    private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final int total;
    private final boolean wanted;
    private long nextNanos = System.nanoTime() + QUIET.toNanos();
    private int done;
    private boolean shown;

    ProgressBar(PrintWriter err, int total, boolean wanted) {
        this.err = err;
        this.total = total;
        this.wanted = wanted;
    }

    void step(String name) {
        at(done + 1, total, name);
    }

    void at(int nowDone, int nowTotal, String what) {
        done = nowDone;
        long now = System.nanoTime();
        if (wanted && now - nextNanos >= 0) {
            nextNanos = now + BETWEEN.toNanos();
            int filled = (int) Math.min(WIDTH, (long) WIDTH * done / Math.max(1, nowTotal));
            err.printf(
                    Locale.ROOT,
                    "%s[%s%s] %s",
                    TO_LINE_START_AND_CLEAR,
                    "#".repeat(filled),
                    "-".repeat(WIDTH - filled),
                    words(done, nowTotal, what));
            err.flush();
            shown = true;
        }
    }

    /** As long as nobody has counted the tables, only what is going on. */
    static String words(int done, int total, String what) {
        String printable = Printable.of(what, NAME_CHARS_MAX);
        return total == 0
                ? printable
                : String.format(Locale.ROOT, "%,d of %,d tables  %s", done, total, printable);
    }

    /** The bar makes room for the result. */
    @Override
    public void close() {
        if (shown) {
            err.print(TO_LINE_START_AND_CLEAR);
            err.flush();
        }
    }
}
