package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Form;
import dev.surveyor.query.plan.query.Grain;
import dev.surveyor.query.plan.query.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Give the supplier's name and the number of products": what is to be shown. */
final class Gives {

    private static final Set<String> NUMBER = Set.of("number", "count", "many", "figure");

    private static final Set<String> TELLING =
            Set.of(
                    "number",
                    "numbers",
                    "count",
                    "many",
                    "figure",
                    "name",
                    "names",
                    "kind",
                    "date",
                    "well",
                    "company",
                    "business");

    private final Placing placing;
    private final Lookup lookup;
    private final Text text;

    Gives(Placing placing) {
        this.placing = placing;
        lookup = placing.talk().lookup();
        text = placing.text();
    }

    /**
     * What the words from here to there want to see of these rows; empty: nothing.
     *
     * @param near the table that is meant where several have such a column
     * @param figure what is computed; null: nothing is
     */
    List<Measure> of(
            int from, int to, Rows rows, int near, List<Group> groups, @Nullable Measure figure) {
        Set<Measure> items = new LinkedHashSet<>();
        int i = from;
        while (i >= 0 && i < to) {
            if (text.used(i) || (!text.content(i) && !text.any(i, TELLING))) {
                i++;
                continue;
            }
            int next = counted(i, to, groups, figure, items);
            if (next == i) {
                next = column(i, rows, near, figure, items);
            }
            if (next == i) {
                next = i + 1;
                if (figure == null
                        || !Set.of("value", "amount", "percentage", "share", "figure")
                                .contains(text.lower(i))) {
                    placing.misses(i);
                } else {
                    items.add(figure);
                }
            }
            text.use(i, next);
            i = next;
        }
        text.use(from, to);
        return new ArrayList<>(items);
    }

    private int counted(
            int i, int to, List<Group> groups, @Nullable Measure figure, Set<Measure> items) {
        for (Group group : groups) {
            Grain grain = group.shown().getFirst().form().grain();
            if (grain != null && text.lower(i).equals(name(grain))) {
                items.addAll(group.shown());
                return i + 1;
            }
        }
        if (!text.any(i, NUMBER)) {
            return i;
        }
        int end = text.says(i + 1, "of") ? Math.min(to, i + 3) : i + 1;
        while (text.says(i + 1, "of") && end < to && !text.content(end - 1)) {
            end++;
        }
        for (Group group : groups) {
            Grain grain = group.shown().getFirst().form().grain();
            if (grain != null && text.lower(end - 1).startsWith(name(grain))) {
                Grain number =
                        grain == Grain.QUARTER
                                ? Grain.QUARTER_NUMBER
                                : grain == Grain.MONTH ? Grain.MONTH_NUMBER : grain;
                items.add(
                        new Measure(
                                Measure.Function.NONE,
                                false,
                                group.shown().getFirst().column(),
                                Form.of(number)));
                return end;
            }
        }
        if (figure == null) {
            return i;
        }
        items.add(figure);
        return end;
    }

    private static String name(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT).split("_", -1)[0];
    }

    private int column(int i, Rows rows, int near, @Nullable Measure figure, Set<Measure> items) {
        @Nullable Thing best = null;
        double least = 1.2;
        int end = i;
        for (Thing thing : placing.talk().nouns().at(i)) {
            int at = thing.to();
            if (thing.table()) {
                for (Thing column : placing.talk().nouns().at(at)) {
                    if (!column.table() && lookup.column(column.id()).table() == thing.id()) {
                        double cost = cost(column, rows, near, figure) - 0.15 * thing.score();
                        if (cost < least) {
                            least = cost;
                            best = column;
                            end = column.to();
                        }
                    }
                }
                double cost = cost(thing, rows, near, figure) + 0.3;
                if (cost < least) {
                    least = cost;
                    best = thing;
                    end = thing.to();
                }
            } else {
                double cost = cost(thing, rows, near, figure);
                if (cost < least) {
                    least = cost;
                    best = thing;
                    end = thing.to();
                }
            }
        }
        if (best == null) {
            return i;
        }
        placing.costs(Math.max(0, least));
        show(best, rows, figure, items);
        return end;
    }

    private void show(Thing thing, Rows rows, @Nullable Measure figure, Set<Measure> items) {
        if (thing.table()) {
            rows.of(thing.id());
            Labels.of(lookup, thing.id()).forEach(each -> items.add(Measure.of(each.id())));
        } else if (figure != null && figure.column() == thing.id()) {
            items.add(figure);
        } else {
            rows.of(lookup.column(thing.id()).table());
            items.add(Measure.of(thing.id()));
        }
    }

    private double cost(Thing thing, Rows rows, int near, @Nullable Measure figure) {
        int table = thing.table() ? thing.id() : lookup.column(thing.id()).table();
        if (!rows.paths().single(table)) {
            return Double.MAX_VALUE;
        }
        double far = 0.3 * rows.paths().cost(table);
        double cost =
                1
                        - thing.score()
                        + (table == near ? Math.min(0.05, far) : far)
                        - 0.1 * (thing.to() - thing.from() - 1);
        if (!thing.table()) {
            ColumnFacts column = lookup.column(thing.id());
            boolean name =
                    column.stems().equals(List.of("name"))
                            || Labels.of(lookup, table).contains(column);
            cost -= figure != null && figure.column() == thing.id() ? 0.3 : 0;
            cost += column.pointsAt() >= 0 ? 0.2 : 0;
            cost -= name && near == table ? 0.2 : 0;
        }
        return cost;
    }
}
