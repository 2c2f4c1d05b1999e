package dev.surveyor.bench.processes;

import dev.surveyor.bench.night.House;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Triggers that write down who writes a row of what surveys keep, and when. */
final class WriteLog {

    private static final String TABLES =
            """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'surveyor' AND c.relkind = 'r'
               AND (c.relname IN ('survey', 'survey_table', 'insight', 'insight_point', 'point', 'edition',
                                  'edition_insight', 'connection', 'survey_lease') OR c.relname LIKE 'batch%')
            """;

    private static final String LOG =
            """
            CREATE SCHEMA watch;
            CREATE TABLE watch.writes (at timestamptz, who text, what text);
            CREATE FUNCTION watch.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
                INSERT INTO watch.writes VALUES (clock_timestamp(), session_user, TG_TABLE_NAME || ' ' || lower(TG_OP));
                RETURN NULL;
            END $$;
            """;

    private final House house;

    WriteLog(House house) throws IOException {
        this.house = house;
        try (Connection connection = house.toCatalog();
                Statement statement = connection.createStatement()) {
            statement.execute(LOG);
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute(
                        """
                        CREATE TRIGGER watch_note AFTER INSERT OR UPDATE OR DELETE ON surveyor.%s
                           FOR EACH ROW EXECUTE FUNCTION watch.note()
                        """
                                .formatted(table));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void forget() throws IOException {
        house.catalog().execute(House.CATALOG, "TRUNCATE watch.writes");
    }

    /** What the sleeper wrote after the other took its lease over, by table. */
    List<String> lateWrites(String sleeper, String successor) throws IOException {
        List<String> writes = new ArrayList<>();
        try (Connection connection = house.toCatalog();
                PreparedStatement query =
                        connection.prepareStatement(
                                """
                                SELECT what, count(*) FROM watch.writes
                                 WHERE who = ? AND at > (SELECT min(at) FROM watch.writes
                                                          WHERE who = ? AND what = 'survey_lease update')
                                 GROUP BY what ORDER BY what
                                """)) {
            query.setString(1, sleeper);
            query.setString(2, successor);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    for (int i = 0; i < row.getInt(2); i++) {
                        writes.add(row.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return writes;
    }

    boolean tookOver(String successor) throws IOException {
        return house.catalog()
                        .count(
                                House.CATALOG,
                                "SELECT count(*) FROM watch.writes WHERE who = '%s' AND what = 'survey_lease update'"
                                        .formatted(successor))
                > 0;
    }

    private static IOException failed(SQLException e) {
        return new IOException("the catalog cannot be watched: " + e.getMessage(), e);
    }
}
