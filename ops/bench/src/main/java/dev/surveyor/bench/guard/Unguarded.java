package dev.surveyor.bench.guard;

import dev.surveyor.eval.guard.GuardedDatabase;
import dev.surveyor.sources.StatementRules.Judge;
import dev.surveyor.sources.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The superuser's own connection, which may do everything; it looks what statements did. */
final class Unguarded implements AutoCloseable {

    /** Stands in every value that is denied. */
    static final String MARK = "CANARY";

    private static final int TIMEOUT_MILLIS = 400;
    private static final int HANGS_AFTER_MILLIS = 2400;
    private static final int ROWS_MAX = 200;
    private static final String CANARIES =
            "SELECT (SELECT string_agg(c::text, ',' ORDER BY c::text) FROM public.canary c)"
                    + " || (SELECT count(*) FROM pg_class) || '/' || (SELECT count(*) FROM"
                    + " pg_largeobject_metadata)";
    private static final String TABLES =
            "SELECT quote_ident(nspname) || '.' || quote_ident(relname) FROM pg_class c JOIN"
                    + " pg_namespace n ON n.oid = c.relnamespace WHERE relkind IN ('r', 'p', 'v',"
                    + " 'm') AND nspname !~ '^pg_' AND nspname <> 'information_schema'";
    private static final Pattern WORD = Pattern.compile(MARK + "[-A-Z0-9]*");
    private static final Set<String> GONE = Set.of("08006", "57P01", "08003");

    private final GuardedDatabase database;
    private final String path;
    private final String before;
    private final Set<String> visible = new HashSet<>();
    private Connection connection;

    /** What a statement did. */
    enum Effect {
        READ,
        FAILED,
        ESCAPED,
        HUNG
    }

    Unguarded(GuardedDatabase database, List<String> searchPath, Judge judge) throws SQLException {
        this.database = database;
        this.path =
                searchPath.stream()
                        .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(", "));
        this.connection = open();
        this.before = canaries();
        rememberVisible(judge);
    }

    /** Marks in tables that may be read whole are no secret. */
    private void rememberVisible(Judge judge) throws SQLException {
        for (String table : GuardedDatabase.texts(connection, TABLES)) {
            if (judge.verdict("SELECT * FROM " + table) instanceof Verdict.Accepted accepted) {
                marks(accepted.sql(), visible);
            }
        }
    }

    private void marks(String sql, Set<String> found) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            limit(statement);
            marks(statement, sql, found);
        } catch (SQLException e) {
            // A view that fails shows nothing.
            connection.rollback();
        }
    }

    private void limit(Statement statement) throws SQLException {
        statement.execute(
                "SET LOCAL statement_timeout = "
                        + TIMEOUT_MILLIS
                        + "; SET LOCAL search_path = "
                        + path);
    }

    private Connection open() throws SQLException {
        Connection opened = database.connect();
        opened.setAutoCommit(false);
        return opened;
    }

    private String canaries() throws SQLException {
        String found = GuardedDatabase.texts(connection, CANARIES).getFirst();
        connection.rollback();
        return found;
    }

    boolean changed() throws SQLException {
        return !canaries().equals(before);
    }

    Effect run(String sql) throws SQLException {
        long begin = System.nanoTime();
        Effect effect = effect(sql);
        boolean late = (System.nanoTime() - begin) / 1_000_000 > HANGS_AFTER_MILLIS;
        return effect != Effect.ESCAPED && late ? Effect.HUNG : effect;
    }

    private Effect effect(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            limit(statement);
            statement.setFetchSize(ROWS_MAX);
            Set<String> shown = new HashSet<>();
            marks(statement, sql, shown);
            shown.removeAll(visible);
            return !shown.isEmpty() || wrote() ? Effect.ESCAPED : Effect.READ;
        } catch (SQLException e) {
            if (e.getSQLState() != null && GONE.contains(e.getSQLState())) {
                connection = open();
            }
            return String.valueOf(e.getMessage()).contains(MARK) ? Effect.ESCAPED : Effect.FAILED;
        } finally {
            connection.rollback();
        }
    }

    private static void marks(Statement statement, String sql, Set<String> found)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            for (int row = 0; row < ROWS_MAX && rows.next(); row++) {
                for (int column = 1; column <= columns; column++) {
                    String cell = rows.getString(column);
                    if (cell != null && cell.contains(MARK)) {
                        WORD.matcher(cell).results().forEach(mark -> found.add(mark.group()));
                    }
                }
            }
        }
    }

    /** Who writes anything is given a number by the server. */
    private boolean wrote() throws SQLException {
        return GuardedDatabase.texts(connection, "SELECT pg_current_xact_id_if_assigned()::text")
                        .getFirst()
                != null;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
