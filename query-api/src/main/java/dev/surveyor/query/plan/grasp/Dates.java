package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Lore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which column a span of days speaks of. */
final class Dates {

    private static final Set<String> GENERIC = Set.of("day", "date", "month", "time", "year");
    private static final double NULLABLE = 0.4;
    private static final double OPEN = 0.05;

    /** A column and what speaks against it. */
    record Dated(ColumnFacts column, double cost) {}

    private final Lookup lookup;

    Dates(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The columns of these rows and of those that each has one of, the likeliest first. */
    List<Dated> of(Rows rows, List<Thing> said) {
        List<Dated> dated = new ArrayList<>();
        for (ColumnFacts column : lookup.columns()) {
            Lore lore = lookup.lore(column.id());
            if (!lore.dated() || !rows.paths().reaches(column.table())) {
                continue;
            }
            double cost =
                    0.5 * rows.paths().cost(column.table())
                            + (rows.paths().single(column.table()) ? 0 : 1)
                            + (lore.nullable() ? NULLABLE : 0)
                            + (lore.timed() ? 0.1 : 0)
                            + (column.stems().stream().allMatch(GENERIC::contains) ? -0.2 : 0);
            Optional<Thing> named =
                    said.stream().filter(t -> !t.table() && t.id() == column.id()).findFirst();
            cost -= named.map(thing -> 2 * thing.score()).orElse(0.0);
            dated.add(new Dated(column, cost));
        }
        dated.sort(Comparator.comparingDouble(Dated::cost));
        return dated;
    }

    /** Columns that are as likely as the first, and no other telling of the same moment. */
    List<ColumnFacts> rivals(List<Dated> dated) {
        List<ColumnFacts> rivals = new ArrayList<>();
        for (Dated each : dated) {
            boolean near = each.cost() - dated.getFirst().cost() < OPEN;
            boolean same =
                    rivals.stream()
                            .anyMatch(one ->
                                    one.stems()
                                            .getFirst()
                                            .equals(each.column().stems().getFirst()));
            if (near && !same) {
                rivals.add(each.column());
            }
        }
        return rivals;
    }
}
