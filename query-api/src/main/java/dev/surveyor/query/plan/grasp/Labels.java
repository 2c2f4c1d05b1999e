package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people call the rows of a table by. */
final class Labels {

    private Labels() {}

    static List<ColumnFacts> of(Lookup lookup, int table) {
        TableFacts facts = lookup.table(table);
        List<ColumnFacts> first = named(facts, "first");
        List<ColumnFacts> last = named(facts, "last");
        Optional<ColumnFacts> best =
                facts.columns().stream()
                        .min(Comparator.comparingDouble(column -> cost(column, facts, lookup)));
        if (best.isEmpty()) {
            return List.of();
        }
        if (first.size() == 1 && last.size() == 1 && cost(best.get(), facts, lookup) > 0.25) {
            return List.of(first.getFirst(), last.getFirst());
        }
        return List.of(best.get());
    }

    private static List<ColumnFacts> named(TableFacts facts, String word) {
        return facts.columns().stream()
                .filter(column -> column.stems().contains(word) && column.stems().contains("name"))
                .toList();
    }

    private static double cost(ColumnFacts column, TableFacts facts, Lookup lookup) {
        if (column.kind() != Kind.TEXT) {
            return column.key() ? 0.8 : 2;
        }
        double doubt = lookup.lore(column.id()).nullable() && !column.key() ? 0.15 : 0;
        List<String> own =
                column.stems().stream().filter(stem -> !facts.stems().contains(stem)).toList();
        if (own.equals(List.of("name")) || column.stems().equals(List.of("name"))) {
            return doubt;
        }
        if (column.stems().contains("name")) {
            return (column.stems().contains("display") || column.stems().contains("full")
                            ? 0.05
                            : 0.4)
                    + doubt;
        }
        if (column.stems().contains("titl")) {
            return (own.equals(List.of("titl")) ? 0.3 : 0.9) + doubt;
        }
        return (column.key() ? 0.6 : column.stems().contains("number") ? 0.7 : 1) + doubt;
    }
}
