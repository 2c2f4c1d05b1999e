package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.guard.postgres.Facts.FunctionFact;
import dev.surveyor.sources.guard.postgres.Facts.RelationFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one kind of asker may see of a database. */
final class Visibility {

    private final Facts facts;

    /** Null: whatever the database has. */
    private final @Nullable Structure known;

    private final Policies policies;
    private final Map<String, String> attributes;
    private final Set<String> schemas;
    private final Set<String> hiddenSchemas;
    private final Set<String> trustedFunctions = new HashSet<>();
    private final Map<TableName, Own> own = new HashMap<>();
    private final Map<TableName, TableView> views = new ConcurrentHashMap<>();

    /** What policies say of one table by its name. */
    private record Own(
            Set<String> hiddenColumns, List<String> filters, Map<String, Mask.Kind> masks) {

        Own() {
            this(new HashSet<>(), new ArrayList<>(), new HashMap<>());
        }

        boolean isNothing() {
            return hiddenColumns.isEmpty() && filters.isEmpty() && masks.isEmpty();
        }
    }

    /**
     * What is left of a table.
     *
     * @param consistent whether its parts may be seen no less than itself
     */
    record TableView(
            boolean visible,
            boolean consistent,
            Set<String> hiddenColumns,
            List<String> filters,
            Map<String, Mask.Kind> masks) {

        boolean isWhole() {
            return hiddenColumns.isEmpty() && filters.isEmpty() && masks.isEmpty();
        }
    }

    Visibility(
            Facts facts,
            @Nullable Structure known,
            Policies policies,
            Map<String, String> attributes) {
        this.facts = facts;
        this.known = known;
        this.policies = policies;
        this.attributes = Map.copyOf(attributes);
        this.schemas = Set.copyOf(policies.schemas());
        this.hiddenSchemas = Set.copyOf(policies.hiddenSchemas());
        for (String function : policies.trustedFunctions()) {
            trustedFunctions.add(function.replace(" ", ""));
        }
        for (ColumnName column : policies.hiddenColumns()) {
            own(column.table()).hiddenColumns().add(column.name());
        }
        for (RowFilter filter : policies.rowFilters()) {
            own(filter.table()).filters().add(filter.condition());
        }
        for (Mask mask : policies.masks()) {
            own(mask.column().table()).masks().put(mask.column().name(), mask.kind());
        }
    }

    /** All of the database's own tables, with the same trust. */
    Visibility unrestricted() {
        return new Visibility(
                facts,
                null,
                new Policies(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        policies.trustedFunctions(),
                        policies.trustedViews()),
                attributes);
    }

    private Own own(TableName table) {
        return own.computeIfAbsent(table, _ -> new Own());
    }

    static boolean isSystem(String schema) {
        return schema.startsWith("pg_") || schema.equals("information_schema");
    }

    boolean seesSchema(String schema) {
        return !isSystem(schema)
                && !hiddenSchemas.contains(schema)
                && (schemas.isEmpty() || schemas.contains(schema));
    }

    boolean trusts(FunctionFact function) {
        return trustedFunctions.contains(
                function.schema() + "." + function.name() + "(" + function.identity() + ")");
    }

    boolean trustsView(TableName view) {
        return policies.trustedViews().contains(view);
    }

    Map<String, String> attributes() {
        return attributes;
    }

    private boolean named(TableName table) {
        return seesSchema(table.schema()) && !policies.hiddenTables().contains(table);
    }

    /** What is known of a table; of a part of one, what is known of the whole. */
    private static Optional<Table> nearest(Structure known, List<RelationFact> above) {
        return above.stream().flatMap(one -> known.table(one.name()).stream()).findFirst();
    }

    /** A part of a table is filtered and masked as the whole is. */
    TableView of(RelationFact relation) {
        return views.computeIfAbsent(relation.name(), _ -> compute(relation));
    }

    private TableView compute(RelationFact relation) {
        boolean visible = named(relation.name());
        Set<String> hidden = new HashSet<>();
        List<String> filters = new ArrayList<>();
        Map<String, Mask.Kind> masks = new HashMap<>();
        List<RelationFact> above = new ArrayList<>(facts.ancestors(relation));
        above.addFirst(relation);
        if (known != null) {
            Optional<Table> table = nearest(known, above);
            visible &= table.isPresent();
            for (String column : relation.columnNames()) {
                if (table.flatMap(one -> one.column(column)).isEmpty()) {
                    hidden.add(column);
                }
            }
        }
        for (RelationFact one : above) {
            visible &= !policies.hiddenTables().contains(one.name());
            Own said = own.getOrDefault(one.name(), new Own());
            hidden.addAll(said.hiddenColumns());
            filters.addAll(said.filters());
            said.masks().forEach(masks::putIfAbsent);
        }
        boolean consistent =
                facts.descendants(relation).stream()
                        .noneMatch(part ->
                                policies.hiddenTables().contains(part.name())
                                        || part.kind() == 'f'
                                        || !own.getOrDefault(part.name(), new Own()).isNothing());
        hidden.retainAll(relation.columnNames());
        masks.keySet().retainAll(relation.columnNames());
        masks.keySet().removeAll(hidden);
        return new TableView(
                visible,
                consistent,
                Set.copyOf(hidden),
                filters.stream().distinct().toList(),
                Map.copyOf(masks));
    }
}
