package dev.surveyor.eval.guard;

import dev.surveyor.catalog.Secret;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.sources.SourceAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs {@link BoundedRuns} with a heap of 400 MiB: to end at all is to have stayed within it. */
final class BoundedProcess {

    private static final String HEAP = "-Xmx400m";
    private static final int MINUTES_MAX = 5;

    private final PrintWriter out;

    BoundedProcess(PrintWriter out) {
        this.out = out;
    }

    long bounded(List<Block> blocks, SourceAddress reader, @Nullable Path corpus)
            throws IOException, InterruptedException {
        if (blocks.isEmpty()) {
            return 0;
        }
        Secret password = reader.password();
        String address =
                "postgresql://%s:%s@%s:%d/%s"
                        .formatted(
                                encoded(reader.user()),
                                encoded(password == null ? "" : password.value()),
                                reader.host(),
                                reader.port(),
                                reader.database());
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BoundedRuns.class.getName(),
                                corpus == null ? "-" : corpus.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(BoundedRuns.ADDRESS, address);
        Process process = builder.start();
        Set<String> good = new HashSet<>();
        Set<String> bad = new HashSet<>();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", 3);
            if (words.length > 1 && words[1].equals("bounded")) {
                good.add(words[0]);
            } else {
                bad.add(words[0]);
                out.println("  " + line);
            }
        }
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        } else if (process.exitValue() != 0) {
            out.println("  the process with a small heap ended with " + process.exitValue());
        }
        good.removeAll(bad);
        return good.size();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
