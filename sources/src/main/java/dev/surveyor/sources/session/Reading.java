package dev.surveyor.sources.session;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.CutQuery;
import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.ReadResult;
import dev.surveyor.sources.ReadResult.Ending;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One query whose rows are streamed until they or their limits end. */
final class Reading {

    private static final int FIRST_ROWS = 50;
    private static final int FETCHED_ROWS_MAX = 2000;

    /** Held by each of many sessions at once, should every long cell be as long as it may. */
    private static final long FETCHED_CHARS_MAX = 8L << 20;

    private static final int PLAN_CHARS_MAX = 4 << 20;

    /** Types whose printed values are short whatever they are. */
    private static final Set<TypeFamily> SHORT =
            EnumSet.of(
                    TypeFamily.INTEGER,
                    TypeFamily.FLOAT,
                    TypeFamily.BOOLEAN,
                    TypeFamily.DATE,
                    TypeFamily.TIME,
                    TypeFamily.TIMESTAMP,
                    TypeFamily.INTERVAL,
                    TypeFamily.UUID,
                    TypeFamily.ENUM,
                    TypeFamily.MONEY,
                    TypeFamily.NETWORK);

    private final Dialect dialect;
    private final ReadQuery query;
    private final long begin = System.nanoTime();
    private long rows;
    private long bytes;

    Reading(Dialect dialect, ReadQuery query) {
        this.dialect = dialect;
        this.query = query;
    }

    ReadResult run(Connection connection, RowSink sink) throws SQLException {
        CutQuery cutting = dialect.cutting(connection, query.sql(), query.cellCharsMax());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(Math.min(FIRST_ROWS, fetchSize(cutting.columns())));
            try (ResultSet result = statement.executeQuery(cutting.sql())) {
                List<ResultColumn> columns =
                        cutting.columns().isEmpty()
                                ? columns(result.getMetaData())
                                : cutting.columns();
                result.setFetchSize(fetchSize(columns));
                sink.columns(columns);
                Ending ending = stream(result, columns, sink);
                return new ReadResult(
                        rows, bytes, ending, Duration.ofNanos(System.nanoTime() - begin));
            }
        }
    }

    private List<ResultColumn> columns(ResultSetMetaData data) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        for (int number = 1; number <= data.getColumnCount(); number++) {
            columns.add(dialect.column(data, number));
        }
        return List.copyOf(columns);
    }

    /** As many as fit what we hold at a time, should every long cell be as long as it may. */
    private int fetchSize(List<ResultColumn> columns) {
        long longCells =
                Math.max(1, columns.stream().filter(c -> !SHORT.contains(c.family())).count());
        long fitting = FETCHED_CHARS_MAX / (longCells * query.cellCharsMax());
        return Math.clamp(fitting, 1, Math.min(FETCHED_ROWS_MAX, query.rowsMax()));
    }

    private Ending stream(ResultSet result, List<ResultColumn> columns, RowSink sink)
            throws SQLException {
        while (result.next()) {
            if (rows == query.rowsMax()) {
                return Ending.ROWS_MAX;
            }
            List<Cell> cells = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                Cell cell = dialect.cell(result, i + 1, columns.get(i), query.cellCharsMax());
                bytes += utf8Length(cell.text());
                cells.add(cell);
            }
            if (bytes > query.bytesMax()) {
                return Ending.BYTES_MAX;
            }
            rows++;
            if (!sink.row(cells)) {
                return Ending.STOPPED;
            }
        }
        return Ending.ALL;
    }

    String plan(Connection connection) throws SQLException {
        return dialect.plan(connection, query.sql(), PLAN_CHARS_MAX);
    }

    private static long utf8Length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }
}
