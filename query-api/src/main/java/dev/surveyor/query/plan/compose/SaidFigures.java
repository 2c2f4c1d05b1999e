package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Measure.Function;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures as they are said: "the maximum and minimum price and the average age". */
final class SaidFigures {

    private static final int REACH = 8;
    private static final int FIGURES_MAX = 6;

    private final Lookup lookup;
    private final Reading reading;

    SaidFigures(Lookup lookup, Reading reading) {
        this.lookup = lookup;
        this.reading = reading;
    }

    /** All that is said, alone and beside the likeliest column that is shown. */
    List<Choice<List<Measure>>> choices() {
        Set<Measure> figures = new LinkedHashSet<>();
        double score = 0;
        for (Clue.Figure clue : reading.clues().of(Clue.Figure.class).toList()) {
            Optional<ColumnFacts> column = after(clue.to(), clue.function() != Function.COUNT);
            if (column.isPresent() && clue.function() != Function.COUNT) {
                figures.add(Measure.of(clue.function(), column.get().id()));
                score += Math.min(0, reading.lean(Role.MEASURED, column.get().id()));
            }
        }
        List<Choice<List<Measure>>> choices = new ArrayList<>();
        if (figures.isEmpty() || figures.size() > FIGURES_MAX) {
            return choices;
        }
        List<Measure> alone = List.copyOf(figures);
        choices.add(new Choice<>(alone, score - 1));
        double with = score;
        lookup.columns().stream()
                .max(Comparator.comparingDouble(column -> reading.lean(Role.SHOWN, column.id())))
                .ifPresent(column -> {
                    List<Measure> beside = new ArrayList<>(List.of(Measure.of(column.id())));
                    beside.addAll(alone);
                    double lean = reading.lean(Role.SHOWN, column.id());
                    choices.add(new Choice<>(beside, with + Math.min(0, lean) - 1));
                });
        return choices;
    }

    /** The column that is spoken of next; the nearer and the better said, the better. */
    private Optional<ColumnFacts> after(int token, boolean number) {
        return lookup.columns().stream()
                .filter(column -> !number || column.kind() == Kind.NUMBER)
                .filter(column -> nearness(column, token) > 0)
                .max(
                        Comparator.comparingDouble(column ->
                                2 * nearness(column, token)
                                        + 0.3 * reading.lean(Role.MEASURED, column.id())));
    }

    private double nearness(ColumnFacts column, int token) {
        double nearest = 0;
        for (Mention mention : reading.links().columns().get(column.id())) {
            int distance = mention.from() - token;
            if (distance >= -1 && distance <= REACH) {
                nearest = Math.max(nearest, mention.score() / (1 + 0.3 * Math.max(0, distance)));
            }
        }
        return nearest;
    }
}
