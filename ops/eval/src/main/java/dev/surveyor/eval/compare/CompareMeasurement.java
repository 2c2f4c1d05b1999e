package dev.surveyor.eval.compare;

import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.ask.RunFolder;
import dev.surveyor.eval.terminal.Lists;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which questions one run got right and another did not. */
@Command(
        name = "compare",
        header = "Sets two runs beside each other.",
        description =
                "%nGained is right in B only, lost is right in A only. Questions without a gold are"
                        + " left out.%n")
public final class CompareMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "A", description = "The folder of a run, as --out of eval ask.")
    private @Nullable Path a;

    @Parameters(paramLabel = "B", description = "The folder of the other run.")
    private @Nullable Path b;

    @Mixin private final Lists lists = new Lists();

    @Override
    public ResultLine call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Comparison comparison =
                Comparison.of(
                        RunFolder.scoresIn(Objects.requireNonNull(a)),
                        RunFolder.scoresIn(Objects.requireNonNull(b)));
        out.println(lists.line("gained", comparison.gained()));
        out.println(lists.line("lost", comparison.lost()));
        out.println(lists.line("right in both", comparison.right()));
        out.println(lists.line("wrong in both", comparison.wrong()));
        out.println(lists.line("in A only", comparison.onlyA()));
        out.println(lists.line("in B only", comparison.onlyB()));
        return ResultLine.empty()
                .with("gained", comparison.gained().size())
                .with("lost", comparison.lost().size())
                .with("unchanged", comparison.right().size() + comparison.wrong().size())
                .with("only_a", comparison.onlyA().size())
                .with("only_b", comparison.onlyB().size());
    }
}
