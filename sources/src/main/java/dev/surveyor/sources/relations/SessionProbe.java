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
import java.util.stream.Collectors;

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
            TableName table,
            List<String> columns,
            TableName keyTable,
            List<String> keyColumns,
            boolean asText) {
        return numbers(overlapQuery(table, columns, keyTable, keyColumns, asText), 3)
                .map(found -> new Overlap(found.get(0), found.get(1), found.get(2)));
    }

    @Override
    public boolean unique(TableName table, List<String> columns) {
        String named = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
        String sql =
                """
                SELECT (SELECT count(*) FROM (SELECT %1$s FROM %2$s LIMIT %3$d) r),
                       (SELECT count(*) FROM (SELECT DISTINCT * FROM (SELECT %1$s FROM %2$s LIMIT %3$d) r
                                               WHERE %4$s) d)
                """
                        .formatted(named, name(table), ROWS_MAX, notNull(columns));
        return numbers(sql, 2).map(found -> found.get(0).equals(found.get(1))).orElse(false);
    }

    private Optional<List<Long>> numbers(String sql, int count) {
        if (lookups == LOOKUPS_MAX) {
            return Optional.empty();
        }
        lookups++;
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
        return found.cells.size() < count
                ? Optional.empty()
                : Optional.of(
                        found.cells.stream().map(cell -> Long.parseLong(cell.text())).toList());
    }

    private String overlapQuery(
            TableName table,
            List<String> columns,
            TableName keyTable,
            List<String> keyColumns,
            boolean asText) {
        List<String> named = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(quoted(columns.get(i)) + " AS c" + i);
            equal.add(
                    compared("k." + quoted(keyColumns.get(i)), asText)
                            + " = "
                            + compared("v.c" + i, asText));
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
                        notNull(columns),
                        ROWS_MAX);
    }

    private static String compared(String expression, boolean asText) {
        return asText ? "CAST(" + expression + " AS varchar(100))" : expression;
    }

    private String notNull(List<String> columns) {
        return columns.stream()
                .map(column -> quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
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
