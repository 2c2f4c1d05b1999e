package dev.surveyor.sources;

import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How databases of one kind are read: one class, its SQL in resources beside it, and a line in
 * {@code META-INF/services}. Implementations have no state and are called from many threads; what
 * they are given bounds every wait.
 */
public interface Dialect {

    /** The kind in an address: {@code postgresql}. */
    String kind();

    /** 0: a file, no server. */
    int defaultPort();

    /** The identifier as SQL text, whatever characters it has. */
    String quote(String identifier);

    /**
     * A connection that cannot write, without automatic commit. All its sockets are made by {@code
     * sockets}.
     */
    Connection connect(SourceAddress address, SessionLimits limits, Sockets sockets)
            throws SQLException;

    /** Product and version, for people. */
    String server(Connection connection) throws SQLException;

    /** Begins a read-only transaction with these limits and nothing else in force. */
    void begin(Connection connection, SessionLimits limits, List<String> searchPath)
            throws SQLException;

    /** Makes a running statement of the connection end, from another thread. */
    void cancel(Connection connection) throws SQLException;

    /** Makes the connection as new after whatever ran on it, outside of a transaction. */
    void reset(Connection connection) throws SQLException;

    /** What went wrong, told for people. */
    SourceException failure(SQLException failure);

    /**
     * A query with cells no longer than this, or little more, as far as the source can cut them.
     */
    CutQuery cutting(Connection connection, String query, int cellCharsMax) throws SQLException;

    ResultColumn column(ResultSetMetaData columns, int number) throws SQLException;

    /** The cell of the current row as it is printed, cut to this length, whatever its type. */
    Cell cell(ResultSet row, int number, ResultColumn column, int cellCharsMax) throws SQLException;

    /**
     * The plan of a query, which does not run; empty where it is longer than this. Constants of any
     * length can stand in one: it is measured at the source.
     */
    String plan(Connection connection, String query, int charsMax) throws SQLException;

    /** Everything the database says of itself, in a constant number of queries, without waiting. */
    Structure structure(SourceWork work);

    /**
     * What changes whenever the structure may have, for much less than reading it; empty where that
     * cannot be told.
     */
    Optional<String> structureMark(SourceWork work);

    /**
     * Per table of the structure what changes whenever its rows may have; tables of which that
     * cannot be told are left out.
     */
    Map<TableName, String> dataMarks(SourceWork work, Structure structure);

    /** How the shape of tables is measured. */
    Profiler profiler();

    /** What decides which statements of askers may run. */
    StatementRules statementRules(SourceWork work);

    /** What our role could do besides reading. */
    RolePowers rolePowers(SourceWork work);

    /**
     * SQL for the database's administrator: a login that can read these schemas and nothing else;
     * its password is left to be filled in. Empty where the kind has no logins.
     */
    String leastPrivilegeScript(String database, String login, List<String> schemas);

    /** The longest that a source is given to obey a cancel before its connection is dropped. */
    default Duration cancelGrace() {
        return Duration.ofMillis(1200);
    }
}
