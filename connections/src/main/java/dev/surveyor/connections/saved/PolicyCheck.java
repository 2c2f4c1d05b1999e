package dev.surveyor.connections.saved;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Schema;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.AskerAttribute;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.PolicyRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds policies against the database as it is: what they name must be there, for a misspelt table
 * hides nothing. What conditions and functions mean is the guard's to say.
 */
record PolicyCheck(Structure structure, GuardReading guard) {

    void require(ConnectionPolicies policies) {
        Set<String> known = new HashSet<>(ConnectionPolicies.OWN_ATTRIBUTES);
        policies.attributes().forEach(attribute -> known.add(attribute.name()));
        for (int i = 0; i < policies.rules().size(); i++) {
            require(policies.rules().get(i), "rules[" + i + "]", known);
        }
        policies.trustedViews().forEach(this::requireView);
        guard.requireFunctions(policies.trustedFunctions());
    }

    /** What can be said of attributes without a database. */
    static void requireAttributes(List<AskerAttribute> attributes) {
        Set<List<Object>> seen = new HashSet<>();
        for (AskerAttribute attribute : attributes) {
            if (ConnectionPolicies.OWN_ATTRIBUTES.contains(attribute.name())) {
                throw invalid(
                        "attributes",
                        "Everybody has a '%s' of their own: choose another name."
                                .formatted(attribute.name()));
            }
            if (!seen.add(List.of(attribute.person(), attribute.name()))) {
                throw invalid(
                        "attributes",
                        "A person can have one '%s' only.".formatted(attribute.name()));
            }
        }
    }

    private void require(PolicyRule rule, String where, Set<String> known) {
        rule.hiddenSchemas().forEach(schema -> requireSchema(schema, where + ".hiddenSchemas"));
        rule.hiddenTables().forEach(table -> table(table, where + ".hiddenTables"));
        rule.hiddenColumns().forEach(column -> requireColumn(column, where + ".hiddenColumns"));
        requireMasks(rule.masks(), where + ".masks");
        rule.rowFilters()
                .forEach(filter -> {
                    table(filter.table(), where + ".rowFilters");
                    guard.require(filter, known, where + ".rowFilters");
                });
    }

    private void requireSchema(String name, String where) {
        if (structure.schemas().stream().map(Schema::name).noneMatch(name::equals)) {
            throw invalid(where, "There is no schema '%s' in the database.".formatted(name));
        }
    }

    private Table table(TableName name, String where) {
        Optional<Table> found = structure.table(name);
        return found.orElseThrow(
                () -> invalid(where, "There is no table '%s' in the database.".formatted(name)));
    }

    private void requireColumn(ColumnName column, String where) {
        if (table(column.table(), where).column(column.name()).isEmpty()) {
            throw invalid(where, "There is no column '%s' in the database.".formatted(column));
        }
    }

    private void requireMasks(List<Mask> masks, String where) {
        Set<ColumnName> masked = new HashSet<>();
        for (Mask mask : masks) {
            requireColumn(mask.column(), where);
            if (!masked.add(mask.column())) {
                throw invalid(where, "The column '%s' is masked twice.".formatted(mask.column()));
            }
        }
    }

    private void requireView(TableName name) {
        TableKind kind = table(name, "trustedViews").kind();
        if (kind != TableKind.VIEW && kind != TableKind.MATERIALIZED_VIEW) {
            throw invalid("trustedViews", "'%s' is no view.".formatted(name));
        }
    }

    static ConnectionsException invalid(String field, String message) {
        return ConnectionsException.field(Code.POLICY_INVALID, field, message);
    }
}
