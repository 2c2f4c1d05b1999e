package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Index;
import dev.surveyor.catalog.Index.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Indexes of the tables, put together from the catalog: asking the server to print them waits. */
final class Indexes {

    private static final String UNKNOWN = "(not to be had while another session changes the table)";

    private final Map<Long, TableDraft> tables;
    private final Expressions expressions;

    Indexes(Map<Long, TableDraft> tables, Expressions expressions) {
        this.tables = tables;
        this.expressions = expressions;
    }

    void read(CatalogQueries queries) throws SQLException {
        queries.each("structure-indexes", this::index);
    }

    private void index(ResultSet row) throws SQLException {
        TableDraft table = tables.get(row.getLong(1));
        if (table == null) {
            return;
        }
        long id = row.getLong(2);
        List<Part> parts = new ArrayList<>();
        String[] numbers = row.getString(6).split(" ", -1);
        for (int i = 0; i < Math.min(numbers.length, row.getInt(7)); i++) {
            int number = Integer.parseInt(numbers[i]);
            if (number == 0) {
                String text = expressions.indexPart(id, i + 1);
                parts.add(new Part(Objects.requireNonNullElse(text, UNKNOWN), true));
            } else {
                parts.add(new Part(table.columnNames.getOrDefault(number, "?"), false));
            }
        }
        String predicate = expressions.predicate(id);
        table.indexes.add(
                new Index(
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        parts,
                        row.getBoolean(8) ? Objects.requireNonNullElse(predicate, UNKNOWN) : null));
    }
}
