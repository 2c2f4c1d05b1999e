package dev.surveyor.bench;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The newest results as a table between two marks of a page. */
final class ResultTable {

    static final String BEGIN = "<!-- written by: surveyor bench table -->";
    static final String END = "<!-- end of what is written -->";

    private ResultTable() {}

    /** By command, whatever the order they come in. */
    static String of(List<Result> results) {
        StringBuilder table =
                new StringBuilder("| command | figures | when | on |\n|---|---|---|---|\n");
        results.stream()
                .sorted(Comparator.comparing(Result::command))
                .forEach(result ->
                        table.append(
                                "| `%s` | `%s` | %s | %s |\n"
                                        .formatted(
                                                result.command(),
                                                result.report().figures(),
                                                result.when(),
                                                result.machine())));
        return table.toString();
    }

    /** The page with this table instead of the one it had. */
    static String replaceIn(String page, String table) throws IOException {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(
                    "ops/bench/README.md lacks the lines '%s' and '%s', in this order."
                            .formatted(BEGIN, END));
        }
        return page.substring(0, begin) + BEGIN + "\n" + table + page.substring(end);
    }
}
