package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import java.time.LocalDate;
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
    private static final Set<String> PRESENT = Set.of("current", "present");
    private static final Set<String> FORMER = Set.of("former", "past", "previous");
    private static final Set<String> ENDED =
            Set.of(
                    "left",
                    "leav",
                    "end",
                    "close",
                    "termin",
                    "discontinu",
                    "expir",
                    "deactiv",
                    "cancel",
                    "resign",
                    "retir",
                    "quit");
    private static final double BEYOND = 1;
    private static final Set<String> HAVING = Set.of("with", "have", "has", "had", "having");

    private final Talk talk;
    private final Lookup lookup;
    private final Text text;
    private final Meanings meanings;
    private final Dates dates;
    private final Set<Integer> left = new TreeSet<>();
    private final List<List<ColumnFacts>> open = new ArrayList<>();
    private final Set<Integer> known = new TreeSet<>();
    private double cost;

    Placing(Talk talk) {
        this.talk = talk;
        lookup = talk.lookup();
        text = talk.text().copy();
        meanings = new Meanings(talk, text);
        dates = new Dates(lookup);
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

    /** Columns that were spoken of already: saying them again costs nothing. */
    Set<Integer> known() {
        return known;
    }

    /** Words that have no place. */
    List<String> left() {
        return left.stream().map(i -> text.token(i).text()).toList();
    }

    /** Columns of which one is meant, and nothing says which. */
    List<List<ColumnFacts>> open() {
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
                verb = told(verb, not, rows);
            }
            Span span = talk.span(i);
            if (span != null && text.free(span.from(), span.to())) {
                date(span, verb, rows);
                verb = List.of();
                i = span.to() - 1;
                continue;
            }
            if (text.any(i, NOT) && talk.compared(i) == null) {
                text.use(i, i + 1);
                int next = absence(i, Math.min(to, text.end(i, true)), rows, pending);
                not = next <= i + 1 && !not || text.says(i, "nor");
                notAt = not && next <= i + 1 ? i : -1;
                pending = next > i + 1 ? null : pending;
                i = Math.max(i, next - 1);
                continue;
            }
            Clue.Compared compared = talk.compared(i);
            if (compared != null && compare(compared, to, rows)) {
                i = compared.to() - 1;
                continue;
            }
            Clue.ToFigure figure = talk.toFigure(i);
            if (figure != null && toFigure(figure, rows)) {
                i = figure.to() - 1;
                continue;
            }
            Clue.Between between = talk.between(i);
            if (between != null && between(between, rows)) {
                i = between.to() - 1;
                continue;
            }
            if (text.any(i, THAN) && !verb.isEmpty()) {
                int next = columns(i, verb, rows);
                if (next > i) {
                    verb = List.of();
                    i = next - 1;
                    continue;
                }
            }
            if (presence(i, rows)) {
                continue;
            }
            Meaning meaning = meanings.of(i, rows);
            if (meaning instanceof Meaning.Said said
                    && !text.content(i)
                    && said.thing().score() < 0.9) {
                continue;
            }
            switch (meaning) {
                case Meaning.Held held -> {
                    last = either(held, last, i, not, rows);
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
                            verb = talk.nouns().at(i);
                        } else if (column.pointsAt() >= 0) {
                            cost += 0.1;
                        } else if (isValue(column, thing.to())) {
                            i = letter(column, thing.to(), not, rows);
                            not = false;
                            notAt = -1;
                            continue;
                        } else if (isNumber(column, thing.to())) {
                            i = equal(column, thing.to(), not, rows);
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
        told(verb, not, rows);
        if (notAt >= 0 && verb.isEmpty()) {
            left.add(notAt);
        }
    }

    /** "the rating A": a word that says nothing elsewhere. */
    private boolean isValue(ColumnFacts column, int at) {
        return at < text.size()
                && !text.used(at)
                && !text.content(at)
                && column.complete()
                && column.values().contains(text.token(at).text());
    }

    private int letter(ColumnFacts column, int at, boolean not, Rows rows) {
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
    private boolean isNumber(ColumnFacts column, int at) {
        int next = text.says(at, "of") || text.says(at, "is") ? at + 1 : at;
        return column.kind() == Kind.NUMBER
                && next < text.size()
                && text.token(next).digits()
                && !text.used(next)
                && !talk.inSpan(next);
    }

    private int equal(ColumnFacts column, int at, boolean not, Rows rows) {
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

    private record Held(ColumnFacts column, Condition condition, Rows rows) {}

    /** "gold or silver": one of them, where both are of one column. */
    private @Nullable Held either(
            Meaning.Held held, @Nullable Held last, int at, boolean not, Rows rows) {
        Held next = hold(held, rows, not);
        if (last == null
                || next == null
                || not
                || last.rows() != next.rows()
                || !last.column().equals(next.column())) {
            return next;
        }
        next.rows().where().remove(last.condition());
        next.rows().where().remove(next.condition());
        Condition any = new Condition.Any(List.of(last.condition(), next.condition()));
        next.rows().add(any);
        return new Held(next.column(), any, next.rows());
    }

    private @Nullable Held hold(Meaning.Held held, Rows rows, boolean not) {
        ValueMention value = held.value();
        ColumnFacts column = lookup.column(held.column());
        cost += held.cost();
        text.use(value.from(), value.to());
        meanings.useQualifiers(held);
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
        return new Held(column, condition, of);
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

    /** What happened to rows, without saying when: that it happened. */
    private List<Thing> told(List<Thing> verb, boolean not, Rows rows) {
        for (Thing thing : verb) {
            if (!thing.table()
                    && lookup.column(thing.id()).table() == rows.table()
                    && lookup.lore(thing.id()).dated()
                    && thing.score() > 0.9
                    && lookup.lore(thing.id()).nullable()) {
                rows.add(new Condition.Missing(thing.id(), !not));
                cost += 0.2;
                break;
            }
        }
        return List.of();
    }

    /** "current employees": those whose end is not known. */
    private boolean presence(int i, Rows rows) {
        boolean present = text.any(i, PRESENT);
        if (!present && !text.any(i, FORMER)) {
            return false;
        }
        for (ColumnFacts column : lookup.table(rows.table()).columns()) {
            if (lookup.lore(column.id()).dated()
                    && lookup.lore(column.id()).nullable()
                    && column.stems().stream().anyMatch(ENDED::contains)) {
                rows.add(new Condition.Missing(column.id(), !present));
                text.use(i, i + 1);
                return true;
            }
        }
        return false;
    }

    private void date(Span span, List<Thing> verb, Rows rows) {
        List<Dates.Dated> dated = dates.of(rows, verb.isEmpty() ? ahead(span) : verb);
        text.use(span.from(), span.to());
        if (dated.isEmpty()) {
            left.add(span.to() - 1);
            return;
        }
        ColumnFacts column = dated.getFirst().column();
        LocalDate today = talk.today(column);
        if (today == null) {
            today = LocalDate.EPOCH;
        }
        Days days = span.days().apply(today);
        LocalDate first = days.from();
        LocalDate newest = lookup.lore(column.id()).newest();
        if (first != null && newest != null && first.isAfter(newest)) {
            cost += BEYOND;
        }
        cost += Math.max(-0.2, dated.getFirst().cost());
        if (dates.rivals(dated).size() > 1) {
            open.add(dates.rivals(dated));
        }
        rows.of(column.table()).add(new Condition.Within(column.id(), days.from(), days.before()));
    }

    /** "in May were placed": what happened is said only after when. */
    private List<Thing> ahead(Span span) {
        List<Thing> said = new ArrayList<>();
        for (int i = span.to(); i < Math.min(text.size(), span.to() + 3); i++) {
            said.addAll(talk.nouns().at(i));
        }
        return said;
    }

    /** "delivered after the day promised": one moment of a row against another. */
    private int columns(int at, List<Thing> verb, Rows rows) {
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
                        cost += 0.35 * rows.paths().cost(lookup.column(thing.id()).table());
                        text.use(at, other.to());
                        return other.to();
                    }
                }
            }
        }
        return at;
    }

    private boolean compare(Clue.Compared clue, int to, Rows rows) {
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
                cost += 1 - thing.score() + 0.2 * rows.paths().cost(thing.id());
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

    private boolean toFigure(Clue.ToFigure clue, Rows rows) {
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

    private boolean between(Clue.Between clue, Rows rows) {
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
        cost += bestCost;
        text.use(from, to);
        text.use(best.from(), best.to());
        left.removeIf(text::used);
        return lookup.column(best.id());
    }

    /** What rows have not; how far it was read. */
    private int absence(int at, int end, Rows rows, @Nullable Thing pending) {
        Meaning direct = new Meaning.Nothing();
        for (int i = at + 1; i < end && direct instanceof Meaning.Nothing; i++) {
            direct = meanings.of(i, rows);
        }
        boolean kept =
                direct instanceof Meaning.Held held
                                && held.cost() < 0.35
                                && held.cost() < reference(at, end, rows)
                        || direct instanceof Meaning.Said said
                                && !said.thing().table()
                                && said.cost() < 0.35
                                && lookup.column(said.thing().id()).kind() == Kind.TRUTH;
        if (kept) {
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
        cost += least;
        text.use(at, lacking.from());
        text.use(lacking.from(), lacking.to());
        if (!lacking.table()) {
            rows.add(new Condition.Missing(lacking.id(), false));
            return lacking.to();
        }
        int table = pending == null ? lacking.id() : lookup.column(pending.id()).table();
        Rows without = rows.without(table);
        if (pending != null) {
            left.remove(pending.from());
            cost -= 0.5;
            without.of(table)
                    .add(
                            new Condition.Compared(
                                    Measure.of(pending.id()), Comparison.MORE, Literal.number(0)));
        }
        place(lacking.to(), end, without);
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
