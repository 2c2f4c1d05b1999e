package dev.surveyor.query.plan.link;

import dev.surveyor.catalog.TableName;
import java.util.Optional;

/**
 * Asks the source, for one asker, whether a column holds a text. Each call is bounded in time by
 * whoever implements it.
 */
@FunctionalInterface
public interface ValueLookup {

    /**
     * The text as the column holds it, whatever capitals it was asked with.
     *
     * @return empty: it does not, it is not known, or the asker may not read the column
     */
    Optional<String> held(TableName table, String column, String text);

    /** Asks nothing. */
    static ValueLookup none() {
        return (table, column, text) -> Optional.empty();
    }
}
