package dev.surveyor.sources.relations;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.ValueProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the source itself: of some rows, how many values are no key of the other table. */
public final class SessionProbe implements ValueProbe {

    private static final int ROWS_MAX = 5_000;
    private static final int LOOKUPS_MAX = 20_000;
    private static final Duration TIME_MAX = Duration.ofSeconds(3);

    private final SourceSession session;
    private int lookups;

    public SessionProbe(SourceSession session) {
        this.session = session;
    }

    @Override
    public Optional<Overlap> overlap(
            TableName table, List<String> columns, TableName keyTable, List<String> keyColumns) {
        if (lookups == LOOKUPS_MAX) {
            return Optional.empty();
        }
        lookups++;
        String sql = sql(table, columns, keyTable, keyColumns);
        FirstRow found = new FirstRow();
        try {
            session.read(
                    new ReadQuery(sql, List.of(), TIME_MAX, 1, session.limits().bytesMax(), 100),
                    found);
        } catch (SourceException e) {
            if (e.code() == Code.CANCELLED || e.code() == Code.CONNECTION_LOST) {
                throw e;
            }
            return Optional.empty();
        }
        return found.cells.size() < 3
                ? Optional.empty()
                : Optional.of(
                        new Overlap(
                                Long.parseLong(found.cells.get(0).text()),
                                Long.parseLong(found.cells.get(1).text()),
                                Long.parseLong(found.cells.get(2).text())));
    }

    private String sql(
            TableName table, List<String> columns, TableName keyTable, List<String> keyColumns) {
        List<String> named = new ArrayList<>();
        List<String> notNull = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = quoted(columns.get(i));
            named.add(column + " AS c" + i);
            notNull.add(column + " IS NOT NULL");
            equal.add("k." + quoted(keyColumns.get(i)) + " = v.c" + i);
        }
        return """
        SELECT count(*),
               coalesce(sum(CASE WHEN EXISTS (SELECT 1 FROM %s k WHERE %s) THEN 0 ELSE 1 END), 0),
               (SELECT count(*) FROM (SELECT 1 AS one FROM %s LIMIT %d) o)
          FROM (SELECT DISTINCT * FROM (SELECT %s FROM %s WHERE %s LIMIT %d) r) v
        """
                .formatted(
                        name(keyTable),
                        String.join(" AND ", equal),
                        name(keyTable),
                        ROWS_MAX,
                        String.join(", ", named),
                        name(table),
                        String.join(" AND ", notNull),
                        ROWS_MAX);
    }

    private String name(TableName table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    private String quoted(String identifier) {
        Dialect dialect = session.dialect();
        return dialect.quote(identifier);
    }

    private static final class FirstRow implements RowSink {

        private List<Cell> cells = List.of();

        @Override
        public void columns(List<ResultColumn> columns) {
            cells = List.of();
        }

        @Override
        public boolean row(List<Cell> row) {
            cells = row;
            return false;
        }
    }
}
