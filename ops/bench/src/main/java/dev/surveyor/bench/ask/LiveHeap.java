package dev.surveyor.bench.ask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a JVM holds on to, right after it threw away what it does not. */
final class LiveHeap {

    private static final int SECONDS_MAX = 60;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private LiveHeap() {}

    static double mebibytes(long pid) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!jcmd.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            jcmd.destroyForcibly();
        }
        String total =
                text.lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the server's heap cannot be counted"));
        return Long.parseLong(total.strip().split("\\s+", -1)[2]) / BYTES_PER_MEBIBYTE;
    }
}
