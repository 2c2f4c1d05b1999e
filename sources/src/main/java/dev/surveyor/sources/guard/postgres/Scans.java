package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Expression.Literal;
import dev.surveyor.sources.guard.postgres.Facts.ColumnFact;
import dev.surveyor.sources.guard.postgres.Facts.RelationFact;
import dev.surveyor.sources.guard.postgres.FromItem.Alias;
import dev.surveyor.sources.guard.postgres.FromItem.Table;
import dev.surveyor.sources.guard.postgres.Scope.Output;
import dev.surveyor.sources.guard.postgres.Scope.Range;
import dev.surveyor.sources.guard.postgres.Scope.Rewritten;
import dev.surveyor.sources.guard.postgres.Visibility.TableView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables as they may be read: where a policy says anything of one, a query with what is left of it
 * stands in its place, and the server itself knows of nothing else.
 */
final class Scans {

    private static final Set<Character> READABLE = Set.of('r', 'p', 'v', 'm');

    private final Rules rules;

    Scans(Rules rules) {
        this.rules = rules;
    }

    Range scan(Table table, Binder binder) {
        RelationFact relation = find(table);
        binder.relations.add(relation.name().toString());
        TableView view = rules.visibility().of(relation);
        Set<String> hidden = new HashSet<>(view.hiddenColumns());
        for (ColumnFact column : relation.columns()) {
            if (rules.types().convertsUnsafely(column.type())) {
                hidden.add(column.name());
            }
        }
        Views.Expanded expanded = rules.views().expand(relation, table, binder);
        boolean whole = view.isWhole() && hidden.isEmpty() && expanded.query() == null;
        List<String> columns =
                relation.columns().stream()
                        .map(ColumnFact::name)
                        .filter(name -> !hidden.contains(name))
                        .toList();
        Alias alias = table.alias();
        if (!hidden.isEmpty() && alias != null && !alias.columns().isEmpty()) {
            throw Refusals.of(
                    GuardRule.WHOLE_ROW,
                    "The columns of "
                            + relation.name()
                            + ", of which not all may be seen, cannot be counted off",
                    table.at().offset(),
                    "columns by their names: " + String.join(", ", columns));
        }
        if (whole) {
            binder.decided.put(table, new Decided.Plain(qualified(relation.name())));
        } else {
            binder.restricted |=
                    !view.filters().isEmpty()
                            || !view.masks().isEmpty()
                            || expanded.query() != null;
            String query = query(relation, view, hidden, expanded, table, binder);
            binder.decided.put(table, new Decided.Rewritten(query, relation.name().name()));
        }
        return range(
                relation, alias, columns, !hidden.isEmpty(), whole ? null : lost(relation, view));
    }

    private Rewritten lost(RelationFact relation, TableView view) {
        boolean keyed =
                !relation.key().isEmpty()
                        && relation.key().stream()
                                .noneMatch(name ->
                                        view.hiddenColumns().contains(name)
                                                || view.masks().containsKey(name));
        Set<String> groupable = new HashSet<>();
        for (ColumnFact column : relation.columns()) {
            if (rules.types().isGroupable(column.type())) {
                groupable.add(column.name());
            }
        }
        return new Rewritten(keyed ? relation.key() : List.of(), groupable);
    }

    private static Range range(
            RelationFact relation,
            @Nullable Alias alias,
            List<String> columns,
            boolean hidden,
            @Nullable Rewritten rewritten) {
        Output output = new Output(columns, false);
        if (alias == null || alias.name() == null) {
            return new Range(
                    relation.name().name(),
                    relation.name().schema(),
                    columns,
                    false,
                    hidden,
                    rewritten,
                    Set.of());
        }
        return new Range(
                alias.name(),
                "",
                output.renamed(alias.columns()).columns(),
                false,
                hidden,
                // Columns that were given other names are grouped by as they are written.
                rewritten == null || alias.columns().isEmpty()
                        ? rewritten
                        : new Rewritten(List.of(), Set.of()),
                Set.of());
    }

    static String qualified(TableName name) {
        return Quoting.qualified(List.of(name.schema(), name.name()));
    }

    private RelationFact find(Table table) {
        List<String> name = rules.names().withoutDatabase(table.name(), table.at());
        RelationFact relation =
                name.size() == 2
                        ? rules.facts().relations().get(new TableName(name.getFirst(), name.get(1)))
                        : onPath(name.getFirst());
        if (relation == null || !rules.visibility().of(relation).visible()) {
            throw notThere(name, table.at());
        }
        if (!READABLE.contains(relation.kind())) {
            throw Refusals.of(
                    GuardRule.UNSUPPORTED_TABLE,
                    relation.name()
                            + (relation.kind() == 'f'
                                    ? " lies on another server and may not be read"
                                    : " is no table"),
                    table.at().offset());
        }
        if (!table.only() && !rules.visibility().of(relation).consistent()) {
            throw Refusals.of(
                    GuardRule.POLICY,
                    "A part of " + relation.name() + " may be seen less than itself",
                    table.at().offset(),
                    "its parts that may be seen, each by its name");
        }
        return relation;
    }

