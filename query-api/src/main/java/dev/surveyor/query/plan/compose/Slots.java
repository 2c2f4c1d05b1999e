package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the slots of a question. */
final class Slots {

    private static final int MEANINGS_MAX = 4;
    private static final int SLOTS_MAX = 6;
    private static final double STRONG = -5;
    private static final double WEAK = -0.7;
    private static final double NEAR = 2.5;
    private static final int NEGATION_REACH = 5;

    private final Lookup lookup;
    private final Reading reading;
    private final Sentence sentence;
    private final List<Slot> slots = new ArrayList<>();

    private Slots(Lookup lookup, Reading reading) {
        this.lookup = lookup;
        this.reading = reading;
        sentence = reading.links().sentence();
    }

    static List<Slot> of(Lookup lookup, Reading reading) {
        Slots finder = new Slots(lookup, reading);
        finder.clues();
        finder.values();
        finder.numbers();
        finder.slots.sort(Comparator.comparingInt(Slot::from));
        return finder.slots.size() > SLOTS_MAX ? finder.slots.subList(0, SLOTS_MAX) : finder.slots;
    }

    private void clues() {
        for (Clue clue : reading.clues().all()) {
            switch (clue) {
                case Clue.Compared(int from, int to, Comparison comparison, Literal number) ->
                        add(
                                from,
                                to,
                                column -> isOrdered(column, number),
                                column -> compared(column, comparison, number),
                                true);
                case Clue.Between(int from, int to, Literal low, Literal high) ->
                        add(
                                from,
                                to,
                                column -> isOrdered(column, low) && isOrdered(column, high),
                                column ->
                                        column.kind() == Kind.MOMENT
                                                ? Moments.between(column.id(), low, high)
                                                : new Condition.Between(
                                                        Measure.of(column.id()), low, high),
                                false);
                case Clue.ToFigure(
                                int from,
                                int to,
                                Comparison comparison,
                                Measure.Function function) ->
                        add(
                                from,
                                to,
                                column -> column.kind() == Kind.NUMBER && !column.isKeyLike(),
                                column -> Figures.compared(column, comparison, function),
                                false);
                case Clue.Part part -> part(part);
                case Clue.Limit _,
                        Clue.Negated _,
                        Clue.Either _,
                        Clue.Figure _,
                        Clue.Direction _ -> {}
            }
        }
    }

    private static Condition compared(ColumnFacts column, Comparison comparison, Literal number) {
        return column.kind() == Kind.MOMENT
                ? Moments.compared(column.id(), comparison, number)
                : new Condition.Compared(Measure.of(column.id()), comparison, number);
    }

    private static boolean isOrdered(ColumnFacts column, Literal value) {
        return switch (column.kind()) {
            case NUMBER -> value.number();
            case MOMENT -> Moments.fits(value);
            case TEXT -> true;
            case TRUTH, OTHER -> false;
        };
    }

    private void part(Clue.Part part) {
        int from = part.to();
        int to = from + 1;
        int quote = sentence.token(from).quote();
        while (to < sentence.size() && quote >= 0 && sentence.token(to).quote() == quote) {
            to++;
        }
        String text = sentence.phrase(from, to);
        String pattern = (part.begins() ? "" : "%") + text + (part.ends() ? "" : "%");
        add(
                part.from(),
                to,
                column -> column.kind() == Kind.TEXT,
                column -> new Condition.Like(column.id(), pattern, isNegated(part.from())),
                false);
    }

    private void values() {
        List<ValueMention> values = reading.links().values();
        for (int i = 0; i < values.size(); i++) {
            ValueMention first = values.get(i);
            if (isTaken(first.from(), first.to())) {
                continue;
            }
            List<ValueMention> same =
                    values.stream()
                            .filter(each -> each.from() == first.from() && each.to() == first.to())
                            .toList();
            if (first.column() == ValueMention.OPEN) {
                open(first);
            } else {
                held(first, same);
            }
        }
    }

