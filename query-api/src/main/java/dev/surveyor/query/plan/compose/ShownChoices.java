package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The likeliest lists of what is shown. */
final class ShownChoices {

    private static final int CHOICES_MAX = 18;
    private static final int LISTS_MAX = 5;
    private static final int ITEMS_MAX = 8;
    private static final double LEAST = 0.03;

    private final Lookup lookup;
    private final Reading reading;

    ShownChoices(Lookup lookup, Reading reading) {
        this.lookup = lookup;
        this.reading = reading;
    }

    List<Choice<List<Measure>>> choices() {
        List<Choice<List<Measure>>> all = new ArrayList<>();
        for (String measures : reading.likely(Head.MEASURES, LEAST, 5)) {
            List<String> kinds = List.of(measures.split("\\+", -1));
            Set<Integer> counts = new LinkedHashSet<>();
            reading.likely(Head.ITEMS, LEAST, 3)
                    .forEach(items -> counts.add(Integer.valueOf(items)));
            long computed = kinds.stream().filter(kind -> !kind.equals("plain")).count();
            if (kinds.contains("plain")) {
                counts.add(Math.max(1, Math.min(ITEMS_MAX, likelyCount())) + (int) computed);
            } else {
                counts.add((int) computed);
            }
            for (int count : counts) {
                double score =
                        Math.log(reading.chance(Head.MEASURES, measures))
                                + Math.log(
                                        reading.chance(
                                                Head.ITEMS, Integer.toString(Math.min(4, count))));
                for (Choice<List<Measure>> list : lists(kinds, count)) {
                    all.add(new Choice<>(list.value(), list.score() + score));
                }
            }
        }
        all.addAll(new SaidFigures(lookup, reading).choices());
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

    /** The likeliest columns that were not meant by the same words, and the same with one other. */
    private List<Choice<List<Measure>>> plain(int count) {
        List<ColumnFacts> ranked = ranked(Role.SHOWN, column -> true, count + 6);
        List<ColumnFacts> chosen = new ArrayList<>();
        for (ColumnFacts column : ranked) {
            if (chosen.size() < count && chosen.stream().noneMatch(one -> rival(one, column))) {
                chosen.add(column);
            }
        }
        List<Choice<List<Measure>>> choices = new ArrayList<>();
        if (chosen.size() < count) {
            return choices;
        }
        choices.add(plain(chosen));
        for (ColumnFacts next : ranked.subList(0, Math.min(ranked.size(), count + 3))) {
            if (!chosen.contains(next)) {
                for (int out = count - 1; out >= Math.max(0, count - 2); out--) {
                    List<ColumnFacts> exchanged = new ArrayList<>(chosen);
                    exchanged.set(out, next);
                    choices.add(plain(exchanged));
                }
            }
        }
        return choices;
    }

    /** Whether both are meant by the same words. */
    private boolean rival(ColumnFacts one, ColumnFacts other) {
        List<Mention> ones = reading.links().columns().get(one.id());
        List<Mention> others = reading.links().columns().get(other.id());
        return !ones.isEmpty()
                && !others.isEmpty()
                && others.stream()
                        .allMatch(mention ->
                                !saysFull(mention) && ones.stream().anyMatch(mention::rivals));
    }

    /** "full name" means all its parts. */
    private boolean saysFull(Mention mention) {
        return reading.links().sentence().says(mention.from(), "full");
    }

    /** As many as are likelier shown than not, whatever their number is read as. */
    private int likelyCount() {
        return (int)
                lookup.columns().stream()
                        .filter(column -> reading.lean(Role.SHOWN, column.id()) > 0)
                        .count();
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
