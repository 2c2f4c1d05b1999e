package dev.surveyor.eval.guard;

import java.io.PrintWriter;

/** Tells what is under way, and how long it took. */
final class Stages {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private long begin;

    Stages(PrintWriter out) {
        this.out = out;
    }

    void begin(String name) {
        end();
        out.println(name);
        out.flush();
        begin = System.nanoTime();
    }

    void end() {
        if (begin != 0) {
            out.printf("  took %.1f s%n", (System.nanoTime() - begin) / NANOS_PER_SECOND);
        }
    }
}
