package dev.surveyor.sources.postgres;

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
import dev.surveyor.sources.guard.postgres.PostgresRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** PostgreSQL, through its own driver. */
public final class PostgresDialect implements Dialect {

    private static final int PORT = 5432;

    @Override
    public String kind() {
        return "postgresql";
    }

    @Override
    public int defaultPort() {
        return PORT;
    }

    @Override
    public String quote(String identifier) {
        return PostgresSql.quote(identifier);
    }

    @Override
    public Connection connect(SourceAddress address, SessionLimits limits, Sockets sockets)
            throws SQLException {
        return PostgresLogin.connect(address, limits, sockets);
    }

    @Override
    public String server(Connection connection) throws SQLException {
        return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public void begin(Connection connection, SessionLimits limits, List<String> searchPath)
            throws SQLException {
        String path =
                Stream.concat(
                                Stream.concat(Stream.of("pg_catalog"), searchPath.stream()),
                                Stream.of("pg_temp"))
                        .map(this::quote)
                        .collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(PostgresSql.read("begin"))) {
            statement.setString(1, millis(limits.statementTimeout()));
            statement.setString(2, millis(limits.lockTimeout()));
            statement.setString(3, millis(limits.idleTimeout()));
            statement.setString(4, path);
            statement.execute();
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
            connection.clearWarnings();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public SourceException failure(SQLException failure) {
        return PostgresFailures.of(failure);
    }

    @Override
    public CutQuery cutting(Connection connection, String query, int cellCharsMax)
            throws SQLException {
        return PostgresCells.cutting(connection, query, cellCharsMax);
    }

    @Override
    public ResultColumn column(ResultSetMetaData columns, int number) throws SQLException {
        return PostgresCells.column(columns, number);
    }

    @Override
    public Cell cell(ResultSet row, int number, ResultColumn column, int cellCharsMax)
            throws SQLException {
        return PostgresCells.cell(row, number, column, cellCharsMax);
    }

    @Override
    public String plan(Connection connection, String query, int charsMax) throws SQLException {
        return PostgresPlan.read(connection, query, charsMax);
    }

    @Override
    public Structure structure(SourceWork work) {
        return PostgresStructure.read(work);
    }

    @Override
    public Optional<String> structureMark(SourceWork work) {
        return Optional.of(PostgresMarks.structure(work));
    }

    @Override
    public Map<TableName, String> dataMarks(SourceWork work, Structure structure) {
        return PostgresMarks.read(work);
    }

    @Override
    public Profiler profiler() {
        return new PostgresProfiler();
    }

    @Override
    public StatementRules statementRules(SourceWork work) {
        return PostgresRules.read(work);
    }

    @Override
    public RolePowers rolePowers(SourceWork work) {
        return PostgresPowers.read(work);
    }

    @Override
    public String leastPrivilegeScript(String database, String login, List<String> schemas) {
        return PostgresPowers.script(this, database, login, schemas);
    }
}
