package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import dev.surveyor.sources.guard.postgres.Expression.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in FROM. */
sealed interface FromItem extends Node {

    record Table(
            List<String> name,
            boolean only,
            @Nullable Alias alias,
            @Nullable Sample sample,
            Position at)
            implements FromItem {}

    record Sample(
            List<String> method, List<Expression> arguments, @Nullable Expression repeatable) {}

    /** One function, or several in ROWS FROM. */
    record Functions(
            boolean lateral,
            boolean rowsFrom,
            List<Function> functions,
            boolean ordinality,
            @Nullable Alias alias,
            Position at)
            implements FromItem {}

    record Function(Expression call, List<ColumnDefinition> columns) {}

    /** XMLTABLE and JSON_TABLE. */
    record Phrased(boolean lateral, Phrase phrase, @Nullable Alias alias, Position at)
            implements FromItem {}

    record Nested(boolean lateral, Query query, @Nullable Alias alias, Position at)
            implements FromItem {}

    /** Two items; one without a right side is a bracket with an alias. */
    record Join(
            FromItem left,
            String words,
            FromItem right,
            @Nullable Expression on,
            List<String> using,
            @Nullable String usingAlias,
            @Nullable Alias alias,
            Position at)
            implements FromItem {}

    record Alias(@Nullable String name, List<String> columns, List<ColumnDefinition> definitions) {}

    record ColumnDefinition(String name, TypeName type, List<String> collation) {}
}
