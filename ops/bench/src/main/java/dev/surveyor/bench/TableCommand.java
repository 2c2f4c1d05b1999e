package dev.surveyor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code surveyor bench table}: the newest results, of faults too, into the README. */
@Command(
        name = "table",
        description =
                "Writes the newest results of ops/bench/results, faults too, into ops/bench/README.md.")
final class TableCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs the command
    TableCommand() {}

    @Override
    public Integer call() throws IOException {
        Path page = ExperimentCommands.folder().resolve("README.md");
        String table = ResultTable.of(new ResultFolder(page.resolveSibling("results")).readAll());
        Files.writeString(page, ResultTable.replaceIn(Files.readString(page), table));
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
