package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.SortKey;
import dev.surveyor.sources.guard.postgres.Expression.Star;
import dev.surveyor.sources.guard.postgres.Expression.Window;
import dev.surveyor.sources.guard.postgres.Query.Body;
import dev.surveyor.sources.guard.postgres.Query.Grouping;
import dev.surveyor.sources.guard.postgres.Query.Item;
import dev.surveyor.sources.guard.postgres.Query.With;
import dev.surveyor.sources.guard.postgres.Scope.Commons;
import dev.surveyor.sources.guard.postgres.Scope.Output;
import dev.surveyor.sources.guard.postgres.Scope.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives every name of a query its meaning, by SQL's scoping rules, or refuses the query. */
final class Binder {

    final Rules rules;
    final Decided decided = new Decided();
    final Set<String> relations = new TreeSet<>();
    final ExpressionBinder expressions;
    final FromBinder from;
    final Grouped grouped = new Grouped();

    /** How many views within views this is in. */
    final int depth;

    /** Of the asker, in a row filter alone. */
    final @Nullable Map<String, String> attributes;

    /** Whether any table was filtered or masked. */
    boolean restricted;

    Binder(Rules rules, int depth) {
        this(rules, depth, null);
    }

    Binder(Rules rules, int depth, @Nullable Map<String, String> attributes) {
        this.rules = rules;
        this.attributes = attributes;
        this.depth = depth;
        this.expressions = new ExpressionBinder(this);
        this.from = new FromBinder(this);
    }

    Output query(Query query, @Nullable Scope outer, @Nullable Commons commons) {
        Commons visible = commons;
        for (With with : query.with()) {
            visible = with(with, query.recursive(), outer, visible);
        }
        Output output =
                switch (query.body()) {
                    case Body.Select select -> select(select, query.order(), outer, visible);
                    case Body.Values values -> {
                        for (List<Expression> row : values.rows()) {
                            expressions.all(row, scope(outer), visible);
                        }
                        yield sorted(OutputNames.values(values), query.order(), outer, visible);
                    }
                    case Body.Table(FromItem.Table table) -> {
                        List<Range> ranges = from.item(table, outer, List.of(), visible);
                        Scope scope = new Scope(outer, ranges);
                        expressions.star(new Star(List.of(), table.at()), scope);
                        sort(query.order(), scope, visible);
                        yield Output.of(ranges);
                    }
                    case Body.Combined combined -> {
                        Output left = query(combined.left(), outer, visible);
                        query(combined.right(), outer, visible);
                        yield sorted(left, query.order(), outer, visible);
                    }
                };
        expressions.optional(query.limit(), scope(outer), visible);
        expressions.optional(query.offset(), scope(outer), visible);
        return output;
    }

    private static Scope scope(@Nullable Scope outer) {
        return outer == null ? Scope.EMPTY : outer;
    }

    private Output sorted(
            Output output, List<SortKey> order, @Nullable Scope outer, @Nullable Commons commons) {
        sort(order, new Scope(outer, List.of(new Range("", output))), commons);
        return output;
    }

    void sort(List<SortKey> order, Scope scope, @Nullable Commons commons) {
        for (SortKey key : order) {
            expressions.bind(key.value(), scope, commons);
            if (key.using() != null) {
                decided.put(key.using(), rules.names().operator(key.using(), false));
            }
        }
    }

    /** A recursive query sees itself under the names of its first part. */
    private Commons with(
            With with, boolean recursive, @Nullable Scope outer, @Nullable Commons commons) {
        Commons inside = commons;
        if (recursive) {
            Output first = OutputNames.guessed(with.query()).renamed(with.columns());
            inside = new Commons(commons, with.name(), extended(first, with));
        }
        Output output = query(with.query(), outer, inside);
        if (with.cycle() != null) {
            expressions.optional(with.cycle().value(), scope(outer), commons);
            expressions.optional(with.cycle().otherwise(), scope(outer), commons);
        }
        return new Commons(commons, with.name(), extended(output.renamed(with.columns()), with));
    }

    private static Output extended(Output output, With with) {
        List<String> columns = new ArrayList<>(output.columns());
        if (with.search() != null) {
            columns.add(with.search().column());
        }
        if (with.cycle() != null) {
            columns.add(with.cycle().mark());
            columns.add(with.cycle().path());
        }
        return new Output(columns, output.open());
    }

    private Output select(
            Body.Select select,
            List<SortKey> order,
            @Nullable Scope outer,
            @Nullable Commons commons) {
        List<Range> ranges = new ArrayList<>();
        for (FromItem item : select.from()) {
            ranges.addAll(from.item(item, outer, ranges, commons));
        }
        Scope scope = new Scope(outer, List.copyOf(ranges));
        expressions.optional(select.where(), scope, commons);
        int used = grouped.used();
        Output output = items(select.items(), scope, commons);
        expressions.optional(select.having(), scope, commons);
        Scope labelled = scope.withLabels(output.columns());
        for (Grouping grouping : select.groups()) {
            grouping(grouping, labelled, commons);
        }
        for (Query.NamedWindow window : select.windows()) {
            window(window.window(), scope, commons);
        }
        expressions.all(select.distinctOn(), labelled, commons);
        sort(order, labelled, commons);
        decided.put(select, grouped.besides(select, ranges, used));
        return output;
    }

    private Output items(List<Item> items, Scope scope, @Nullable Commons commons) {
        List<String> names = new ArrayList<>();
        boolean open = false;
        for (Item item : items) {
            if (item.value() instanceof Star star) {
                Output all = expressions.star(star, scope);
                names.addAll(all.columns());
                open |= all.open();
            } else {
                expressions.bind(item.value(), scope, commons);
                open |= item.value() instanceof Expression.FieldStar;
                names.add(OutputNames.of(item));
            }
        }
        return new Output(names, open);
    }

    private void grouping(Grouping grouping, Scope scope, @Nullable Commons commons) {
        expressions.optional(grouping.value(), scope, commons);
        for (Grouping part : grouping.parts()) {
            grouping(part, scope, commons);
        }
    }

    void window(Window window, Scope scope, @Nullable Commons commons) {
        expressions.all(window.partition(), scope, commons);
        sort(window.order(), scope, commons);
        Expression.Frame frame = window.frame();
        if (frame != null) {
            expressions.optional(frame.from().distance(), scope, commons);
            if (frame.to() != null) {
                expressions.optional(frame.to().distance(), scope, commons);
            }
        }
    }
}
