package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import dev.surveyor.query.plan.read.Skeleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;

/** The likeliest outlines: conditions, those of groups, absence, sets. */
final class Outlines {

    private static final int CHOICES_MAX = 16;
    private static final double LEAST = 0.05;

    private final Lookup lookup;
    private final Reading reading;
    private final Froms froms;
    private final List<Slot> slots;

    Outlines(Lookup lookup, Reading reading, Froms froms) {
        this.lookup = lookup;
        this.reading = reading;
        this.froms = froms;
        slots = Slots.of(lookup, reading);
    }

    List<Choice<Outline>> choices() {
        List<Choice<Outline>> all = new ArrayList<>();
        for (String nesting : reading.likely(Head.NESTING, LEAST, 3)) {
            double score = Math.log(reading.chance(Head.NESTING, nesting));
            switch (nesting) {
                case "not in" -> absent(score, all);
                case "except", "intersect" -> sets(nesting, score, all);
                default -> flat(score, all);
            }
        }
        flat(Math.log(reading.chance(Head.NESTING, "flat")), all);
        return Choice.best(all, CHOICES_MAX);
    }

    private void flat(double score, List<Choice<Outline>> all) {
        for (String having : reading.likely(Head.HAVING, LEAST, 2)) {
            double with = score + Math.log(reading.chance(Head.HAVING, having));
            if (having.equals(Skeleton.NONE)) {
                for (Choice<Filled> filled : ConditionChoices.of(slots)) {
                    add(filled, List.of(), with, all);
                }
            } else {
                grouped(having, with, all);
            }
        }
    }

    /** A number that is compared speaks of the rows of a group. */
    private void grouped(String having, double score, List<Choice<Outline>> all) {
        for (Slot number : slots) {
            if (!number.number()) {
                continue;
            }
            for (Choice<Condition> condition : groupConditions(having, number)) {
                List<Slot> others = slots.stream().filter(slot -> !slot.equals(number)).toList();
                for (Choice<Filled> filled : ConditionChoices.of(others)) {
                    add(filled, List.of(condition.value()), score + condition.score(), all);
                }
            }
        }
    }

    private List<Choice<Condition>> groupConditions(String having, Slot slot) {
        Condition meaning = slot.meanings().isEmpty() ? null : slot.meanings().getFirst().value();
        if (!(meaning
                instanceof Condition.Compared(Measure _, Comparison comparison, Literal value))) {
            return List.of();
        }
        if (having.startsWith("count")) {
            return List.of(
                    new Choice<>(new Condition.Compared(Measure.COUNT, comparison, value), 0));
        }
        int end = 0;
        while (end < having.length() && Character.isLetter(having.charAt(end))) {
            end++;
        }
        String name = having.substring(0, end);
        if (!List.of("avg", "sum", "min", "max").contains(name)) {
            return List.of();
        }
        Measure.Function function = Measure.Function.valueOf(name.toUpperCase(Locale.ROOT));
        return lookup.columns().stream()
                .filter(column -> column.kind() == Kind.NUMBER)
                .sorted(
                        Comparator.comparingDouble(column ->
                                -reading.lean(Role.CONDITION, column.id())
                                        - reading.lean(Role.MEASURED, column.id())))
                .limit(2)
                .map(column ->
                        new Choice<Condition>(
                                new Condition.Compared(
                                        Measure.of(function, column.id()), comparison, value),
                                reading.lean(Role.MEASURED, column.id())))
                .toList();
    }

    private void add(
            Choice<Filled> filled,
            List<Condition> having,
            double score,
            List<Choice<Outline>> all) {
        List<Condition> where = ConditionChoices.together(filled.value(), reading.clues());
        all.add(
                new Choice<>(
                        new Outline(
                                where,
                                having,
                                null,
                                List.of(),
                                filled.value().skipped(),
                                filled.score()),
                        score + filled.score()));
    }

