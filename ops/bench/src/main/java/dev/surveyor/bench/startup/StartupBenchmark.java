package dev.surveyor.bench.startup;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.server.FolderProcesses;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whole processes: the launcher's prepared start beside {@code java -jar} of the same jar, on one
 * data folder that was made before.
 */
public final class StartupBenchmark implements Benchmark {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final int COMMAND_SECONDS_MAX = 60;
    private static final int ANSWER_SECONDS_MAX = 120;
    private static final long IDLE_MILLIS = 3000;

    private record Measured(double firstAnswerSeconds, double residentMebibytes) {}

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String summary() {
        return "First answer of 'serve' against the plain jar, '--version' and '--help', idle memory.";
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Path home = workplace.home();
        Path data = Files.createDirectories(home.resolve("ops/bench/target/startup-data"));
        String launcher = home.resolve("surveyor").toString();
        List<String> ours = List.of(launcher, "serve");
        List<String> plainJar =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        home.resolve("app/target/surveyor.jar").toString(),
                        "serve");

        new FolderProcesses(data).killAtExit();

        workplace.progress().println("Making the data folder, warming up");
        measure(ours, data);
        measure(plainJar, data);

        int rounds = workplace.rounds();
        List<Double> prepared = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        List<Double> version = new ArrayList<>();
        List<Double> help = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            workplace.progress().printf("Round %d of %d%n", round + 1, rounds);
            Measured measured = measure(ours, data);
            prepared.add(measured.firstAnswerSeconds());
            memory.add(measured.residentMebibytes());
            plain.add(measure(plainJar, data).firstAnswerSeconds());
            version.add(seconds(launcher, "--version"));
            help.add(seconds(launcher, "--help"));
        }
        return report(
                new Samples(prepared),
                new Samples(plain),
                new Samples(memory),
                new Samples(version),
                new Samples(help));
    }

    private static Report report(
            Samples prepared, Samples plain, Samples memory, Samples version, Samples help) {
        Samples speedup = plain.over(prepared);
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("first_answer_s", prepared.median());
        results.put("speedup", speedup.median());
        results.put("version_s", Math.max(version.median(), help.median()));
        results.put("rss_mib", memory.median());
        return new Report(
                List.of(
                        new Report.Row("serve, prepared start", "s", prepared),
                        new Report.Row("serve, plain fat jar", "s", plain),
                        new Report.Row("plain / prepared, pair by pair", "x", speedup),
                        new Report.Row("idle memory of the JVM", "MiB", memory),
                        new Report.Row("--version", "s", version),
                        new Report.Row("--help", "s", help)),
                List.of(),
                results);
    }

    /** One start, timed from outside until an answer, weighed when it has nothing to do. */
    private static Measured measure(List<String> command, Path data)
            throws IOException, InterruptedException {
        ServerProcess server =
                ServerProcess.start(command, data, data.resolveSibling("startup-server.log"));
        try {
            double firstAnswer = server.awaitAnswer(ANSWER_SECONDS_MAX);
            Thread.sleep(IDLE_MILLIS);
            return new Measured(firstAnswer, residentMebibytes(server.pid()));
        } finally {
            server.stop();
        }
    }

    /** As ps tells it: the same on every system we run on. */
    private static double residentMebibytes(long pid) throws IOException {
        Process process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String kibibytes =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE;
    }

    private static double seconds(String... command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " did not end well");
        }
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
}
