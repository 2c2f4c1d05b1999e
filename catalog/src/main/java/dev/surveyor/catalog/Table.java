package dev.surveyor.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, view or the like, as its database describes it.
 *
 * @param relations declared, from this table to others
 * @param estimate what the database believes to be in it; not part of the structure's hash
 * @param partitions below it, at all levels
 * @param rowSecurity whether policies of the database may hide rows from our role
 */
public record Table(
        TableName name,
        TableKind kind,
        List<Column> columns,
        List<Key> keys,
        List<Relation> relations,
        List<Check> checks,
        List<Index> indexes,
        Estimate estimate,
        int partitions,
        boolean rowSecurity,
        @Nullable String owner,
        @Nullable String comment) {

    /** In figures that cost the database nothing; {@link #UNKNOWN} where it has none. */
    public record Estimate(long rows, long bytes) {

        public static final long UNKNOWN = -1;
        public static final Estimate NONE = new Estimate(UNKNOWN, UNKNOWN);
    }

    public Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        relations = List.copyOf(relations);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    public Optional<Key> primaryKey() {
        return keys.stream().filter(Key::primary).findFirst();
    }

    /** Whether our role may select any of it. */
    public boolean readable() {
        return columns.stream().anyMatch(Column::readable);
    }

    /**
     * Equal for equal structures, whatever the server, the rows or the moment; differs with any
     * change of columns, types, keys, indexes, comments or rights.
     */
    public String structureHash() {
        return StructureHash.of(this);
    }
}
