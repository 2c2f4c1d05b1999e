package dev.surveyor.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a survey is: a bar where somebody looks, a line now and then where output is collected.
 */
final class SurveyProgress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;

    private final PrintWriter err;
    private final boolean watched;
    private final ProgressBar bar;
    private final long begun = System.nanoTime();
    private long nextLine = begun + BETWEEN_LINES.toNanos();

    SurveyProgress(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
        this.bar = new ProgressBar(err, 0, watched);
    }

    /** With what is known of the rate here. */
    void tables(int done, int total) {
        double seconds = (System.nanoTime() - begun) / NANOS;
        double rate = seconds > 0 ? done / seconds : 0;
        at(done, total, rate > 0 ? pace(rate, Math.round((total - done) / rate)) : "");
    }

    void at(int done, int total, String what) {
        if (watched) {
            bar.at(done, total, what);
        } else if (System.nanoTime() - nextLine >= 0) {
            nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
            err.println("  " + ProgressBar.words(done, total, what));
            err.flush();
        }
    }

    static String pace(double tablesPerSecond, long secondsLeft) {
        return String.format(
                Locale.ROOT, "%.1f/s, %s to go", tablesPerSecond, duration(secondsLeft));
    }

    private static String duration(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    @Override
    public void close() {
        bar.close();
    }
}
