package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row has of another row of its own table: "more than their manager", "their parents". */
final class Kin {

    private static final int REACH = 5;
    private static final double NAMED = 0.45;
    private static final Set<String> OWN =
            Set.of("their", "his", "her", "its", "the", "own", "direct", "respective");
    private static final Set<String> LESS =
            Set.of(
                    "less", "lower", "smaller", "fewer", "cheaper", "shorter", "lighter", "earlier",
                    "before");
    private static final Set<String> MORE =
            Set.of("more", "higher", "larger", "bigger", "greater", "later");

    /** A number alone has no place; beside a comparison it has. */
    private static final double PENDING = -0.5;

    private static final Set<String> YOUNG = Set.of("younger", "older");
    private static final Set<String> BORN = Set.of("birth", "born", "dob");
    private static final Set<String> AND = Set.of("and", "with", "including", "plus");

    /** A reference within the table and where its name ends. */
    private record Named(KeyEdge edge, int to) {}

    private final Placing placing;
    private final Talk talk;
    private final Lookup lookup;
    private final Text text;

    Kin(Placing placing) {
        this.placing = placing;
        talk = placing.talk();
        lookup = talk.lookup();
        text = placing.text();
    }

    /** "… than their manager"; how far it was read. */
    int compared(int at, Rows rows) {
        Named kin =
                text.says(at, "than") || text.any(at, LESS) || text.says(at, "after")
                        ? named(at + 1, rows.table())
                        : null;
        if (kin == null) {
            return at;
        }
        @Nullable ColumnFacts best = null;
        int word = at;
        boolean less = text.any(at, LESS);
        for (int i = Math.max(0, at - REACH); i < at; i++) {
            less |= text.any(i, LESS);
            if (text.any(i, LESS) || text.any(i, MORE)) {
                word = Math.min(word, i);
            }
            ColumnFacts column = measured(i, rows.table());
            if (column != null) {
                best = column;
                word = Math.min(word, i);
            }
        }
        if (best == null) {
            return at;
        }
        if (BORN.stream().anyMatch(best.stems()::contains)) {
            less = text.says(at - 1, "older");
        }
        rows.add(
                new Condition.ComparedThrough(
                        best.id(), less ? Comparison.LESS : Comparison.MORE, kin.edge()));
        placing.costs(placing.isMissed(word) || placing.isMissed(word + 1) ? PENDING : 0);
        text.use(word, kin.to());
        placing.placed();
        return kin.to();
    }

    /** The number, or the day, that rows are compared by. */
    private @Nullable ColumnFacts measured(int at, int table) {
        for (Thing thing : talk.nouns().at(at)) {
            boolean own = !thing.table() && lookup.column(thing.id()).table() == table;
            if (own && thing.score() > NAMED && isCompared(lookup.column(thing.id()))) {
                return lookup.column(thing.id());
            }
        }
        if (text.any(at, YOUNG)) {
            return lookup.table(table).columns().stream()
                    .filter(column ->
                            isCompared(column)
                                    && (BORN.stream().anyMatch(column.stems()::contains)
                                            || column.stems().contains("age")))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private boolean isCompared(ColumnFacts column) {
        return !column.isKeyLike()
                && (column.kind() == Kind.NUMBER || lookup.lore(column.id()).dated());
    }

    /** "categories and their parents": what is to be shown of the other row; empty: nothing. */
    List<Measure> shown(int at, Rows rows) {
        if (!text.any(at, AND)) {
            return List.of();
        }
        int next = at + 1;
        while (text.says(next, "the") || text.says(next, "names") || text.says(next, "name")) {
            next = text.says(next + 1, "of") ? next + 2 : next + 1;
        }
        Named kin = named(next, rows.table());
        if (kin == null) {
            return List.of();
        }
        List<Measure> items = new ArrayList<>();
        List<ColumnFacts> labels = Labels.of(lookup, rows.table());
        labels.forEach(label -> items.add(Measure.of(label.id())));
        labels.forEach(label -> items.add(Measure.through(label.id(), kin.edge())));
        text.use(at, kin.to());
        return items;
    }

    private @Nullable Named named(int from, int table) {
        int at = from;
        while (text.any(at, OWN)) {
            at++;
        }
        for (KeyEdge edge : lookup.edgesOf(table)) {
            if (edge.table() == edge.keyTable()) {
                for (Thing thing : talk.nouns().at(at)) {
                    if (!thing.table()
                            && edge.columns().contains(thing.id())
                            && thing.score() > NAMED) {
                        return new Named(edge, thing.to());
                    }
                }
            }
        }
        return null;
    }
}
