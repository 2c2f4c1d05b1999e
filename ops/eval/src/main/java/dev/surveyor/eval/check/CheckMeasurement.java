package dev.surveyor.eval.check;

import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionOptions;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.terminal.Lists;
import dev.surveyor.eval.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Turns the scorer on the golds: each has to accept itself and to refuse the others. */
@Command(
        name = "check",
        header = "Turns the scorer on the golds themselves.",
        description =
                "%nRuns every gold and has the scorer accept it against its own rows, then compares"
                        + " each gold with every other one of its database: what is accepted there"
                        + " has to be equal by a second, plainer comparison too. Pairs where the two"
                        + " differ are disputed and listed. All names, with the reasons, go to files"
                        + " in the --out folder.%n",
        footer = {
            "",
            "RESULT: golds (with known rows), accepted, exceptions (listed by reason); of the pairs"
                    + " wrong_refused, wrong_equal, disputed."
        })
public final class CheckMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final QuestionOptions questionOptions = new QuestionOptions();

    @Mixin private final Lists lists = new Lists();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            description = "Golds run at once (default: ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Most time for a gold (default: ${DEFAULT-VALUE}).")
    private int secondsMax;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where exceptions.tsv and disputed.tsv go (default: a folder under eval-results,"
                            + " named after the questions, the dialect and the split).")
    private @Nullable Path out;

    @Override
    public ResultLine call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (parallel < 1 || parallel > 64 || secondsMax < 1 || secondsMax > 3600) {
            throw new ParameterException(
                    command.commandLine(), "--parallel is 1 to 64, --seconds 1 to 3600.");
        }
        PrintWriter err = command.commandLine().getErr();
        QuestionSet set = questionOptions.load();
        ExceptionFiles files = ExceptionFiles.in(folder(set));
        List<CheckedGold> golds = runAll(set, err);
        CrossCounts counts = compareAll(golds, err);
        files.write(golds, counts.disputed());

        PrintWriter print = command.commandLine().getOut();
        exceptions(golds).forEach((kind, ids) -> print.println(lists.line(kind, ids)));
        print.println(lists.line("pairs disputed", counts.disputed()));
        print.println("all by name, with the reasons: " + files);
        long accepted = golds.stream().filter(CheckedGold::accepted).count();
        return ResultLine.empty()
                .with("golds", golds.size())
                .with("accepted", accepted)
                .with("exceptions", golds.size() - accepted)
                .with("wrong_refused", counts.refused())
                .with("wrong_equal", counts.equal())
                .with("disputed", counts.disputed().size());
    }

    private Path folder(QuestionSet set) {
        if (out != null) {
            return out;
        }
        Map<String, String> identity = set.identity();
        return Path.of(
                "eval-results",
                String.join("-", "check", set.name(), identity.get("on"), identity.get("split")));
    }

    private List<CheckedGold> runAll(QuestionSet set, PrintWriter err) {
        Map<String, CheckedGold> checked = new ConcurrentHashMap<>();
        Duration timeMax = Duration.ofSeconds(secondsMax);
        try (Progress progress = new Progress(err, "run", 0, set.questions().size())) {
            Workers.run(
                    set.questions(),
                    parallel,
                    () ->
                            new SelfCheck(
                                    set, questionOptions.dialect(), timeMax, checked, progress));
        }
        return set.questions().stream()
                .map(Question::id)
                .map(checked::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private CrossCounts compareAll(List<CheckedGold> golds, PrintWriter err) {
        CrossCounts counts = new CrossCounts();
        Map<String, List<CheckedGold>> byDatabase =
                golds.stream()
                        .collect(
                                Collectors.groupingBy(
                                        gold -> gold.question().database(),
                                        TreeMap::new,
                                        Collectors.toList()));
        try (Progress progress = new Progress(err, "compared", 0, golds.size())) {
            Workers.run(
                    List.copyOf(byDatabase.values()),
                    parallel,
                    () -> new CrossCheck(counts, progress));
        }
        return counts;
    }

    private static Map<String, List<String>> exceptions(List<CheckedGold> golds) {
        return golds.stream()
                .filter(gold -> !gold.accepted())
                .collect(
                        Collectors.groupingBy(
                                CheckedGold::kind,
                                TreeMap::new,
                                Collectors.mapping(
                                        gold -> gold.question().id(), Collectors.toList())));
    }
}
