package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Role;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each column is in a plan for. */
public final class Roles {

    private Roles() {}

    public static Map<Role, Set<Integer>> of(Query query) {
        Map<Role, Set<Integer>> parts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            parts.put(role, new HashSet<>());
        }
        Query.Select main = Parts.main(query);
        for (Measure item : main.items()) {
            add(parts, item.aggregate() ? Role.MEASURED : Role.SHOWN, item.column());
        }
        for (Query.Select select : Parts.selects(query)) {
            for (Condition condition : Parts.simple(select.where())) {
                add(parts, Role.CONDITION, Parts.column(condition));
            }
            for (Condition condition : select.having()) {
                add(parts, Role.MEASURED, Parts.column(condition));
            }
        }
        main.groupBy().forEach(column -> add(parts, Role.GROUP, column));
        main.orderBy().forEach(order -> add(parts, Role.ORDER, order.measure().column()));
        return parts;
    }

    private static void add(Map<Role, Set<Integer>> parts, Role role, int column) {
        if (column != Measure.ALL) {
            parts.computeIfAbsent(role, none -> new HashSet<>()).add(column);
        }
    }
}