    /** The first of the path counts, seen or not: that is the one which PostgreSQL would read. */
    private @Nullable RelationFact onPath(String name) {
        for (String schema : rules.facts().searchPath()) {
            RelationFact relation = rules.facts().relations().get(new TableName(schema, name));
            if (relation != null) {
                return relation;
            }
        }
        return null;
    }

    /** The same words for what is hidden and what is not there. */
    private Refusing notThere(List<String> name, Position at) {
        String shown = String.join(".", name);
        boolean system =
                name.size() == 2 ? Visibility.isSystem(name.getFirst()) : shown.startsWith("pg_");
        return system
                ? Refusals.of(
                        GuardRule.SYSTEM_CATALOG,
                        "The system's own table " + shown + " may not be read",
                        at.offset())
                : Refusals.of(
                        GuardRule.UNKNOWN_TABLE,
                        "There is no table " + shown + " that may be seen",
                        at.offset());
    }

    private String query(
            RelationFact relation,
            TableView view,
            Set<String> hidden,
            Views.Expanded expanded,
            Table table,
            Binder binder) {
        List<String> items = new ArrayList<>();
        for (ColumnFact column : relation.columns()) {
            if (!hidden.contains(column.name())) {
                items.add(item(column, view.masks().get(column.name())));
            }
        }
        StringBuilder query = new StringBuilder("SELECT ");
        query.append(String.join(", ", items)).append(" FROM ");
        if (expanded.query() == null) {
            query.append(table.only() ? "ONLY " : "").append(qualified(relation.name()));
            sample(table, query, binder);
        } else {
            query.append('(')
                    .append(expanded.query())
                    .append(") AS ")
                    .append(Quoting.identifier(relation.name().name()));
        }
        if (!view.filters().isEmpty()) {
            query.append(" WHERE ");
            List<String> filters = new ArrayList<>();
            for (String filter : view.filters()) {
                filters.add("(" + filter(filter, relation) + ")");
            }
            // Without a fence a condition of the asker could fail on rows that are not theirs,
            // and the failure's text would tell of them.
            query.append(String.join(" AND ", filters)).append(" OFFSET 0");
        }
        return query.toString();
    }

    private static void sample(Table table, StringBuilder query, Binder binder) {
        FromItem.Sample sample = table.sample();
        if (sample == null) {
            return;
        }
        for (Expression argument : sample.arguments()) {
            if (!(argument instanceof Literal)) {
                throw Refusals.of(
                        GuardRule.POLICY,
                        "A filtered table can be sampled by a written number only",
                        argument.at().offset());
            }
        }
        query.append(" TABLESAMPLE ").append(binder.decided.method(sample)).append(" (");
        query.append(Printer.print(sample.arguments().getFirst(), binder.decided)).append(')');
    }

    private String filter(String text, RelationFact relation) {
        Binder binder = new Binder(rules, Views.DEPTH_MAX, rules.visibility().attributes());
        List<String> columns = relation.columns().stream().map(ColumnFact::name).toList();
        Range range = new Range(relation.name().name(), new Output(columns, false));
        try {
            Expression condition = Parser.expression(text);
            binder.expressions.bind(condition, new Scope(null, List.of(range)), null);
            return Printer.print(condition, binder.decided);
        } catch (Refusing e) {
            throw Refusals.of(
                    GuardRule.POLICY,
                    "The row filter of "
                            + relation.name()
                            + " does not hold ("
                            + e.refusal().sentence().replaceAll("\\.$", "")
                            + ")",
                    -1);
        }
    }

    private static String item(ColumnFact column, Mask.@Nullable Kind mask) {
        String name = Quoting.identifier(column.name());
        if (mask == null) {
            return name;
        }
        String nothing = "CAST(NULL AS " + column.writtenType() + ")";
        String shown =
                switch (mask) {
                    case HIDE -> nothing;
                    case PARTIAL -> "left(CAST(" + name + " AS text), 1) || '***'";
                    case HASH -> "md5(CAST(" + name + " AS text))";
                    case YEAR ->
                            column.writtenType().matches("date|timestamp.*")
                                    ? "CAST(date_trunc('year', "
                                            + name
                                            + ") AS "
                                            + column.writtenType()
                                            + ")"
                                    : nothing;
                };
        return shown + " AS " + name;
    }
}
