package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The likeliest lists of what is shown. */
final class ShownChoices {

    private static final int CHOICES_MAX = 14;
    private static final int LISTS_MAX = 5;
    private static final double LEAST = 0.04;

    private final Lookup lookup;
    private final Reading reading;

    ShownChoices(Lookup lookup, Reading reading) {
        this.lookup = lookup;
        this.reading = reading;
    }

    List<Choice<List<Measure>>> choices() {
        List<Choice<List<Measure>>> all = new ArrayList<>();
        for (String measures : reading.likely(Head.MEASURES, LEAST, 5)) {
            for (String items : reading.likely(Head.ITEMS, LEAST, 3)) {
                double score =
                        Math.log(reading.chance(Head.MEASURES, measures))
                                + Math.log(reading.chance(Head.ITEMS, items));
                for (Choice<List<Measure>> list :
                        lists(List.of(measures.split("\\+", -1)), Integer.parseInt(items))) {
                    all.add(new Choice<>(list.value(), list.score() + score));
                }
            }
        }
        return Choice.best(all, CHOICES_MAX);
    }

    private List<Choice<List<Measure>>> lists(List<String> kinds, int count) {
        if (kinds.contains("*")) {
            return kinds.size() == 1 && count == 1
                    ? List.of(new Choice<>(List.of(Measure.STAR), 0))
                    : List.of();
        }
        List<String> computed =
                new ArrayList<>(kinds.stream().filter(kind -> !kind.equals("plain")).toList());
        boolean plain = kinds.contains("plain");
        if (computed.size() + (plain ? 1 : 0) > count) {
            return List.of();
        }
        int plains = plain ? count - computed.size() : 0;
        while (!plain && computed.size() < count) {
            computed.add(computed.getLast());
        }
        List<Choice<List<Measure>>> figures = figures(computed);
        return plain
                ? Choice.product(plain(plains), figures, ShownChoices::joined, LISTS_MAX)
                : figures;
    }

    private static List<Measure> joined(List<Measure> left, List<Measure> right) {
        List<Measure> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }

    /** The likeliest columns, and the same with one exchanged for the next. */
    private List<Choice<List<Measure>>> plain(int count) {
        List<ColumnFacts> ranked = ranked(Role.SHOWN, column -> true, count + 3);
        List<Choice<List<Measure>>> choices = new ArrayList<>();
        if (ranked.size() < count) {
            return choices;
        }
        choices.add(plain(ranked.subList(0, count)));
        for (int next = count; next < ranked.size(); next++) {
            for (int out = count - 1; out >= Math.max(0, count - 2); out--) {
                List<ColumnFacts> exchanged = new ArrayList<>(ranked.subList(0, count));
                exchanged.set(out, ranked.get(next));
                choices.add(plain(exchanged));
            }
        }
        return choices;
    }

    private Choice<List<Measure>> plain(List<ColumnFacts> columns) {
        return new Choice<>(
                columns.stream().map(column -> Measure.of(column.id())).toList(),
                columns.stream()
                        .mapToDouble(column -> reading.lean(Role.SHOWN, column.id()))
                        .sum());
    }

    /** All figures of one column, or each kind of the column that fits it best. */
    private List<Choice<List<Measure>>> figures(List<String> kinds) {
        List<Choice<List<Measure>>> choices = new ArrayList<>();
        choices.add(new Choice<>(List.of(), 0));
        for (String kind : kinds) {
            choices =
                    new ArrayList<>(
                            Choice.product(
                                    choices, figure(kind), ShownChoices::withNew, LISTS_MAX * 2));
            choices.removeIf(choice -> choice.value().isEmpty());
        }
        return choices;
    }

    /** Empty where it is there already: nothing is shown twice. */
    private static List<Measure> withNew(List<Measure> before, Measure next) {
        return before.contains(next) ? List.of() : joined(before, List.of(next));
    }

    private List<Choice<Measure>> figure(String kind) {
        if (kind.equals("count*")) {
            return List.of(new Choice<>(Measure.COUNT, 0));
        }
        boolean counted = kind.startsWith("count");
        Measure.Function function =
                counted
                        ? Measure.Function.COUNT
                        : Measure.Function.valueOf(kind.toUpperCase(Locale.ROOT));
        boolean summed = function == Measure.Function.AVG || function == Measure.Function.SUM;
        return ranked(
                        Role.MEASURED,
                        column -> !summed || (column.kind() == Kind.NUMBER && !column.key()),
                        3)
                .stream()
                .map(column ->
                        new Choice<>(
                                new Measure(function, kind.equals("countd"), column.id()),
                                reading.lean(Role.MEASURED, column.id())))
                .toList();
    }

    private List<ColumnFacts> ranked(Role role, Predicate<ColumnFacts> fits, int columnsMax) {
        return lookup.columns().stream()
                .filter(fits)
                .sorted(
                        Comparator.comparingDouble(
                                (ColumnFacts column) -> -reading.lean(role, column.id())))
                .limit(columnsMax)
                .toList();
    }
}
