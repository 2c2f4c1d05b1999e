package dev.surveyor.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code surveyor bench}: a subcommand for each benchmark that is found. */
@Command(
        name = "surveyor bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description =
                "Measures how fast Surveyor is, each thing beside a named other way of doing it.",
        footer = {
            "",
            "Prints a table and one line 'RESULT name=value …'; keeps both under ops/bench/results.",
            "Exit status 1 only where it could not run."
        })
public final class Bench implements Runnable {

    /**
     * Where a benchmark works.
     *
     * @param home the checkout
     * @param rounds how often each thing is measured
     * @param progress for telling what is going on
     */
    public record Workplace(Path home, int rounds, PrintStream progress) {}

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Bench());
        for (Benchmark benchmark : ServiceLoader.load(Benchmark.class)) {
            CommandLine measurement = new CommandLine(new Measurement(benchmark));
            measurement.getCommandSpec().usageMessage().description(benchmark.summary());
            commandLine.addSubcommand(benchmark.name(), measurement);
        }
        return commandLine;
    }

    static List<String> names() {
        return StreamSupport.stream(ServiceLoader.load(Benchmark.class).spliterator(), false)
                .map(Benchmark::name)
                .toList();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                commandLine(), "Name what to measure: " + String.join(", ", names()) + ".");
    }

    /** One run of one benchmark. */
    @Command(mixinStandardHelpOptions = true)
    private static final class Measurement implements Callable<Integer> {

        private final Benchmark benchmark;

        @Option(
                names = "--rounds",
                paramLabel = "N",
                defaultValue = "5",
                description = "How often each thing is measured (default: 5).")
        private int rounds;

        Measurement(Benchmark benchmark) {
            this.benchmark = benchmark;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (rounds < 1 || rounds > 1000) {
                throw new CommandLine.ParameterException(
                        commandLine(), "--rounds must be between 1 and 1000.");
            }
            Path home = Path.of(System.getProperty("surveyor.home", "")).toAbsolutePath();

            Report report = benchmark.run(new Workplace(home, rounds, System.err));
            String when = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            String text =
                    "bench %s, %s%n%s%n%n%s%n%s%n"
                            .formatted(
                                    benchmark.name(),
                                    when,
                                    Machine.line(),
                                    report.table(),
                                    report.resultLine());
            keep(home.resolve("ops/bench/results"), when, text, report);
            System.out.print(text);
            return 0;
        }

        private void keep(Path folder, String when, String text, Report report) throws IOException {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(benchmark.name() + ".txt"), text);
            JsonMapper mapper =
                    JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            Files.writeString(
                    folder.resolve(benchmark.name() + ".json"),
                    mapper.writeValueAsString(
                            Map.of(
                                    "bench", benchmark.name(),
                                    "when", when,
                                    "machine", Machine.line(),
                                    "results", report.results())));
        }
    }
}
