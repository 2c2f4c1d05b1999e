package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Reading;
import java.util.List;
import java.util.Map;

/** Order as it is said, groups that are seen, first and last name of one table. */
final class OrderJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Lookup lookup = plan.lookup();
        Reading reading = plan.reading();
        Query.Select main = plan.main();
        List<Clue.Direction> said = reading.clues().of(Clue.Direction.class).toList();
        double unlike = 0;
        for (Query.Order order : main.orderBy()) {
            boolean same = said.stream().anyMatch(clue -> clue.descending() == order.descending());
            unlike += said.isEmpty() || same ? 0 : 1;
        }
        figures.put("direction unlike", unlike);
        boolean computed = main.items().stream().anyMatch(Measure::aggregate);
        figures.put(
                "direction unused",
                !said.isEmpty() && main.orderBy().isEmpty() && !computed ? 1.0 : 0.0);
        double unseen = 0;
        for (int group : main.groupBy()) {
            boolean shown = main.items().contains(Measure.of(group));
            unseen += shown || lookup.column(group).isKeyLike() ? 0 : 1;
        }
        figures.put("groups unseen", unseen);
        boolean keyShown =
                main.limit() != null
                        && main.orderBy().stream()
                                .anyMatch(order ->
                                        !order.measure().aggregate()
                                                && main.items().contains(order.measure()));
        figures.put("sort key shown", keyShown ? 1.0 : 0.0);
        figures.put("names apart", (double) apart(plan));
    }

    /** Values that stand side by side but are sought in different tables. */
    private static int apart(Judged plan) {
        Lookup lookup = plan.lookup();
        Query.Select main = plan.main();
        int apart = 0;
        List<Condition> conditions = Parts.simple(main.where());
        for (int i = 1; i < conditions.size(); i++) {
            int[] before = place(plan, conditions.get(i - 1));
            int[] here = place(plan, conditions.get(i));
            if (before.length > 0 && here.length > 0 && before[1] == here[0]) {
                int one = lookup.column(Parts.column(conditions.get(i - 1))).table();
                int other = lookup.column(Parts.column(conditions.get(i))).table();
                apart += one == other ? 0 : 1;
            }
        }
        return apart;
    }

    /** Where a value stands in the question; empty: nowhere. */
    private static int[] place(Judged plan, Condition condition) {
        Reading reading = plan.reading();
        return condition instanceof Condition.Compared compared && compared.measure().column() >= 0
                ? reading.links().values().stream()
                        .filter(value ->
                                value.column() == compared.measure().column()
                                        && value.text().equals(compared.value().text()))
                        .findFirst()
                        .map(value -> new int[] {value.from(), value.to()})
                        .orElse(new int[0])
                : new int[0];
    }
}