    /** Rows of which another table knows nothing, or nothing of the kind said after "not". */
    private void absent(double score, List<Choice<Outline>> all) {
        int at =
                reading.clues()
                        .of(Clue.Negated.class)
                        .map(Clue.Negated::from)
                        .findFirst()
                        .orElse(0);
        List<Slot> outside = slots.stream().filter(slot -> slot.to() <= at).toList();
        List<Slot> inside = slots.stream().filter(slot -> slot.to() > at).toList();
        for (KeyEdge edge : lookup.edges()) {
            if (edge.columns().size() != 1) {
                continue;
            }
            for (Choice<Filled> filled : Choice.best(ConditionChoices.of(inside), 2)) {
                List<Condition> within = plainly(filled.value());
                SequencedSet<Integer> needed = new LinkedHashSet<>();
                needed.add(edge.table());
                for (Condition condition : within) {
                    needed.add(lookup.column(Parts.column(condition)).table());
                }
                if (needed.contains(edge.keyTable())) {
                    continue;
                }
                Optional<JoinTree> tree = froms.of(needed).stream().findFirst();
                double said = saidAfter(edge.table(), at) + (within.isEmpty() ? 0 : 1);
                if (tree.isPresent() && (said > 0 || !within.isEmpty())) {
                    Condition absent =
                            new Condition.In(
                                    edge.keyColumns().getFirst(),
                                    true,
                                    new Query.Select(
                                            false,
                                            List.of(Measure.of(edge.columns().getFirst())),
                                            tree.get(),
                                            within,
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            null));
                    for (Choice<Filled> rest : Choice.best(ConditionChoices.of(outside), 2)) {
                        List<Condition> where =
                                new ArrayList<>(
                                        ConditionChoices.together(rest.value(), reading.clues()));
                        where.add(absent);
                        double fit = filled.score() + rest.score();
                        all.add(
                                new Choice<>(
                                        new Outline(
                                                where,
                                                List.of(),
                                                null,
                                                List.of(),
                                                filled.value().skipped() + rest.value().skipped(),
                                                fit),
                                        score + fit + said + reading.tableLean(edge.keyTable())));
                    }
                }
            }
        }
    }

    /** What is negated around a set is meant without its negation within. */
    private static List<Condition> plainly(Filled filled) {
        return filled.conditions().stream().map(Outlines::plainly).toList();
    }

    private static Condition plainly(Condition condition) {
        return condition
                                instanceof
                                Condition.Compared(
                                        Measure measure,
                                        Comparison comparison,
                                        Literal value)
                        && comparison == Comparison.DIFFERENT
                ? new Condition.Compared(measure, Comparison.EQUAL, value)
                : condition;
    }

    private double saidAfter(int table, int at) {
        TableFacts facts = lookup.table(table);
        return reading.links().tables().get(facts.id()).stream()
                .filter(mention -> mention.from() >= at)
                .mapToDouble(Mention::score)
                .max()
                .orElse(0);
    }

    /** The last slot holds for the second select alone. */
    private void sets(String nesting, double score, List<Choice<Outline>> all) {
        for (Choice<Filled> filled : ConditionChoices.of(slots)) {
            List<Condition> conditions = plainly(filled.value());
            if (conditions.isEmpty() || (conditions.size() < 2 && nesting.equals("intersect"))) {
                continue;
            }
            List<Condition> shared = conditions.subList(0, Math.max(0, conditions.size() - 2));
            List<Condition> left = new ArrayList<>(shared);
            if (conditions.size() >= 2) {
                left.add(conditions.get(conditions.size() - 2));
            }
            List<Condition> right = new ArrayList<>(shared);
            right.add(conditions.getLast());
            all.add(
                    new Choice<>(
                            new Outline(
                                    left,
                                    List.of(),
                                    Query.SetOperation.valueOf(nesting.toUpperCase(Locale.ROOT)),
                                    right,
                                    filled.value().skipped(),
                                    filled.score()),
                            score + filled.score()));
        }
    }
}
