package dev.surveyor.eval;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/** One command, run to its end in this process. */
public record CommandRun(int status, String out, String err) {

    public static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Evaluation.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Arrays.stream(arguments).map(CommandRun::text).toArray(String[]::new));
        return new CommandRun(status, out.toString(), err.toString());
    }

    private static String text(Object argument) {
        return argument instanceof Path path ? path.toString() : String.valueOf(argument);
    }

    public String lastLine() {
        return out.lines().reduce("", (before, line) -> line);
    }
}
