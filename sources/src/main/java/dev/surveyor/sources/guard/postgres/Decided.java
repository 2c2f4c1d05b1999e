package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Call;
import dev.surveyor.sources.guard.postgres.Expression.Column;
import dev.surveyor.sources.guard.postgres.Expression.Operator;
import dev.surveyor.sources.guard.postgres.Expression.Star;
import dev.surveyor.sources.guard.postgres.Expression.TypeName;
import dev.surveyor.sources.guard.postgres.FromItem.Alias;
import dev.surveyor.sources.guard.postgres.FromItem.Nested;
import dev.surveyor.sources.guard.postgres.FromItem.Sample;
import dev.surveyor.sources.guard.postgres.FromItem.Table;
import dev.surveyor.sources.guard.postgres.Query.Body;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check decided of each part of one tree, part by part. Of what it did not see there is no
 * decision, and printing ends there.
 */
final class Decided implements Decisions {

    private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();
    private final IdentityHashMap<Table, Scan> scans = new IdentityHashMap<>();
    private final IdentityHashMap<Body.Select, List<String>> moreGroups = new IdentityHashMap<>();
    private int unnamed;

    void put(Object part, String text) {
        texts.put(part, text);
    }

    void put(Body.Select select, List<String> groups) {
        moreGroups.put(select, groups);
    }

    void put(Table table, Scan scan) {
        scans.put(table, scan);
    }

    private String text(Object part) {
        String text = texts.get(part);
        if (text == null) {
            throw new IllegalStateException("Nobody checked " + part);
        }
        return text;
    }

    @Override
    public Scan scan(Table table) {
        Scan scan = scans.get(table);
        if (scan == null) {
            throw new IllegalStateException("Nobody checked " + table);
        }
        return scan;
    }

    @Override
    public String function(Call call) {
        return text(call);
    }

    @Override
    public String operator(Operator operator) {
        return text(operator);
    }

    @Override
    public String type(TypeName type) {
        return text(type);
    }

    @Override
    public String column(Column column) {
        return text(column);
    }

    @Override
    public String star(Star star) {
        return text(star);
    }

    @Override
    public List<String> moreGroups(Body.Select select) {
        return moreGroups.getOrDefault(select, List.of());
    }

    @Override
    public String method(Sample sample) {
        return text(sample);
    }

    /** Before PostgreSQL 16 a query in FROM had to have a name. */
    @Override
    public Alias generatedAlias(Nested nested) {
        return new Alias("unnamed_" + ++unnamed, List.of(), List.of());
    }

    /** A table by its full name, as it is. */
    record Plain(String text) implements Scan {

        @Override
        public void print(Table table, StringBuilder out) {
            out.append(table.only() ? "ONLY " : "").append(text);
        }

        @Override
        public @Nullable Alias alias(Table table) {
            return table.alias();
        }

        @Override
        public boolean samplesInside() {
            return false;
        }
    }

    /** A query in a table's place, under the name that the table has there. */
    record Rewritten(String query, String name) implements Scan {

        @Override
        public void print(Table table, StringBuilder out) {
            out.append('(').append(query).append(')');
        }

        @Override
        public Alias alias(Table table) {
            return table.alias() == null ? new Alias(name, List.of(), List.of()) : table.alias();
        }

        @Override
        public boolean samplesInside() {
            return true;
        }
    }
}
