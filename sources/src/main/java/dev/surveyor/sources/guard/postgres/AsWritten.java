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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every name as it stood in the statement: for comparing trees, never for running them. */
final class AsWritten implements Decisions {

    @Override
    public Scan scan(Table table) {
        return new Scan() {
            @Override
            public void print(Table written, StringBuilder out) {
                out.append(written.only() ? "ONLY " : "").append(Quoting.qualified(written.name()));
            }

            @Override
            public @Nullable Alias alias(Table written) {
                return written.alias();
            }

            @Override
            public boolean samplesInside() {
                return false;
            }
        };
    }

    @Override
    public String function(Call call) {
        return Quoting.qualified(call.name());
    }

    @Override
    public String operator(Operator operator) {
        return operator.schema() == null
                ? operator.symbol()
                : "OPERATOR("
                        + Quoting.identifier(operator.schema())
                        + "."
                        + operator.symbol()
                        + ")";
    }

    @Override
    public String type(TypeName type) {
        return Quoting.qualified(type.name());
    }

    @Override
    public String column(Column column) {
        return Quoting.qualified(column.name());
    }

    @Override
    public String star(Star star) {
        return star.qualifier().isEmpty() ? "*" : Quoting.qualified(star.qualifier()) + ".*";
    }

    @Override
    public String method(Sample sample) {
        return Quoting.qualified(sample.method());
    }

    @Override
    public List<String> moreGroups(Body.Select select) {
        return List.of();
    }

    @Override
    public @Nullable Alias generatedAlias(Nested nested) {
        return null;
    }
}
