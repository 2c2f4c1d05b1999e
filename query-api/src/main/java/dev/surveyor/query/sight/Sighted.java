package dev.surveyor.query.sight;

import dev.surveyor.catalog.Check;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Index;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What policies leave of what a survey found. Of masked columns, and of tables of which the asker
 * sees some rows only, no value is left; a text about a table of which anything is hidden is left
 * out, for it names all of its columns.
 */
public final class Sighted {

    private final Policies policies;
    private final Set<TableName> filtered;
    private final Set<ColumnName> masked;
    private final Set<ColumnName> hidden;

    public Sighted(Policies policies) {
        this.policies = policies;
        this.filtered =
                policies.rowFilters().stream()
                        .map(filter -> filter.table())
                        .collect(Collectors.toSet());
        this.masked =
                policies.masks().stream().map(mask -> mask.column()).collect(Collectors.toSet());
        this.hidden = Set.copyOf(policies.hiddenColumns());
    }

    public boolean sees(TableName table) {
        return !policies.hiddenTables().contains(table)
                && !policies.hiddenSchemas().contains(table.schema())
                && (policies.schemas().isEmpty() || policies.schemas().contains(table.schema()));
    }

    public boolean sees(TableName table, String column) {
        return sees(table) && !hidden.contains(new ColumnName(table, column));
    }

    public boolean seesValues(TableName table, String column) {
        return sees(table, column)
                && !filtered.contains(table)
                && !masked.contains(new ColumnName(table, column));
    }

    public boolean sees(Relation relation) {
        return relation.columns().stream().allMatch(column -> sees(relation.table(), column))
                && relation.keyColumns().stream()
                        .allMatch(column -> sees(relation.keyTable(), column));
    }

    /** Values are said only of columns whose values the asker sees. */
    public boolean sees(Drift.Change change) {
        String column = change.column();
        if (column == null) {
            return sees(change.table());
        }
        return change.values().isEmpty()
                ? sees(change.table(), column)
                : seesValues(change.table(), column);
    }

    public Optional<Insight> of(Insight insight) {
        TableName name = insight.name();
        if (!sees(name)) {
            return Optional.empty();
        }
        List<ColumnInsight> columns =
                insight.columns().stream().filter(column -> sees(name, column.name())).toList();
        List<ColumnProfile> profiles =
                insight.profile().columns().stream()
                        .filter(profile -> sees(name, profile.column()))
                        .map(profile ->
                                seesValues(name, profile.column()) ? profile : profile.shapeOnly())
                        .toList();
        boolean whole =
                columns.size() == insight.columns().size()
                        && columns.stream().allMatch(column -> seesValues(name, column.name()));
        return Optional.of(
                new Insight(
                        of(insight.table()),
                        insight.profile().withColumns(profiles),
                        columns,
                        insight.relations().stream().filter(this::sees).toList(),
                        insight.description(),
                        insight.synonyms(),
                        whole ? insight.questions() : List.of(),
                        whole ? insight.document() : ""));
    }

    /** What is built of hidden columns is not there either. */
    private Table of(Table table) {
        TableName name = table.name();
        List<Column> seen =
                table.columns().stream().filter(column -> sees(name, column.name())).toList();
        if (seen.size() == table.columns().size()) {
            return table.relations().stream().allMatch(this::sees)
                    ? table
                    : with(table, seen, table.keys(), table.checks(), table.indexes());
        }
        return with(
                table,
                seen,
                table.keys().stream()
                        .filter(key ->
                                key.columns().stream().allMatch(column -> sees(name, column)))
                        .toList(),
                List.of(),
                List.of());
    }

    private Table with(
            Table table,
            List<Column> columns,
            List<Key> keys,
            List<Check> checks,
            List<Index> indexes) {
        return new Table(
                table.name(),
                table.kind(),
                columns,
                keys,
                table.relations().stream().filter(this::sees).toList(),
                checks,
                indexes,
                table.estimate(),
                table.partitions(),
                table.rowSecurity(),
                table.owner(),
                table.comment());
    }
}
