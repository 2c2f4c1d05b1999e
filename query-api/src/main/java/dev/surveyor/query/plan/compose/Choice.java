package dev.surveyor.query.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** One of several ways to fill a part of a plan, with how much speaks for it. */
record Choice<T>(T value, double score) {

    static <T> List<Choice<T>> best(List<Choice<T>> choices, int choicesMax) {
        return choices.stream()
                .sorted(Comparator.comparingDouble((Choice<T> choice) -> choice.score()).reversed())
                .limit(choicesMax)
                .toList();
    }

    /** Each with each, the best only. */
    static <A, B, C> List<Choice<C>> product(
            List<Choice<A>> left,
            List<Choice<B>> right,
            BiFunction<A, B, C> together,
            int choicesMax) {
        List<Choice<C>> all = new ArrayList<>();
        for (Choice<A> a : left) {
            for (Choice<B> b : right) {
                all.add(new Choice<>(together.apply(a.value(), b.value()), a.score() + b.score()));
            }
        }
        return best(all, choicesMax);
    }
}
