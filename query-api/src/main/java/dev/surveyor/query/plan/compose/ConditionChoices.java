package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Compared;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Clues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The likeliest ways to fill the slots of a question. */
final class ConditionChoices {

    private static final int CHOICES_MAX = 8;

    private ConditionChoices() {}

    static List<Choice<Filled>> of(List<Slot> slots) {
        List<Choice<List<@Nullable Condition>>> filled = new ArrayList<>();
        List<@Nullable Condition> none = new ArrayList<>();
        filled.add(new Choice<>(none, 0));
        for (Slot slot : slots) {
            List<Choice<List<@Nullable Condition>>> longer = new ArrayList<>();
            for (Choice<List<@Nullable Condition>> before : filled) {
                longer.add(
                        new Choice<>(with(before.value(), null), before.score() + slot.skipping()));
                for (Choice<Condition> meaning : slot.meanings()) {
                    longer.add(
                            new Choice<>(
                                    with(before.value(), meaning.value()),
                                    before.score() + meaning.score()));
                }
            }
            filled = new ArrayList<>(Choice.best(longer, CHOICES_MAX));
        }
        return filled.stream()
                .map(choice -> new Choice<>(new Filled(slots, choice.value()), choice.score()))
                .toList();
    }

    private static List<@Nullable Condition> with(
            List<@Nullable Condition> before, @Nullable Condition next) {
        List<@Nullable Condition> longer = new ArrayList<>(before);
        longer.add(next);
        return longer;
    }

    /** The conditions as they hold together: "or" where it is said, or where "and" cannot be. */
    static List<Condition> together(Filled filled, Clues clues) {
        List<Condition> all = new ArrayList<>();
        Slot last = null;
        for (int i = 0; i < filled.slots().size(); i++) {
            Condition next = filled.meanings().get(i);
            if (next == null) {
                continue;
            }
            Slot slot = filled.slots().get(i);
            if (last != null && (isEither(clues, last, slot) || exclude(all.getLast(), next))) {
                all.set(all.size() - 1, either(all.getLast(), next));
            } else {
                all.add(next);
            }
            last = slot;
        }
        return all;
    }

    private static boolean isEither(Clues clues, Slot left, Slot right) {
        return clues.of(Clue.Either.class)
                .anyMatch(clue -> clue.from() >= left.to() && clue.to() <= right.from());
    }

    /** Whether no row can hold both. */
    private static boolean exclude(Condition left, Condition right) {
        Condition before = left instanceof Condition.Any any ? any.conditions().getLast() : left;
        return before instanceof Compared a
                && right instanceof Compared b
                && a.measure().equals(b.measure())
                && a.comparison() == Comparison.EQUAL
                && b.comparison() == Comparison.EQUAL;
    }

    private static Condition either(Condition left, Condition right) {
        List<Condition> any = new ArrayList<>();
        if (left instanceof Condition.Any before) {
            any.addAll(before.conditions());
        } else {
            any.add(left);
        }
        any.add(right);
        return new Condition.Any(any);
    }
}
