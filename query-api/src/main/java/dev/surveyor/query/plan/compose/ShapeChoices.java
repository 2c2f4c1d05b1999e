package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import dev.surveyor.query.plan.read.Skeleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The likeliest groups, orders and limits. */
final class ShapeChoices {

    private static final int CHOICES_MAX = 14;
    private static final double LEAST = 0.04;
    private static final int SOME = 3;

    private final Lookup lookup;
    private final Reading reading;

    ShapeChoices(Lookup lookup, Reading reading) {
        this.lookup = lookup;
        this.reading = reading;
    }

    List<Choice<Shape>> choices() {
        List<Choice<Shape>> all = new ArrayList<>();
        for (Choice<List<Integer>> groups : groups()) {
            for (Choice<Shape> order : orders(groups.value())) {
                all.add(new Choice<>(order.value(), groups.score() + order.score()));
            }
        }
        return Choice.best(all, CHOICES_MAX);
    }

    private List<Choice<List<Integer>>> groups() {
        List<Choice<List<Integer>>> choices = new ArrayList<>();
        for (String label : reading.likely(Head.GROUP, LEAST, 3)) {
            double score = Math.log(reading.chance(Head.GROUP, label));
            int count = Integer.parseInt(label);
            if (count == 0) {
                choices.add(new Choice<>(List.of(), score));
                continue;
            }
            choices.add(new Choice<>(List.of(Shape.AS_SHOWN), score));
            List<ColumnFacts> ranked = ranked(Role.GROUP, count + 2);
            for (int last = count - 1; last < ranked.size(); last++) {
                List<Integer> columns = new ArrayList<>();
                ranked.subList(0, count - 1).forEach(column -> columns.add(column.id()));
                columns.add(ranked.get(last).id());
                choices.add(
                        new Choice<>(
                                columns,
                                score
                                        + columns.stream()
                                                .mapToDouble(id -> reading.lean(Role.GROUP, id))
                                                .sum()));
            }
        }
        return choices;
    }

    private List<Choice<Shape>> orders(List<Integer> groups) {
        List<Choice<Shape>> choices = new ArrayList<>();
        for (String label : reading.likely(Head.ORDER, LEAST, 4)) {
            double score = Math.log(reading.chance(Head.ORDER, label));
            if (label.equals(Skeleton.NONE)) {
                choices.add(new Choice<>(new Shape(groups, List.of(), null), score));
                continue;
            }
            List<String> parts = List.of(label.split(" ", -1));
            if (parts.size() == 3) {
                Integer limit = limit(parts.get(2));
                for (Choice<Measure> key : keys(parts.get(1), groups)) {
                    Query.Order order =
                            new Query.Order(key.value(), parts.getFirst().equals("desc"));
                    choices.add(
                            new Choice<>(
                                    new Shape(groups, List.of(order), limit), score + key.score()));
                }
            }
        }
        return choices;
    }

    private @Nullable Integer limit(String rows) {
        return switch (rows) {
            case "one" -> 1;
            case "some" ->
                    reading.clues()
                            .of(Clue.Limit.class)
                            .findFirst()
                            .map(Clue.Limit::count)
                            .orElse(SOME);
            default -> null;
        };
    }

    private List<Choice<Measure>> keys(String kind, List<Integer> groups) {
        boolean computed = !kind.equals("plain");
        if (computed == groups.isEmpty()) {
            return computed ? List.of() : plainKeys();
        }
        if (kind.equals("count*") || kind.startsWith("count")) {
            return List.of(new Choice<>(Measure.COUNT, 0));
        }
        if (!computed) {
            return plainKeys();
        }
        Measure.Function function = Measure.Function.valueOf(kind.toUpperCase(Locale.ROOT));
        return ranked(Role.ORDER, 4).stream()
                .filter(column -> column.kind() == Kind.NUMBER)
                .map(column ->
                        new Choice<>(
                                Measure.of(function, column.id()),
                                reading.lean(Role.ORDER, column.id())))
                .toList();
    }

    /** Likely keys; what is shown may be sorted by itself. */
    private List<Choice<Measure>> plainKeys() {
        List<ColumnFacts> keys = new ArrayList<>(ranked(Role.ORDER, 3));
        for (ColumnFacts shown : ranked(Role.SHOWN, 2)) {
            if (!keys.contains(shown)) {
                keys.add(shown);
            }
        }
        return keys.stream()
                .map(column ->
                        new Choice<>(
                                Measure.of(column.id()), reading.lean(Role.ORDER, column.id())))
                .toList();
    }

    private List<ColumnFacts> ranked(Role role, int columnsMax) {
        return lookup.columns().stream()
                .sorted(
                        Comparator.comparingDouble(
                                (ColumnFacts column) -> -reading.lean(role, column.id())))
                .limit(columnsMax)
                .toList();
    }
}
