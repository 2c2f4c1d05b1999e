package dev.surveyor.connections.saved;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.Schema;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.PolicyRule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds policies against the structure as it is: what they name must be there, for a misspelt table
 * hides nothing. Conditions are looked at as text only; what they mean is the guard's to bind, and
 * one that it does not understand shows no row.
 */
record PolicyCheck(Structure structure) {

    /** Ends of statements, comments, other kinds of quotes: nothing that a condition needs. */
    private static final Pattern NO_CONDITION = Pattern.compile(";|--|/\\*|\\$\\$|\\\\|\\p{Cntrl}");

    void require(ConnectionPolicies policies) {
        for (int i = 0; i < policies.rules().size(); i++) {
            require(policies.rules().get(i), "rules[" + i + "]");
        }
        policies.trustedViews().forEach(view -> table(view, "trustedViews"));
    }

    private void require(PolicyRule rule, String where) {
        rule.hiddenSchemas().forEach(schema -> requireSchema(schema, where + ".hiddenSchemas"));
        rule.hiddenTables().forEach(table -> table(table, where + ".hiddenTables"));
        rule.hiddenColumns().forEach(column -> requireColumn(column, where + ".hiddenColumns"));
        rule.masks().forEach(mask -> requireColumn(mask.column(), where + ".masks"));
        rule.rowFilters().forEach(filter -> require(filter, where + ".rowFilters"));
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

    private void require(RowFilter filter, String where) {
        table(filter.table(), where);
        if (NO_CONDITION.matcher(filter.condition()).find() || !balanced(filter.condition())) {
            throw invalid(
                    where,
                    "The condition on '%s' must be one expression, such as region = asker.region, without comments, semicolons or backslashes."
                            .formatted(filter.table()));
        }
    }

    /** Whether parentheses and quotes end where they began, so that nothing leaks out of them. */
    private static boolean balanced(String condition) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth < 0) {
                return false;
            }
        }
        return depth == 0 && quote == 0;
    }

    private static ConnectionsException invalid(String field, String message) {
        return ConnectionsException.field(Code.POLICY_INVALID, field, message);
    }
}
