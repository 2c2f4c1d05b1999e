package dev.surveyor.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a database says of itself, as seen at one moment.
 *
 * @param dialect its kind, as in an address: {@code postgresql}, {@code sqlite}
 * @param server product and version, for people
 * @param database name of the database on its server
 * @param schemas by name
 * @param tables by schema and name
 */
public record Structure(
        String dialect, String server, String database, List<Schema> schemas, List<Table> tables) {

    public Structure {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
    }

    public Optional<Table> table(TableName name) {
        int low = 0;
        int high = tables.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Table candidate = tables.get(middle);
            int order = candidate.name().compareTo(name);
            if (order == 0) {
                return Optional.of(candidate);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** All relations that the database declares. */
    public List<Relation> relations() {
        return Collections.unmodifiableList(
                tables.stream().flatMap(table -> table.relations().stream()).toList());
    }
}
