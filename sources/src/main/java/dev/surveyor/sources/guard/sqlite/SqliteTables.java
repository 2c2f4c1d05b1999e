package dev.surveyor.sources.guard.sqlite;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.sqlite.SqliteWords.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of a file, and what an asker may see of each. */
final class SqliteTables {

    private final Map<String, Table> tables = new HashMap<>();
    private final Policies policies;
    private final Map<String, String> attributes;

    SqliteTables(Structure known, Policies policies, Map<String, String> attributes) {
        this.policies = policies;
        this.attributes = attributes;
        for (Table table : known.tables()) {
            tables.put(SqliteWords.folded(table.name().name()), table);
        }
    }

    /** A policy holds however its names are spelled: SQLite does not look at their case. */
    private static boolean same(TableName left, TableName right) {
        return SqliteWords.folded(left.toString()).equals(SqliteWords.folded(right.toString()));
    }

    private static boolean same(ColumnName left, ColumnName right) {
        return same(left.table(), right.table())
                && SqliteWords.folded(left.name()).equals(SqliteWords.folded(right.name()));
    }

    boolean exists(String name) {
        return tables.containsKey(SqliteWords.folded(name));
    }

    boolean isVisible(String name) {
        Table table = tables.get(SqliteWords.folded(name));
        return table != null
                && table.kind() != TableKind.VIRTUAL_TABLE
                && !SqliteWords.folded(name).startsWith("sqlite_")
                && policies.hiddenTables().stream().noneMatch(one -> same(one, table.name()))
                && !policies.hiddenSchemas().contains(table.name().schema())
                && (policies.schemas().isEmpty()
                        || policies.schemas().contains(table.name().schema()));
    }

    /** Whether any policy holds something back: views could show it. */
    boolean holdsBack() {
        return tables.keySet().stream().anyMatch(name -> !isVisible(name) || isRestricted(name));
    }

    boolean isView(String name) {
        Table table = tables.get(SqliteWords.folded(name));
        return table != null && table.kind() == TableKind.VIEW;
    }

    private boolean isRestricted(String name) {
        return restricted(name).isPresent();
    }

    /** The query that stands for a table of which not all may be seen. */
    Optional<String> restricted(String name) {
        Table table = tables.get(SqliteWords.folded(name));
        if (table == null) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>();
        boolean whole = true;
        for (Column column : table.columns()) {
            ColumnName full = new ColumnName(table.name(), column.name());
            if (policies.hiddenColumns().stream().anyMatch(one -> same(one, full))) {
                whole = false;
                continue;
            }
            Optional<Mask> mask =
                    policies.masks().stream().filter(one -> same(one.column(), full)).findFirst();
            whole &= mask.isEmpty();
            String quoted = quoted(column.name());
            items.add(mask.map(one -> masked(quoted, one.kind()) + " AS " + quoted).orElse(quoted));
        }
        List<String> filters =
                policies.rowFilters().stream()
                        .filter(filter -> same(filter.table(), table.name()))
                        .map(RowFilter::condition)
                        .map(condition -> "(" + condition(condition, table.name()) + ")")
                        .toList();
        if (whole && filters.isEmpty()) {
            return Optional.empty();
        }
        String query =
                "SELECT " + String.join(", ", items) + " FROM main." + quoted(table.name().name());
        // Without the fence a condition of the asker could fail on rows that are not theirs.
        return Optional.of(
                filters.isEmpty()
                        ? query
                        : query + " WHERE " + String.join(" AND ", filters) + " LIMIT -1 OFFSET 0");
    }

    private static String masked(String column, Mask.Kind kind) {
        return switch (kind) {
            case HIDE, HASH -> "NULL";
            case PARTIAL -> "substr(" + column + ", 1, 1) || '***'";
            case YEAR -> "strftime('%Y', " + column + ")";
        };
    }

    /** A filter may compare columns, values and what is known of the asker; it calls nothing. */
    private String condition(String text, TableName table) {
        StringBuilder condition = new StringBuilder();
        List<SqliteWords.Word> words = SqliteWords.of(text).words();
        for (int i = 0; i < words.size(); i++) {
            SqliteWords.Word word = words.get(i);
            boolean attribute =
                    word.text().equals("asker")
                            && i + 2 < words.size()
                            && words.get(i + 1).text().equals(".");
            if (attribute) {
                condition.append(attribute(words.get(i + 2).text(), table));
                i += 2;
            } else {
                if (Set.of("select", ";").contains(word.text()) && word.kind() != Kind.STRING) {
                    throw broken(table, "it may not hold a query");
                }
                condition.append(new SqliteWords(List.of(word)).canonical());
            }
            condition.append(joins(words, i) ? "" : " ");
        }
        return condition.toString().strip();
    }

    private static boolean joins(List<SqliteWords.Word> words, int i) {
        return i + 1 < words.size()
                && words.get(i).kind() == Kind.SIGN
                && words.get(i + 1).kind() == Kind.SIGN
                && words.get(i + 1).at() == words.get(i).at() + 1;
    }

    private String attribute(String name, TableName table) {
        String value = attributes.get(name);
        if (value == null) {
            throw broken(table, "the asker's " + name + " is not known");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    private static RuntimeException broken(TableName table, String why) {
        return Refusals.of(
                GuardRule.POLICY, "The row filter of " + table + " does not hold: " + why, -1);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
