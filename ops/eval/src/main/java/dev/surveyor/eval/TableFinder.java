package dev.surveyor.eval;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that finds the tables a question is about, among those of many databases, and is to be
 * measured. It sees the question's wording, never its database.
 *
 * <p>Called by one thread, one question after another. What is thrown counts as nothing found, but
 * for an {@link EvaluationException}: that ends the run.
 */
public interface TableFinder extends AutoCloseable {

    /**
     * The tables that fit best.
     *
     * @param tablesMax how many at most; what comes beyond is not looked at
     * @return the best first, each once; fewer or none where no more fit
     */
    List<Found> find(String wording, int tablesMax) throws Exception;

    @Override
    default void close() {}

    /**
     * A table that was found.
     *
     * @param table as its schema spells it, in any case
     * @param score the higher the better; comparable within one ranking only
     */
    record Found(String database, String table, double score) {

        public Found {
            Objects.requireNonNull(database, "database");
            Objects.requireNonNull(table, "table");
        }
    }

    /**
     * A database to search in.
     *
     * @param access how to reach it; none where only its schema is known
     */
    record Searched(String database, Schema schema, @Nullable Access access) {

        public Searched {
            Objects.requireNonNull(database, "database");
            Objects.requireNonNull(schema, "schema");
        }
    }
}