    private void open(ValueMention value) {
        String text = value.text();
        add(
                value.from(),
                value.to(),
                column ->
                        column.kind() == Kind.TEXT
                                || (column.kind() == Kind.MOMENT
                                        && Moments.fits(Literal.text(text))),
                column -> equal(column, Literal.text(text), value.from()),
                false);
    }

    private void held(ValueMention first, List<ValueMention> same) {
        List<Choice<Condition>> meanings = new ArrayList<>();
        for (ValueMention value : same) {
            ColumnFacts column = lookup.column(value.column());
            double score =
                    reading.lean(Role.CONDITION, column.id())
                            + nearness(column, value.from())
                            + 2 * value.score();
            meanings.add(
                    new Choice<>(equal(column, Literal.text(value.text()), value.from()), score));
        }
        boolean strong = first.score() > 0.85 && !isSaidAsName(first);
        slots.add(
                new Slot(
                        first.from(),
                        first.to(),
                        Choice.best(meanings, MEANINGS_MAX),
                        strong ? STRONG : WEAK,
                        false,
                        isNegated(first.from())));
    }

    /** Whether the same words are as well the name of a table or column. */
    private boolean isSaidAsName(ValueMention value) {
        Predicate<Mention> over =
                mention ->
                        mention.score() > 0.7
                                && mention.from() < value.to()
                                && value.from() < mention.to();
        return reading.links().columns().stream().flatMap(List::stream).anyMatch(over)
                || reading.links().tables().stream().flatMap(List::stream).anyMatch(over);
    }

    private Condition equal(ColumnFacts column, Literal text, int at) {
        return compared(column, isNegated(at) ? Comparison.DIFFERENT : Comparison.EQUAL, text);
    }

    /** Numbers that nothing else accounts for. */
    private void numbers() {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.token(i);
            Double number = token.number();
            if (number == null
                    || isTaken(i, i + 1)
                    || reading.clues().covers(i)
                    || !token.digits()) {
                continue;
            }
            int at = i;
            add(
                    i,
                    i + 1,
                    column -> isOrdered(column, Literal.number(number)),
                    column -> equal(column, Literal.number(number), at),
                    true);
        }
    }

    private void add(
            int from,
            int to,
            Predicate<ColumnFacts> fits,
            Function<ColumnFacts, Condition> condition,
            boolean number) {
        List<Choice<Condition>> meanings = new ArrayList<>();
        for (ColumnFacts column : lookup.columns()) {
            if (fits.test(column)) {
                double score =
                        reading.lean(Role.CONDITION, column.id())
                                + nearness(column, from)
                                + (number && column.kind() != Kind.NUMBER ? -1.5 : 0);
                meanings.add(new Choice<>(condition.apply(column), score));
            }
        }
        slots.add(
                new Slot(
                        from,
                        to,
                        Choice.best(meanings, MEANINGS_MAX),
                        isAny(from, to) ? WEAK : STRONG,
                        number,
                        isNegated(from)));
    }

    /** "at least one" may say no more than "any". */
    private boolean isAny(int from, int to) {
        return sentence.says(from, "at", "least") && sentence.says(to - 1, "one");
    }

    /** A column that is named just before or after what it is compared with. */
    private double nearness(ColumnFacts column, int at) {
        Optional<Integer> distance =
                reading.links().columns().get(column.id()).stream()
                        .filter(mention -> mention.score() > 0.4)
                        .map(mention ->
                                mention.from() <= at ? at - mention.to() : mention.from() - at)
                        .min(Comparator.naturalOrder());
        return distance.map(tokens -> NEAR / (1 + Math.max(0, tokens))).orElse(0.0);
    }

    private boolean isNegated(int at) {
        return reading.clues()
                .of(Clue.Negated.class)
                .anyMatch(clue -> clue.to() <= at && at - clue.to() <= NEGATION_REACH);
    }

    private boolean isTaken(int from, int to) {
        return slots.stream().anyMatch(slot -> slot.from() < to && from < slot.to())
                || reading.clues().of(Clue.Limit.class).anyMatch(clue -> clue.covers(to - 1));
    }
}
