package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.CutQuery;
import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.Profiler;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RolePowers;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.Sockets;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.guard.sqlite.SqliteRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite, inside our own process: what a server would do for us its connection is told to do. */
public final class SqliteDialect implements Dialect {

    static final String KIND = "sqlite";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int defaultPort() {
        return 0;
    }

    @Override
    public String quote(String identifier) {
        return SqliteSql.quote(identifier);
    }

    @Override
    public Connection connect(SourceAddress address, SessionLimits limits, Sockets sockets)
            throws SQLException {
        return SqliteFile.open(address, limits);
    }

    @Override
    public String server(Connection connection) {
        return "SQLite " + SQLiteJDBCLoader.getVersion();
    }

    /** The driver begins one with the first statement; the limits hold for the connection. */
    @Override
    public void begin(Connection connection, SessionLimits limits, List<String> searchPath)
            throws SQLException {
        connection.clearWarnings();
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public SourceException failure(SQLException failure) {
        return SqliteFailures.of(failure);
    }

    @Override
    public CutQuery cutting(Connection connection, String query, int cellCharsMax)
            throws SQLException {
        return SqliteCells.cutting(connection, query, cellCharsMax);
    }

    @Override
    public ResultColumn column(ResultSetMetaData columns, int number) throws SQLException {
        return SqliteCells.column(columns, number);
    }

    @Override
    public Cell cell(ResultSet row, int number, ResultColumn column, int cellCharsMax)
            throws SQLException {
        return SqliteCells.cell(row, number, cellCharsMax);
    }

    @Override
    public String plan(Connection connection, String query, int charsMax) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
            int last = steps.getMetaData().getColumnCount();
            while (steps.next() && plan.length() <= charsMax) {
                plan.append(steps.getString(last)).append('\n');
            }
        }
        return plan.length() <= charsMax ? plan.toString() : "";
    }

    @Override
    public Structure structure(SourceWork work) {
        return SqliteStructure.read(work);
    }

    @Override
    public Optional<String> structureMark(SourceWork work) {
        return Optional.of(SqliteMarks.structure(work));
    }

    @Override
    public Map<TableName, String> dataMarks(SourceWork work, Structure structure) {
        return SqliteMarks.read(work, structure);
    }

    @Override
    public Profiler profiler() {
        return new SqliteProfiler();
    }

    @Override
    public StatementRules statementRules(SourceWork work) {
        return new SqliteRules();
    }

    /** A file has no roles, and ours is opened for reading. */
    @Override
    public RolePowers rolePowers(SourceWork work) {
        return new RolePowers("", false, false, List.of(), List.of(), false);
    }

    @Override
    public String leastPrivilegeScript(String database, String login, List<String> schemas) {
        return "";
    }
}
