package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import java.util.Map;

/** What makes little sense whatever was asked. */
final class SenseJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Lookup lookup = plan.lookup();
        Query.Select main = plan.main();
        double odd = 0;
        double keysShown = 0;
        for (Measure item : main.items()) {
            if (item.column() >= 0) {
                ColumnFacts column = lookup.column(item.column());
                boolean computed =
                        item.function() == Measure.Function.AVG
                                || item.function() == Measure.Function.SUM;
                odd += computed && (column.kind() != Kind.NUMBER || column.isKeyLike()) ? 1 : 0;
                keysShown += !item.aggregate() && column.isKeyLike() ? 1 : 0;
            }
        }
        figures.put("odd figures", odd);
        figures.put("keys shown", keysShown);
        double fixed = 0;
        double doubtful = 0;
        for (Condition condition : Parts.simple(main.where())) {
            int id = Parts.column(condition);
            if (id >= 0) {
                boolean equal =
                        condition instanceof Condition.Compared compared
                                && compared.comparison() == Condition.Comparison.EQUAL;
                fixed += equal && main.items().contains(Measure.of(id)) ? 1 : 0;
                doubtful += isDoubtful(condition, lookup.column(id)) ? 1 : 0;
            }
        }
        figures.put("shown though fixed", fixed);
        figures.put("doubtful conditions", doubtful);
        double unique = 0;
        for (int id : main.groupBy()) {
            unique += lookup.column(id).key() && main.from().tables().size() == 1 ? 1 : 0;
        }
        figures.put("groups of one", unique);
        boolean grouped = !main.groupBy().isEmpty();
        boolean figure =
                main.items().stream().anyMatch(Measure::aggregate)
                        || !main.having().isEmpty()
                        || main.orderBy().stream().anyMatch(order -> order.measure().aggregate());
        figures.put("groups for nothing", grouped && !figure ? 1.0 : 0.0);
        figures.put(
                "sorted by text",
                main.orderBy().stream()
                                .filter(order ->
                                        order.measure().column() >= 0 && main.limit() != null)
                                .filter(order ->
                                        lookup.column(order.measure().column()).kind() == Kind.TEXT)
                                .count()
                        * 1.0);
    }

    /** A value outside of what the column holds. */
    private static boolean isDoubtful(Condition condition, ColumnFacts column) {
        if (!(condition instanceof Condition.Compared compared) || compared.measure().aggregate()) {
            return false;
        }
        if (compared.value().number() && column.min() != null && column.max() != null) {
            double value = Double.parseDouble(compared.value().text());
            return value < column.min() || value > column.max();
        }
        return column.complete()
                && compared.comparison() == Condition.Comparison.EQUAL
                && !column.values().contains(compared.value().text());
    }
}
