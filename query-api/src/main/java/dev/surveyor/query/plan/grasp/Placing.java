package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.read.Clue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives words their place as conditions of rows; counts what it costs and what is left over. */
final class Placing {

    private static final Set<String> NOT =
            Set.of(
                    "not", "no", "never", "without", "neither", "nor", "don't", "doesn't", "didn't",
                    "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't");
    private static final Set<String> THAN = Set.of("after", "before", "later", "earlier", "than");

    /** Words of talk mean a column only where it is near. */
    private static final double LIGHT_MAX = 0.6;

    private static final Set<String> HAVING = Set.of("with", "have", "has", "had", "having");

    private final Talk talk;
    private final Lookup lookup;
    private final Text text;
    private final Meanings meanings;
    private final Dates dates;
    private final Comparing comparing;
    private final Absence absence;
    private final Happened happened;
    private final Kin kin;
    private final Events events;
    private final Set<Integer> left = new TreeSet<>();
    private final List<Doubt> open = new ArrayList<>();
    private final Set<Integer> known = new TreeSet<>();
    private double cost;

    Placing(Talk talk) {
        this.talk = talk;
        lookup = talk.lookup();
        text = talk.text().copy();
        meanings = new Meanings(talk, text);
        dates = new Dates(lookup);
        comparing = new Comparing(this);
        absence = new Absence(this, meanings);
        happened = new Happened(this);
        kin = new Kin(this);
        events = new Events(talk);
    }

    Text text() {
        return text;
    }

    Talk talk() {
        return talk;
    }

    Dates dates() {
        return dates;
    }

    double cost() {
        return cost;
    }

    void costs(double more) {
        cost += more;
    }

    void misses(int word) {
        left.add(word);
    }

    /** A word has its place after all. */
    void finds(int word) {
        left.remove(word);
    }

    /** Whether a word has no place. */
    boolean isMissed(int word) {
        return left.contains(word);
    }

    /** Words that were used meanwhile have their place. */
    void placed() {
        left.removeIf(text::used);
    }

    /** Columns that were spoken of already: saying them again costs nothing. */
    Set<Integer> known() {
        return known;
    }

    /** Words that have no place. */
    List<String> left() {
        return left.stream().map(i -> text.token(i).text()).toList();
    }

    /** What nothing settles. */
    List<Doubt> open() {
        return open;
    }

    /** Places all that is not used yet. */
    void rest(Rows rows) {
        place(0, text.size(), rows);
        for (int[] range : talk.asides().excluded()) {
            aside(range, rows, true);
        }
        for (int[] range : talk.asides().included()) {
            aside(range, rows, false);
        }
    }

    private void aside(int[] range, Rows rows, boolean excluded) {
        text.release(range[0], range[1]);
        for (int i = range[0]; i < range[1]; i++) {
            if (text.used(i)) {
                continue;
            }
            Meaning meaning = meanings.of(i, rows);
            if (meaning instanceof Meaning.Held held) {
                if (excluded) {
                    double before = cost;
                    hold(held, rows, true);
                    cost = before + (cost - before) / 2;
                }
                i = held.value().to() - 1;
            } else if (meaning instanceof Meaning.Said said) {
                i = said.thing().to() - 1;
            } else if (text.content(i)) {
                left.add(i);
            }
        }
    }

