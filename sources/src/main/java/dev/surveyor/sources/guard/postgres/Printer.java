package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.SortKey;
import dev.surveyor.sources.guard.postgres.FromItem.Alias;
import dev.surveyor.sources.guard.postgres.Query.Body;
import dev.surveyor.sources.guard.postgres.Query.Grouping;
import dev.surveyor.sources.guard.postgres.Query.Item;
import dev.surveyor.sources.guard.postgres.Query.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as SQL. Names of tables, functions, operators and types are not taken from the tree
 * but from what the check decided of each: a part that it did not see cannot be printed.
 */
final class Printer {

    private final StringBuilder out = new StringBuilder();
    private final Decisions decisions;
    private final ExpressionPrinter expressions;

    Printer(Decisions decisions) {
        this.decisions = decisions;
        this.expressions = new ExpressionPrinter(this, decisions, out);
    }

    static String print(Statement statement, Decisions decisions) {
        Printer printer = new Printer(decisions);
        printer.statement(statement);
        return printer.out.toString();
    }

    static String print(Query query, Decisions decisions) {
        Printer printer = new Printer(decisions);
        printer.query(query);
        return printer.out.toString();
    }

    static String print(Expression expression, Decisions decisions) {
        Printer printer = new Printer(decisions);
        printer.expressions.write(expression);
        return printer.out.toString();
    }

    private void statement(Statement statement) {
        if (statement.explain()) {
            out.append("EXPLAIN ");
            if (!statement.options().isEmpty()) {
                out.append('(');
                separated(
                        statement.options(),
                        option ->
                                out.append(option.name().toUpperCase(java.util.Locale.ROOT))
                                        .append(' ')
                                        .append(option.value()));
                out.append(") ");
            }
        }
        query(statement.query());
    }

