package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places what is compared: numbers, moments of one row, values that are single letters. */
final class Comparing {

    private final Placing placing;
    private final Talk talk;
    private final Lookup lookup;
    private final Text text;

    Comparing(Placing placing) {
        this.placing = placing;
        talk = placing.talk();
        lookup = talk.lookup();
        text = placing.text();
    }

    boolean compare(Clue.Compared clue, Rows rows) {
        int next = clue.to();
        while (text.any(next, Set.of("different", "distinct", "of", "the", "separate"))) {
            next++;
        }
        for (Thing thing : talk.nouns().at(next)) {
            if (thing.table()
                    && thing.score() > 0.55
                    && rows.paths().reaches(thing.id())
                    && !rows.paths().single(thing.id())) {
                rows.of(thing.id())
                        .having(
                                new Condition.Compared(
                                        Measure.COUNT, clue.comparison(), clue.value()));
                placing.costs(1 - thing.score() + 0.2 * rows.paths().cost(thing.id()));
                text.use(clue.from(), thing.to());
                return true;
            }
        }
        ColumnFacts column = measured(clue.from(), clue.to(), rows);
        if (column == null) {
            return false;
        }
        rows.of(column.table())
                .add(
                        new Condition.Compared(
                                Measure.of(column.id()), clue.comparison(), clue.value()));
        return true;
    }

    boolean toFigure(Clue.ToFigure clue, Rows rows) {
        ColumnFacts column = measured(clue.from(), clue.to(), rows);
        if (column == null) {
            return false;
        }
        Query figure =
                new Query.Select(
                        false,
                        List.of(Measure.of(clue.function(), column.id())),
                        new JoinTree(List.of(column.table()), List.of(), 0),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null);
        rows.of(column.table())
                .add(
                        new Condition.ComparedToQuery(
                                Measure.of(column.id()), clue.comparison(), figure));
        return true;
    }

    boolean between(Clue.Between clue, Rows rows) {
        ColumnFacts column = measured(clue.from(), clue.to(), rows);
        if (column == null || !clue.low().number() || !clue.high().number()) {
            return false;
        }
        rows.of(column.table())
                .add(new Condition.Between(Measure.of(column.id()), clue.low(), clue.high()));
        return true;
    }

    /** The number that is spoken of around a comparison; null: none is. */
    private @Nullable ColumnFacts measured(int from, int to, Rows rows) {
        @Nullable Thing best = null;
        double bestCost = 1.5;
        for (int i = Math.max(0, from - 5); i < Math.min(text.size(), to + 4); i++) {
            for (Thing thing : talk.nouns().at(i)) {
                if (!thing.table()
                        && lookup.column(thing.id()).kind() == Kind.NUMBER
                        && !lookup.column(thing.id()).isKeyLike()
                        && rows.paths().reaches(lookup.column(thing.id()).table())) {
                    int distance = i < from ? from - thing.to() : i - to;
                    double price =
                            1
                                    - thing.score()
                                    + 0.1 * Math.max(0, distance)
                                    + 0.35 * rows.paths().cost(lookup.column(thing.id()).table());
                    if (price < bestCost) {
                        bestCost = price;
                        best = thing;
                    }
                }
            }
        }
        if (best == null) {
            return null;
        }
        placing.costs(bestCost);
        text.use(from, to);
        text.use(best.from(), best.to());
        placing.placed();
        return lookup.column(best.id());
    }

    /** "the rating A": a word that says nothing elsewhere. */
    boolean isValue(ColumnFacts column, int at) {
        return at < text.size()
                && !text.used(at)
                && !text.content(at)
                && column.complete()
                && column.values().contains(text.token(at).text());
    }

    int letter(ColumnFacts column, int at, boolean not, Rows rows) {
        rows.of(column.table())
                .add(
                        new Condition.Compared(
                                Measure.of(column.id()),
                                not ? Comparison.DIFFERENT : Comparison.EQUAL,
                                Literal.text(text.token(at).text())));
        text.use(at, at + 1);
        return at;
    }

    /** "a rating of 5". */
    boolean isNumber(ColumnFacts column, int at) {
        int next = text.says(at, "of") || text.says(at, "is") ? at + 1 : at;
        return column.kind() == Kind.NUMBER
                && next < text.size()
                && text.token(next).digits()
                && !text.used(next)
                && !talk.inSpan(next);
    }

    int equal(ColumnFacts column, int at, boolean not, Rows rows) {
        int next = text.says(at, "of") || text.says(at, "is") ? at + 1 : at;
        Double number = text.token(next).number();
        if (number != null) {
            rows.of(column.table())
                    .add(
                            new Condition.Compared(
                                    Measure.of(column.id()),
                                    not ? Comparison.DIFFERENT : Comparison.EQUAL,
                                    Literal.number(number)));
        }
        text.use(at, next + 1);
        return next;
    }

    /** "delivered after the day promised": one moment of a row against another. */
    int columns(int at, List<Thing> verb, Rows rows) {
        int end = text.end(at, true);
        for (int i = at + 1; i < end; i++) {
            for (Thing other : talk.nouns().at(i)) {
                for (Thing thing : verb) {
                    if (!other.table()
                            && !thing.table()
                            && other.id() != thing.id()
                            && lookup.lore(other.id()).dated()
                            && lookup.lore(thing.id()).dated()
                            && other.score() > 0.9
                            && lookup.column(other.id()).table()
                                    == lookup.column(thing.id()).table()) {
                        boolean before = text.says(at, "before") || text.says(at, "earlier");
                        rows.of(lookup.column(thing.id()).table())
                                .add(
                                        new Condition.ComparedColumns(
                                                thing.id(),
                                                before ? Comparison.LESS : Comparison.MORE,
                                                other.id()));
                        placing.costs(0.35 * rows.paths().cost(lookup.column(thing.id()).table()));
                        text.use(at, other.to());
                        return other.to();
                    }
                }
            }
        }
        return at;
    }
}
