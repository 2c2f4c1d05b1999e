package dev.surveyor.query;

import dev.surveyor.catalog.TableName;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Against;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan stands on, for the evidence beside an answer.
 *
 * @param tables that it reads, those within conditions too
 * @param columns that it shows, computes, groups, sorts or compares, as {@code schema.table.column}
 * @param joins as {@code one = other}
 * @param values that words of the question were found to be
 */
public record Grounds(
        List<TableName> tables, List<String> columns, List<String> joins, List<Value> values) {

    /** A value of a column, as the column holds it. */
    public record Value(String column, String text) {}

    public Grounds {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        values = List.copyOf(values);
    }

    static Grounds of(Query query, Lookup lookup) {
        Set<TableName> tables = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        Set<String> joins = new LinkedHashSet<>();
        Set<Value> values = new LinkedHashSet<>();
        for (Query.Select select : Parts.selects(query)) {
            select.from().tables().forEach(id -> tables.add(lookup.table(id).name()));
            select.from().edges().forEach(edge -> joins.add(join(edge, lookup)));
            select.items().forEach(item -> add(item, columns, lookup));
            select.groupBy().forEach(id -> add(id, columns, lookup));
            select.orderBy().forEach(order -> add(order.measure().column(), columns, lookup));
            List<Condition> conditions = new ArrayList<>(Parts.simple(select.where()));
            conditions.addAll(Parts.simple(select.having()));
            for (Condition condition : conditions) {
                add(Parts.column(condition), columns, lookup);
                value(condition, values, lookup);
            }
        }
        return new Grounds(
                List.copyOf(tables), List.copyOf(columns), List.copyOf(joins), List.copyOf(values));
    }

    private static void add(Measure measure, Set<String> columns, Lookup lookup) {
        add(measure.column(), columns, lookup);
        add(measure.form().times(), columns, lookup);
        Against against = measure.form().against();
        if (against != null) {
            add(against.measure(), columns, lookup);
        }
        KeyEdge through = measure.form().through();
        if (through != null) {
            through.columns().forEach(id -> add(id, columns, lookup));
        }
    }

    private static void add(int id, Set<String> columns, Lookup lookup) {
        if (id != Measure.ALL) {
            columns.add(name(id, lookup));
        }
    }

    private static String name(int id, Lookup lookup) {
        ColumnFacts column = lookup.column(id);
        return lookup.tableOf(column).name() + "." + column.name();
    }

    private static String join(KeyEdge edge, Lookup lookup) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < edge.columns().size(); i++) {
            pairs.add(
                    name(edge.columns().get(i), lookup)
                            + " = "
                            + name(edge.keyColumns().get(i), lookup));
        }
        return String.join(" and ", pairs);
    }

    private static void value(Condition condition, Set<Value> values, Lookup lookup) {
        if (condition instanceof Condition.Compared compared
                && compared.measure().column() != Measure.ALL
                && !compared.measure().aggregate()) {
            values.add(
                    new Value(name(compared.measure().column(), lookup), compared.value().text()));
        } else if (condition instanceof Condition.Spelt spelt) {
            values.add(new Value(name(spelt.column(), lookup), spelt.text()));
        }
    }
}