    <T> void separated(List<T> parts, java.util.function.Consumer<T> write) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            write.accept(parts.get(i));
        }
    }

    void names(List<String> names) {
        separated(names, name -> out.append(Quoting.identifier(name)));
    }

    void query(Query query) {
        if (!query.with().isEmpty()) {
            out.append(query.recursive() ? "WITH RECURSIVE " : "WITH ");
            separated(query.with(), this::with);
            out.append(' ');
        }
        body(query.body());
        orderBy(query.order(), " ");
        if (query.offset() != null) {
            out.append(" OFFSET ");
            expressions.write(query.offset());
        }
        if (query.limit() != null) {
            if (query.withTies()) {
                out.append(" FETCH FIRST (");
                expressions.write(query.limit());
                out.append(") ROWS WITH TIES");
            } else {
                out.append(" LIMIT ");
                expressions.write(query.limit());
            }
        }
    }

    void orderBy(List<SortKey> keys, String before) {
        if (!keys.isEmpty()) {
            out.append(before).append("ORDER BY ");
            separated(keys, this::sortKey);
        }
    }

    private void sortKey(SortKey key) {
        expressions.write(key.value());
        if (key.using() != null) {
            out.append(" USING ").append(decisions.operator(key.using()));
        }
        word(key.direction());
        word(key.nulls());
    }

    private void word(String word) {
        if (!word.isEmpty()) {
            out.append(' ').append(word);
        }
    }

    private void with(With with) {
        out.append(Quoting.identifier(with.name()));
        bracketed(with.columns());
        out.append(" AS ");
        if (!with.materialized().isEmpty()) {
            out.append(with.materialized()).append(' ');
        }
        out.append('(');
        query(with.query());
        out.append(')');
        if (with.search() != null) {
            out.append(" SEARCH ").append(with.search().order()).append(" FIRST BY ");
            names(with.search().by());
            out.append(" SET ").append(Quoting.identifier(with.search().column()));
        }
        if (with.cycle() != null) {
            cycle(with.cycle());
        }
    }

    private void cycle(Query.Cycle cycle) {
        out.append(" CYCLE ");
        names(cycle.columns());
        out.append(" SET ").append(Quoting.identifier(cycle.mark()));
        if (cycle.value() != null && cycle.otherwise() != null) {
            out.append(" TO ");
            expressions.write(cycle.value());
            out.append(" DEFAULT ");
            expressions.write(cycle.otherwise());
        }
        out.append(" USING ").append(Quoting.identifier(cycle.path()));
    }

    private void bracketed(List<String> names) {
        if (!names.isEmpty()) {
            out.append(" (");
            names(names);
            out.append(')');
        }
    }

    private void body(Body body) {
        switch (body) {
            case Body.Select select -> select(select);
            case Body.Values(List<List<Expression>> rows) -> {
                out.append("VALUES ");
                separated(
                        rows,
                        row -> {
                            out.append('(');
                            separated(row, expressions::write);
                            out.append(')');
                        });
            }
            case Body.Table(FromItem.Table table) -> {
                out.append("SELECT * FROM ");
                item(table);
            }
            case Body.Combined(Query left, String operator, Query right) -> {
                operand(left, operator);
                out.append(' ').append(operator).append(' ');
                operand(right, "");
            }
        }
    }

    /** A row of the same operator needs brackets only on its right. */
    private void operand(Query query, String operator) {
        boolean same =
                query.isBare()
                        && (query.body() instanceof Body.Select
                                || query.body() instanceof Body.Values
                                || (query.body() instanceof Body.Combined combined
                                        && combined.operator().equals(operator)));
        if (same) {
            query(query);
        } else {
            out.append('(');
            query(query);
            out.append(')');
        }
    }

    private void select(Body.Select select) {
        out.append("SELECT");
        word(select.distinct());
        if (!select.distinctOn().isEmpty()) {
            out.append(" ON (");
            separated(select.distinctOn(), expressions::write);
            out.append(')');
        }
        if (!select.items().isEmpty()) {
            out.append(' ');
            separated(select.items(), this::item);
        }
        if (!select.from().isEmpty()) {
            out.append(" FROM ");
            separated(select.from(), this::item);
        }
        clause(" WHERE ", select.where());
        if (!select.groups().isEmpty()) {
            out.append(select.groupDistinct() ? " GROUP BY DISTINCT " : " GROUP BY ");
            separated(select.groups(), this::grouping);
            decisions.moreGroups(select).forEach(column -> out.append(", ").append(column));
        }
        clause(" HAVING ", select.having());
        if (!select.windows().isEmpty()) {
            out.append(" WINDOW ");
            separated(
                    select.windows(),
                    window -> {
                        out.append(Quoting.identifier(window.name())).append(" AS ");
                        expressions.window(window.window());
                    });
        }
    }

    private void clause(String word, @Nullable Expression expression) {
        if (expression != null) {
            out.append(word);
            expressions.write(expression);
        }
    }

    private void item(Item item) {
        expressions.write(item.value());
        if (item.label() != null) {
            out.append(" AS ").append(Quoting.identifier(item.label()));
        }
    }

    private void grouping(Grouping grouping) {
        if (grouping.value() != null) {
            expressions.write(grouping.value());
        } else if (grouping.word().equals("()")) {
            out.append("()");
        } else {
            out.append(grouping.word()).append(" (");
            separated(grouping.parts(), this::grouping);
            out.append(')');
        }
    }

    private void item(FromItem item) {
        switch (item) {
            case FromItem.Table table -> table(table);
            case FromItem.Functions functions -> functions(functions);
            case FromItem.Phrased phrased -> {
                lateral(phrased.lateral());
                expressions.write(phrased.phrase());
                alias(phrased.alias());
            }
            case FromItem.Nested nested -> {
                lateral(nested.lateral());
                out.append('(');
                query(nested.query());
                out.append(')');
                alias(nested.alias() == null ? decisions.generatedAlias(nested) : nested.alias());
            }
            case FromItem.Join join -> join(join);
        }
    }

    private void lateral(boolean lateral) {
        if (lateral) {
            out.append("LATERAL ");
        }
    }

    private void table(FromItem.Table table) {
        decisions.scan(table).print(table, out);
        alias(decisions.scan(table).alias(table));
        FromItem.Sample sample = table.sample();
        if (sample != null && !decisions.scan(table).samplesInside()) {
            sample(sample);
        }
    }

    private void sample(FromItem.Sample sample) {
        out.append(" TABLESAMPLE ").append(decisions.method(sample)).append(" (");
        separated(sample.arguments(), expressions::write);
        out.append(')');
        if (sample.repeatable() != null) {
            out.append(" REPEATABLE (");
            expressions.write(sample.repeatable());
            out.append(')');
        }
    }

    private void functions(FromItem.Functions functions) {
        lateral(functions.lateral());
        if (functions.rowsFrom()) {
            out.append("ROWS FROM (");
        }
        separated(
                functions.functions(),
                function -> {
                    expressions.write(function.call());
                    if (!function.columns().isEmpty()) {
                        out.append(" AS (");
                        separated(function.columns(), this::definition);
                        out.append(')');
                    }
                });
        if (functions.rowsFrom()) {
            out.append(')');
        }
        if (functions.ordinality()) {
            out.append(" WITH ORDINALITY");
        }
        alias(functions.alias());
    }

    private void definition(FromItem.ColumnDefinition definition) {
        out.append(Quoting.identifier(definition.name())).append(' ');
        expressions.type(definition.type());
        if (!definition.collation().isEmpty()) {
            out.append(" COLLATE ").append(Quoting.qualified(definition.collation()));
        }
    }

    private void alias(@Nullable Alias alias) {
        if (alias == null) {
            return;
        }
        out.append(" AS ");
        if (alias.name() != null) {
            out.append(Quoting.identifier(alias.name()));
        }
        bracketed(alias.columns());
        if (!alias.definitions().isEmpty()) {
            out.append(" (");
            separated(alias.definitions(), this::definition);
            out.append(')');
        }
    }

    private void join(FromItem.Join join) {
        out.append('(');
        item(join.left());
        out.append(' ').append(join.words()).append(' ');
        item(join.right());
        clause(" ON ", join.on());
        if (!join.using().isEmpty()) {
            out.append(" USING (");
            names(join.using());
            out.append(')');
            if (join.usingAlias() != null) {
                out.append(" AS ").append(Quoting.identifier(join.usingAlias()));
            }
        }
        out.append(')');
        alias(join.alias());
    }
}
