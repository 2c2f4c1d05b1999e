package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what is computed is what was said. */
final class FigureJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Lookup lookup = plan.lookup();
        Reading reading = plan.reading();
        Query query = plan.query();
        Query.Select main = plan.main();
        Set<Measure.Function> said = EnumSet.noneOf(Measure.Function.class);
        reading.clues().of(Clue.Figure.class).forEach(clue -> said.add(clue.function()));
        Set<Measure.Function> used = EnumSet.noneOf(Measure.Function.class);
        for (Query.Select select : Parts.selects(query)) {
            select.items().forEach(item -> used.add(item.function()));
            select.orderBy().forEach(order -> used.add(order.measure().function()));
            select.having().stream()
                    .filter(Condition.Compared.class::isInstance)
                    .map(Condition.Compared.class::cast)
                    .forEach(each -> used.add(each.measure().function()));
        }
        double unsaid = 0;
        double unused = 0;
        for (Measure.Function function :
                List.of(
                        Measure.Function.AVG,
                        Measure.Function.SUM,
                        Measure.Function.MIN,
                        Measure.Function.MAX)) {
            boolean strict = function == Measure.Function.AVG || function == Measure.Function.SUM;
            unsaid += used.contains(function) && !said.contains(function) ? 1 : 0;
            unused +=
                    said.contains(function)
                                    && !used.contains(function)
                                    && (strict || main.limit() == null)
                            ? 1
                            : 0;
        }
        figures.put("figures unsaid", unsaid);
        figures.put("figures unused", unused);
        figures.put(
                "count unused",
                said.contains(Measure.Function.COUNT)
                                && !used.contains(Measure.Function.COUNT)
                                && !used.contains(Measure.Function.SUM)
                        ? 1.0
                        : 0.0);
        figures.put(
                "limit unused",
                reading.clues().any(Clue.Limit.class) && main.limit() == null ? 1.0 : 0.0);
        figures.put("items twice", (double) rivals(plan));
        boolean alphabetical =
                reading.links().sentence().tokens().stream()
                        .anyMatch(token -> token.stem().startsWith("alphabet"));
        boolean sorted =
                main.orderBy().stream()
                        .anyMatch(order ->
                                order.measure().column() >= 0
                                        && lookup.column(order.measure().column()).kind()
                                                == Kind.TEXT);
        figures.put("alphabetical", alphabetical && sorted ? 1.0 : 0.0);
    }

    /** Pairs of shown columns that the same words mean. */
    private static int rivals(Judged plan) {
        Reading reading = plan.reading();
        Query.Select main = plan.main();
        int rivals = 0;
        for (Measure one : main.items()) {
            for (Measure other : main.items()) {
                if (one.column() > other.column() && other.column() >= 0) {
                    Mention first = reading.links().column(one.column()).orElse(null);
                    Mention second = reading.links().column(other.column()).orElse(null);
                    rivals +=
                            first != null
                                            && second != null
                                            && first.rivals(second)
                                            && !reading.links()
                                                    .sentence()
                                                    .says(first.from(), "full")
                                    ? 1
                                    : 0;
                }
            }
        }
        return rivals;
    }
}
