package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.words.NameWords;
import java.util.List;

/**
 * One thing is meant, and nothing says which.
 *
 * @param what is open: "date", "price", a value
 * @param choices short; each, said next, settles it
 */
public record Doubt(String what, List<String> choices) {

    public Doubt {
        choices = List.copyOf(choices);
    }

    /** To be asked back. */
    public String question() {
        return "Which " + what + ": " + String.join(" or ", choices) + "?";
    }

    public static Doubt columns(String what, List<ColumnFacts> columns, Lookup lookup) {
        return new Doubt(what, labels(columns, lookup));
    }

    public static Doubt tables(List<TableFacts> tables) {
        return new Doubt(
                "of these",
                tables.stream()
                        .map(table -> String.join(" ", NameWords.parts(table.name().name())))
                        .toList());
    }

    static Doubt value(String text, List<ColumnFacts> columns, Lookup lookup) {
        return new Doubt(
                text, labels(columns, lookup).stream().map(label -> label + " " + text).toList());
    }

    /** As people say them; with their tables where several are called the same. */
    private static List<String> labels(List<ColumnFacts> columns, Lookup lookup) {
        List<String> plain = columns.stream().map(column -> words(column.name())).toList();
        if (plain.stream().distinct().count() == plain.size()) {
            return plain;
        }
        return columns.stream()
                .map(column ->
                        words(lookup.tableOf(column).name().name()) + " " + words(column.name()))
                .toList();
    }

    private static String words(String name) {
        return String.join(" ", NameWords.parts(name));
    }
}