    void place(int from, int to, Rows rows) {
        List<Thing> verb = List.of();
        @Nullable Thing pending = null;
        boolean not = false;
        int notAt = -1;
        @Nullable Held last = null;
        for (int i = from; i < to; i++) {
            if (text.used(i)) {
                continue;
            }
            if (text.breaks(i, false)) {
                verb = happened.told(verb, not, rows);
            }
            Span span = talk.span(i);
            if (span != null && text.free(span.from(), span.to())) {
                happened.date(span, verb, rows);
                verb = List.of();
                i = span.to() - 1;
                continue;
            }
            if (text.any(i, NOT) && talk.compared(i) == null) {
                text.use(i, i + 1);
                int next = absence.place(i, Math.min(to, text.end(i, true)), rows, pending);
                not = (next <= i + 1 && !not) || text.says(i, "nor");
                notAt = not && next <= i + 1 ? i : -1;
                pending = next > i + 1 ? null : pending;
                i = Math.max(i, next - 1);
                continue;
            }
            Clue.Compared compared = talk.compared(i);
            if (compared != null && comparing.compare(compared, rows)) {
                i = compared.to() - 1;
                continue;
            }
            Clue.ToFigure figure = talk.toFigure(i);
            if (figure != null && comparing.toFigure(figure, rows)) {
                i = figure.to() - 1;
                continue;
            }
            Clue.Between between = talk.between(i);
            if (between != null && comparing.between(between, rows)) {
                i = between.to() - 1;
                continue;
            }
            if (text.any(i, THAN) && !verb.isEmpty()) {
                int next = comparing.columns(i, verb, rows);
                if (next > i) {
                    verb = List.of();
                    i = next - 1;
                    continue;
                }
            }
            int relative = kin.compared(i, rows);
            if (relative > i) {
                verb = List.of();
                i = relative - 1;
                continue;
            }
            if (happened.presence(i, rows)) {
                continue;
            }
            Meaning meaning = meanings.of(i, rows);
            if (meaning instanceof Meaning.Said said
                    && !text.content(i)
                    && (said.thing().score() < 0.9 || said.cost() > LIGHT_MAX)) {
                continue;
            }
            switch (meaning) {
                case Meaning.Held held -> {
                    last = either(held, last, not, rows);
                    not = not && text.says(held.value().to(), "nor");
                    notAt = -1;
                    i = held.value().to() - 1;
                }
                case Meaning.Said said -> {
                    Thing thing = said.thing();
                    text.use(thing.from(), thing.to());
                    boolean again = !thing.table() && known.contains(thing.id());
                    cost += again ? 0 : said.cost();
                    if (thing.table()) {
                        table(thing, i, rows);
                    } else {
                        ColumnFacts column = lookup.column(thing.id());
                        if (column.kind() == Kind.TRUTH) {
                            rows.of(column.table()).add(new Condition.Truth(column.id(), !not));
                            not = false;
                            notAt = -1;
                        } else if (column.kind() == Kind.MOMENT) {
                            happened.told(verb, not, rows);
                            verb = talk.nouns().at(i);
                        } else if (column.pointsAt() >= 0) {
                            cost += 0.1;
                        } else if (comparing.isValue(column, thing.to())) {
                            i = comparing.letter(column, thing.to(), not, rows);
                            not = false;
                            notAt = -1;
                            continue;
                        } else if (comparing.isNumber(column, thing.to())) {
                            i = comparing.equal(column, thing.to(), not, rows);
                            not = false;
                            notAt = -1;
                            continue;
                        } else if (!again && !meanings.heldNear(thing)) {
                            pending = thing;
                            left.add(thing.from());
                            cost += 0.5;
                        }
                    }
                    i = thing.to() - 1;
                }
                case Meaning.Nothing _ -> {
                    if (text.content(i) || text.token(i).digits()) {
                        left.add(i);
                    }
                }
            }
        }
        happened.told(verb, not, rows);
        if (notAt >= 0 && verb.isEmpty()) {
            left.add(notAt);
        }
    }

    private record Held(
            ColumnFacts column, Condition condition, Rows rows, int from, boolean denied) {}

    /** "gold or silver": one of them, where both are of one column. */
    private @Nullable Held either(Meaning.Held held, @Nullable Held last, boolean not, Rows rows) {
        Held next = hold(held, rows, not);
        if (last == null
                || next == null
                || last.rows() != next.rows()
                || !last.column().equals(next.column())) {
            return next;
        }
        if (not || last.denied()) {
            if (not && !last.denied()) {
                events.told(last.from(), false, last.condition(), last.rows());
                events.told(next.from(), true, next.condition(), next.rows());
            }
            return next;
        }
        next.rows().where().remove(last.condition());
        next.rows().where().remove(next.condition());
        Condition any = new Condition.Any(List.of(last.condition(), next.condition()));
        next.rows().add(any);
        return new Held(next.column(), any, next.rows(), next.from(), false);
    }

    private @Nullable Held hold(Meaning.Held held, Rows rows, boolean not) {
        ValueMention value = held.value();
        ColumnFacts column = lookup.column(held.column());
        cost += held.cost();
        text.use(value.from(), value.to());
        meanings.useQualifiers(held);
        if (!held.rivals().isEmpty()) {
            List<ColumnFacts> columns = new ArrayList<>(List.of(column));
            held.rivals().forEach(rival -> columns.add(lookup.column(rival)));
            open.add(
                    Doubt.value(text.sentence().phrase(value.from(), value.to()), columns, lookup));
        }
        boolean outside = not && !rows.paths().single(column.table()) && !rows.has(column.table());
        Rows of = outside ? rows.without(column.table()) : rows.of(column.table());
        boolean denied = not && !outside;
        Condition condition =
                column.kind() == Kind.TEXT && talk.spelt(column, value.text())
                        ? new Condition.Spelt(column.id(), value.text(), denied)
                        : new Condition.Compared(
                                Measure.of(column.id()),
                                denied ? Comparison.DIFFERENT : Comparison.EQUAL,
                                Literal.text(value.text()));
        of.add(
                denied && lookup.lore(column.id()).nullable()
                        ? new Condition.Any(
                                List.of(new Condition.Missing(column.id(), false), condition))
                        : condition);
        return new Held(column, condition, of, value.from(), not);
    }

    private void table(Thing thing, int at, Rows rows) {
        boolean has =
                text.any(at - 1, HAVING)
                        || (text.any(at - 2, HAVING)
                                && text.any(at - 1, Set.of("a", "an", "any", "some")));
        if (has && !rows.paths().single(thing.id())) {
            rows.of(thing.id());
        } else if (thing.id() != rows.table()) {
            cost += 0.15;
        }
    }

    /** Holds rows to a span that stands by itself. */
    void dated(Span span, List<Thing> said, Rows rows) {
        happened.date(span, said, rows);
    }
}
