package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import org.jspecify.annotations.Nullable;

/** Finds what rows have not: other rows, a reference, a day. */
final class Absence {

    private static final double SURE = 0.35;

    private final Placing placing;
    private final Talk talk;
    private final Lookup lookup;
    private final Text text;
    private final Meanings meanings;

    Absence(Placing placing, Meanings meanings) {
        this.placing = placing;
        this.meanings = meanings;
        talk = placing.talk();
        lookup = talk.lookup();
        text = placing.text();
    }

    /** What rows have not; how far it was read. */
    int place(int at, int end, Rows rows, @Nullable Thing pending) {
        Meaning direct = new Meaning.Nothing();
        for (int i = at + 1; i < end && direct instanceof Meaning.Nothing; i++) {
            direct = meanings.of(i, rows);
        }
        boolean held =
                direct instanceof Meaning.Held value
                        && value.cost() < SURE
                        && value.cost() < reference(at, end, rows);
        boolean truth =
                direct instanceof Meaning.Said said
                        && !said.thing().table()
                        && said.cost() < SURE
                        && lookup.column(said.thing().id()).kind() == Kind.TRUTH;
        if (held || truth) {
            return at + 1;
        }
        @Nullable Thing lacking = null;
        double least = 1.4;
        for (int i = at + 1; i < end; i++) {
            for (Thing thing : talk.nouns().at(i)) {
                double price = lack(thing, rows);
                if (price < least) {
                    least = price;
                    lacking = thing;
                }
            }
        }
        if (lacking == null) {
            return at + 1;
        }
        placing.costs(least);
        text.use(at, lacking.from());
        text.use(lacking.from(), lacking.to());
        if (!lacking.table()) {
            rows.add(new Condition.Missing(lacking.id(), false));
            return lacking.to();
        }
        int table = pending == null ? lacking.id() : lookup.column(pending.id()).table();
        Rows without = rows.without(table);
        if (pending != null) {
            placing.finds(pending.from());
            placing.costs(-0.5);
            without.of(table)
                    .add(
                            new Condition.Compared(
                                    Measure.of(pending.id()), Comparison.MORE, Literal.number(0)));
        }
        placing.place(lacking.to(), end, without);
        return end;
    }

    /** How well a reference of these rows is named that may be missing. */
    private double reference(int at, int end, Rows rows) {
        double least = Double.MAX_VALUE;
        for (int i = at + 1; i < end; i++) {
            for (Thing thing : talk.nouns().at(i)) {
                if (!thing.table() && lookup.column(thing.id()).pointsAt() >= 0) {
                    least = Math.min(least, lack(thing, rows));
                }
            }
        }
        return least;
    }

    private double lack(Thing thing, Rows rows) {
        if (thing.table()) {
            return rows.paths().reaches(thing.id())
                            && !rows.paths().single(thing.id())
                            && thing.score() > 0.45
                    ? 1 - thing.score() + 0.2 * rows.paths().cost(thing.id())
                    : Double.MAX_VALUE;
        }
        ColumnFacts column = lookup.column(thing.id());
        boolean lacks =
                column.table() == rows.table()
                        && lookup.lore(thing.id()).nullable()
                        && thing.score() > (column.pointsAt() >= 0 ? 0.45 : 0.6);
        double said = column.pointsAt() >= 0 ? Math.min(1, 2 * thing.score()) : thing.score() - 0.1;
        return lacks ? 1 - said : Double.MAX_VALUE;
    }
}
