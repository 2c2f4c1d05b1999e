package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.words.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what may be counted or computed at a place of a question. */
final class Figures {

    private static final int FIGURES_MAX = 8;

    /** A view shows rows of others, perhaps not all of them. */
    private static final double VIEW = 0.15;

    private static final Set<String> SKIPPED =
            Set.of("the", "our", "their", "its", "of", "different", "distinct", "all", "a", "an");
    private static final Set<String> OF = Set.of("of", "for", "over", "on", "from", "in");

    private static final double RECKONED = 0.5;
    private static final Set<String> WORTH = Set.of("revenue", "turnover", "sales", "takings");
    private static final Set<String> MANY = stems("quantity", "pieces");
    private static final Set<String> PRICE = stems("price");
    private static final Set<String> TOTAL =
            stems("total", "amount", "revenue", "sales", "turnover", "subtotal");

    private final Lookup lookup;
    private final Nouns nouns;

    Figures(Talk talk) {
        lookup = talk.lookup();
        nouns = talk.nouns();
    }

    private static Set<String> stems(String... words) {
        return Stream.of(words).map(Stems::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Rows of tables that are spoken of here. */
    List<Figure> counted(Text text, int index) {
        int at = skip(text, index);
        List<Figure> figures = new ArrayList<>();
        for (Thing thing : nouns.at(at)) {
            boolean weak =
                    thing.score() < 0.6 && !figures.isEmpty() && figures.getFirst().cost() < 0.1;
            if (thing.table() && thing.score() >= 0.45 && !weak) {
                figures.add(
                        new Figure(
                                thing.id(),
                                Measure.ALL,
                                Measure.Function.COUNT,
                                index,
                                thing.to(),
                                1 - thing.score() + (lookup.isView(thing.id()) ? VIEW : 0)));
            }
        }
        return figures.size() > FIGURES_MAX ? figures.subList(0, FIGURES_MAX) : figures;
    }

    /** Numbers that are spoken of here, alone, after their table or before it. */
    List<Figure> computed(Text text, int index, Measure.Function function) {
        int at = skip(text, index);
        List<Figure> figures = new ArrayList<>();
        for (Thing thing : nouns.at(at)) {
            if (!thing.table()) {
                add(thing, function, index, thing.to(), 0, text, figures);
                continue;
            }
            int next =
                    text.says(thing.to(), "on") || text.says(thing.to(), "at")
                            ? thing.to() + 1
                            : thing.to();
            for (Thing column : nouns.at(next)) {
                if (!column.table() && lookup.column(column.id()).table() == thing.id()) {
                    add(
                            column,
                            function,
                            index,
                            column.to(),
                            0.3 * (1 - thing.score()) - 0.1,
                            text,
                            figures);
                }
            }
        }
        if (function == Measure.Function.SUM) {
            worth(text, at, index, figures);
        }
        figures.sort((a, b) -> Double.compare(a.cost(), b.cost()));
        return figures.size() > FIGURES_MAX ? figures.subList(0, FIGURES_MAX) : figures;
    }

    private void add(
            Thing thing,
            Measure.Function function,
            int from,
            int to,
            double more,
            Text text,
            List<Figure> figures) {
        ColumnFacts column = lookup.column(thing.id());
        boolean summed = function == Measure.Function.SUM || function == Measure.Function.AVG;
        boolean dated = lookup.lore(column.id()).dated();
        if (column.isKeyLike() || (column.kind() != Kind.NUMBER && (summed || !dated))) {
            return;
        }
        double cost =
                1
                        - thing.score()
                        + more
                        + (isCount(column) ? 0.3 : 0)
                        + (lookup.isView(column.table()) ? VIEW : 0);
        int end = to;
        int next = to;
        while (text.any(next, OF) || text.any(next, SKIPPED)) {
            next++;
        }
        if (next > to) {
            for (Thing owner : nouns.at(next)) {
                if (owner.table() && owner.id() == column.table()) {
                    end = owner.to();
                    cost -= 0.3 * owner.score();
                    break;
                }
            }
        }
        int times = times(column, to, text);
        figures.add(
                new Figure(
                        column.table(),
                        column.id(),
                        function,
                        from,
                        times < 0 ? end : timesEnd(to, text, times),
                        cost,
                        times));
    }

    /** "quantity times unit price": the other number of the same row; -1: none. */
    private int times(ColumnFacts column, int at, Text text) {
        for (Thing thing : nouns.at(factor(at, text))) {
            boolean number = !thing.table() && lookup.column(thing.id()).kind() == Kind.NUMBER;
            if (number
                    && thing.score() > 0.9
                    && thing.id() != column.id()
                    && lookup.column(thing.id()).table() == column.table()) {
                return thing.id();
            }
        }
        return Measure.ALL;
    }

    private int timesEnd(int at, Text text, int column) {
        return nouns.at(factor(at, text)).stream()
                .filter(thing -> !thing.table() && thing.id() == column)
                .findFirst()
                .map(Thing::to)
                .orElse(at);
    }

    /** Where a second factor is named; -1: none is. */
    private static int factor(int at, Text text) {
        int next =
                text.says(at, "times")
                        ? at + 1
                        : text.says(at, "multiplied", "by") || text.says(at, "multiplied", "with")
                                ? at + 2
                                : -1;
        return next < 0 ? -1 : skip(text, next);
    }

    /**
     * "revenue" where no column is called so and rows hold how many, and what one costs, but no
     * total.
     */
    private void worth(Text text, int at, int from, List<Figure> figures) {
        if (!text.any(at, WORTH) || !figures.isEmpty()) {
            return;
        }
        for (TableFacts table : lookup.tables()) {
            List<ColumnFacts> many = numbers(table, MANY);
            List<ColumnFacts> prices = numbers(table, PRICE);
            if (many.size() == 1 && prices.size() == 1 && numbers(table, TOTAL).isEmpty()) {
                figures.add(
                        new Figure(
                                table.id(),
                                many.getFirst().id(),
                                Measure.Function.SUM,
                                from,
                                at + 1,
                                RECKONED,
                                prices.getFirst().id()));
            }
        }
    }

    private static List<ColumnFacts> numbers(TableFacts table, Set<String> stems) {
        return table.columns().stream()
                .filter(column ->
                        column.kind() == Kind.NUMBER
                                && !column.isKeyLike()
                                && column.stems().stream().anyMatch(stems::contains))
                .toList();
    }

    /** A column that is called like a table holds how many of these there are. */
    private boolean isCount(ColumnFacts column) {
        return lookup.tables().stream().anyMatch(table -> table.stems().equals(column.stems()));
    }

    static int skip(Text text, int index) {
        int at = index;
        while (text.any(at, SKIPPED)) {
            at++;
        }
        return at;
    }
}
