package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Grain;
import dev.surveyor.query.plan.query.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what rows are to be put together by: a table, a column, a part of a moment. */
final class Groups {

    private static final Map<String, Grain> GRAINS =
            Map.of(
                    "day",
                    Grain.DAY,
                    "date",
                    Grain.DAY,
                    "week",
                    Grain.WEEK,
                    "month",
                    Grain.MONTH,
                    "quarter",
                    Grain.QUARTER,
                    "year",
                    Grain.YEAR,
                    "days",
                    Grain.DAY,
                    "months",
                    Grain.MONTH,
                    "years",
                    Grain.YEAR,
                    "quarters",
                    Grain.QUARTER);

    /** A column that is called day is what a day is meant of. */
    private static final double GENERIC = -0.2;

    private static final Set<String> SKIPPED = Set.of("the", "of", "a", "an", "single", "kind");

    private static final List<Thing> NONE = List.of();
    private static final Set<String> DONE = Set.of("sent", "sold", "made", "bought", "held");

    private final Placing placing;
    private final Lookup lookup;
    private final Text text;

    Groups(Placing placing) {
        this.placing = placing;
        lookup = placing.talk().lookup();
        text = placing.text();
    }

    /** "per channel", "by method", "for each quarter", "does each department". */
    List<Group> said(Rows rows) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            boolean per = text.says(i, "per") || text.says(i, "each") || text.says(i, "every");
            boolean by =
                    text.says(i, "by")
                            && !text.says(i - 1, "sorted")
                            && !text.says(i - 1, "ordered");
            if (!text.used(i) && (per || by)) {
                Group group = by && isAgent(i, rows) ? null : at(i + 1, rows);
                if (group != null) {
                    int from = i;
                    while (from > 0
                            && (text.says(from - 1, "for")
                                    || text.says(from - 1, "in")
                                    || text.says(from - 1, "does")
                                    || text.says(from - 1, "on")
                                    || text.says(from - 1, "grouped"))) {
                        from--;
                    }
                    text.use(from, group.to());
                    groups.add(group);
                    if (text.says(group.to(), "and") && by) {
                        Group second = at(group.to() + 1, rows);
                        if (second != null) {
                            text.use(group.to(), second.to());
                            groups.add(second);
                        }
                    }
                }
            }
        }
        return groups;
    }

    /** "placed by customers": who did it, not what rows are put together by. */
    private boolean isAgent(int by, Rows rows) {
        String before = text.lower(by - 1);
        boolean done = before.endsWith("ed") || before.endsWith("en") || DONE.contains(before);
        boolean somebody =
                placing.talk().nouns().at(by + 1).stream()
                        .anyMatch(thing ->
                                thing.table() && thing.score() > 0.9 && thing.id() != rows.table());
        boolean value =
                placing.talk().values(by + 1).stream()
                        .anyMatch(each -> each.column() >= 0 && each.score() > 0.7);
        return done && !text.breaks(by, true) && (somebody || value);
    }

    /** What stands here, as something that each of these rows has one of; null: nothing. */
    @Nullable Group at(int index, Rows rows) {
        int at = index;
        while (text.any(at, SKIPPED)
                || (at < text.size()
                        && at > index - 1
                        && text.token(at).number() != null
                        && !text.token(at).digits())) {
            at++;
        }
        @Nullable Thing best = null;
        double least = 1.3;
        for (Thing thing : placing.talk().nouns().at(at)) {
            double cost = cost(thing, rows);
            if (cost < least) {
                least = cost;
                best = thing;
            }
            for (Thing column : thing.table() ? placing.talk().nouns().at(thing.to()) : NONE) {
                double both = cost(column, rows) - 0.2 * thing.score();
                if (!column.table()
                        && lookup.column(column.id()).table() == thing.id()
                        && !text.breaks(column.from(), true)
                        && both < least) {
                    least = both;
                    best = column;
                }
            }
        }
        Grain grain = GRAINS.get(text.lower(at));
        if (grain != null && (best == null || least > 0.05)) {
            return grained(grain, at, rows);
        }
        if (best == null) {
            return null;
        }
        boolean again = !best.table() && placing.known().contains(best.id());
        placing.costs(again ? 0 : grain != null ? Math.min(least, GENERIC) : least);
        if (!best.table()) {
            placing.known().add(best.id());
        }
        return best.table() ? table(best, rows) : column(best, rows, grain);
    }

    private double cost(Thing thing, Rows rows) {
        int table = thing.table() ? thing.id() : lookup.column(thing.id()).table();
        if (!rows.paths().single(table)) {
            return Double.MAX_VALUE;
        }
        double cost =
                1
                        - thing.score()
                        + 0.3 * rows.paths().cost(table)
                        - 0.05 * (thing.to() - thing.from() - 1);
        if (thing.table()) {
            return cost;
        }
        ColumnFacts column = lookup.column(thing.id());
        boolean measured = column.kind() == Kind.NUMBER && !column.isKeyLike();
        if (column.kind() == Kind.OTHER && !column.complete()) {
            return Double.MAX_VALUE;
        }
        return cost + (measured ? 0.5 : 0.05) + (column.pointsAt() >= 0 ? 0.25 : 0);
    }

    private Group table(Thing thing, Rows rows) {
        rows.of(thing.id());
        List<Measure> shown =
                Labels.of(lookup, thing.id()).stream().map(each -> Measure.of(each.id())).toList();
        List<Integer> own =
                lookup.table(thing.id()).columns().stream()
                        .filter(ColumnFacts::key)
                        .map(ColumnFacts::id)
                        .toList();
        List<Integer> keys = own.isEmpty() ? shown.stream().map(Measure::column).toList() : own;
        return new Group(thing.id(), keys, shown, thing.from(), thing.to());
    }

    private Group column(Thing thing, Rows rows, @Nullable Grain grain) {
        ColumnFacts column = lookup.column(thing.id());
        rows.of(column.table());
        if (grain != null && column.kind() == Kind.MOMENT) {
            return moment(column, grain, thing.from(), thing.to());
        }
        return new Group(
                -1,
                List.of(column.id()),
                List.of(Measure.of(column.id())),
                thing.from(),
                thing.to());
    }

    private @Nullable Group grained(Grain grain, int at, Rows rows) {
        List<Thing> said = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            for (Thing thing : placing.talk().nouns().at(i)) {
                if (!thing.table() && thing.score() > 0.9 && i != at) {
                    said.add(thing);
                }
            }
        }
        List<Dates.Dated> dated = placing.dates().of(rows, said);
        if (dated.isEmpty() || !rows.paths().single(dated.getFirst().column().table())) {
            return null;
        }
        ColumnFacts column = dated.getFirst().column();
        placing.costs(Math.max(-0.2, dated.getFirst().cost()));
        rows.of(column.table());
        return moment(column, grain, at, at + 1);
    }

    private Group moment(ColumnFacts column, Grain grain, int from, int to) {
        boolean day = grain == Grain.DAY && !lookup.lore(column.id()).timed();
        Measure shown = day ? Measure.of(column.id()) : Measure.of(column.id(), grain);
        return new Group(-1, day ? List.of(column.id()) : List.of(), List.of(shown), from, to);
    }
}
