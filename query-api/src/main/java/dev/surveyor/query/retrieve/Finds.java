package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a question may be about, the best first.
 *
 * @param connections with how likely each is the one that is meant; together at most 1
 * @param unmet words of the question that stand nowhere, in no form and no like word
 */
public record Finds(
        List<FoundConnection> connections, List<FoundTable> tables, List<String> unmet) {

    /** A connection that the question may be about. */
    public record FoundConnection(UUID connection, double share) {}

    /**
     * A table that the question may be about.
     *
     * @param score how likely it is meant, between 0 and 1
     * @param columns the best of it
     * @param why where the question's words were met
     */
    public record FoundTable(
            UUID connection,
            TableName table,
            double score,
            List<FoundColumn> columns,
            List<Met> why) {
        public FoundTable {
            columns = List.copyOf(columns);
            why = List.copyOf(why);
        }
    }

    /**
     * A column that the question may be about.
     *
     * @param score comparable within one table only
     */
    public record FoundColumn(String column, double score) {}

    /**
     * A word of the question, and where it was met.
     *
     * @param column null: in the table's own name, or the connection's
     * @param value that holds the word; null: it stands in a name
     * @param likeness 1 where it is the same word, less where it is one that is alike
     */
    public record Met(
            String word,
            Place place,
            @Nullable String column,
            @Nullable String value,
            double likeness) {}

    public Finds {
        connections = List.copyOf(connections);
        tables = List.copyOf(tables);
        unmet = List.copyOf(unmet);
    }
}
