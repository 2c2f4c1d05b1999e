package dev.surveyor.app.command;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** Tells a waiting person what is going on, with the seconds since the process began. */
final class Progress implements Consumer<String> {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private final PrintStream out;
    private final long begin = ManagementFactory.getRuntimeMXBean().getStartTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    double seconds() {
        return (System.currentTimeMillis() - begin) / MILLIS_PER_SECOND;
    }

    @Override
    public void accept(String step) {
        out.printf("  %5.1f s  %s%n", seconds(), step);
    }
}
