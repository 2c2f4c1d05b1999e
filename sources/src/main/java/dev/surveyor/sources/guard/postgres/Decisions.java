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

/** How every name of a statement is written. */
interface Decisions {

    Scan scan(Table table);

    String function(Call call);

    String operator(Operator operator);

    String type(TypeName type);

    String column(Column column);

    String star(Star star);

    String method(Sample sample);

    /** What is to be grouped by besides what GROUP BY says. */
    List<String> moreGroups(Body.Select select);

    @Nullable Alias generatedAlias(Nested nested);

    /** What stands where a table's name stood. */
    interface Scan {

        void print(Table table, StringBuilder out);

        @Nullable Alias alias(Table table);

        /** Whether the sampling is part of what was printed already. */
        boolean samplesInside();
    }
}
