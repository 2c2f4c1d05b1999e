package dev.surveyor.catalog.store;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import dev.surveyor.catalog.CatalogVersion;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The catalog's tables and roles, brought up to date by the login that owns them. */
public final class CatalogSchema {

    static final String NAME = "surveyor";
    static final String WRITER = "surveyor_writer";
    static final String QUERY = "surveyor_query";

    private static final String MIGRATIONS = "classpath:dev/surveyor/catalog/migrations";

    private final DataSource owner;

    public CatalogSchema(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Runs the migrations that are missing; all processes that start at once wait for one of them.
     * Where none is, one short look tells so: most starts need no more.
     *
     * @param queryLogin the login that is to act as the query role
     * @throws CatalogException when a newer Surveyor was here, or the store does not let us in
     */
    public void bringUpToDate(String queryLogin) {
        try (Connection connection = owner.getConnection()) {
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            int version = version(client);
            refuseNewer(version);
            if (version < CatalogVersion.KNOWN) {
                migrate();
            }
            letIn(queryLogin, client);
        } catch (SQLException | DataAccessException | FlywayException e) {
            throw failure(e);
        }
    }

    /** The version that the catalog has; 0 before the first start. */
    private static int version(JdbcClient client) {
        boolean begun =
                client.sql("SELECT to_regclass('surveyor.flyway_schema_history') IS NOT NULL")
                        .query(Boolean.class)
                        .single();
        return begun
                ? client.sql(
                                """
                                SELECT coalesce(max(version::int), 0)
                                  FROM surveyor.flyway_schema_history WHERE success
                                """)
                        .query(Integer.class)
                        .single()
                : 0;
    }

    private static void refuseNewer(int version) {
        if (version > CatalogVersion.KNOWN) {
            throw new CatalogException(
                    Code.INCOMPATIBLE_DATA,
                    false,
                    "The catalog has schema version "
                            + version
                            + ", this Surveyor knows "
                            + CatalogVersion.KNOWN
                            + ": start the newer Surveyor that wrote it, or use another data folder or catalog.",
                    null);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema(NAME)
                .locations(MIGRATIONS)
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /** Lets the login act as the query role; the name goes through the server's own quoting. */
    private static void letIn(String queryLogin, JdbcClient client) {
        boolean member =
                client.sql("SELECT pg_has_role(:login, :role, 'MEMBER')")
                        .param("login", queryLogin)
                        .param("role", QUERY)
                        .query(Boolean.class)
                        .single();
        if (!member) {
            String grant =
                    client.sql("SELECT format('GRANT %I TO %I', :role, :login)")
                            .param("role", QUERY)
                            .param("login", queryLogin)
                            .query(String.class)
                            .single();
            client.sql(grant).update();
        }
    }

    private static CatalogException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnectionFailure(sql)) {
                return new CatalogException(
                        Code.UNREACHABLE,
                        true,
                        "The catalog's PostgreSQL does not let us in ("
                                + sql.getMessage()
                                + "): check surveyor.catalog.url, username and password.",
                        e);
            }
        }
        return new CatalogException(
                Code.SCHEMA_FAILED,
                false,
                "The catalog's schema could not be brought up to date: " + e.getMessage(),
                e);
    }

    /** SQLSTATE classes 08 (connection), 28 (authorisation), 3D (no such database). */
    private static boolean isConnectionFailure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
    }
}
