package dev.surveyor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogConfigurationIT {

    @TempDir static Path folder;

    private static EmbeddedStore store;

    /**
     * Each test has a catalog of its own: as an operator's PostgreSQL, with one login for both
     * sides.
     */
    private final Map<String, String> settings = new HashMap<>();

    private String database = "";

    @BeforeAll
    static void startServer() {
        store = EmbeddedStore.start(folder, 0, text -> {});
        store.awaitReady();
    }

    @AfterAll
    static void stopServer() {
        store.close();
    }

    @BeforeEach
    void createDatabase() {
        database = "catalog_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(store.administrator("postgres"))
                .sql("CREATE DATABASE " + database + " OWNER surveyor")
                .update();
        settings.putAll(store.settings());
        settings.put(
                "surveyor.catalog.url",
                "jdbc:postgresql://127.0.0.1:" + store.port() + "/" + database);
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(CatalogConfiguration.class)
                .withPropertyValues(
                        settings.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toArray(String[]::new));
    }

    private static JdbcClient pool(ApplicationContext context, String name) {
        return JdbcClient.create(context.getBean(name, HikariDataSource.class));
    }

    @Test
    void theInstallationIsMadeOnceAndReadByTheQuerySide() {
        UUID[] ids = new UUID[2];
        for (int start = 0; start < ids.length; start++) {
            int index = start;
            runner().run(context ->
                    ids[index] = context.getBean(Installations.class).current().id());
        }
        assertThat(ids[0]).isNotNull().isEqualTo(ids[1]);
    }

    @Test
    void theSchemasVersionIsThatOfTheLastMigration() {
        runner().run(context ->
                assertThat(
                                JdbcClient.create(store.administrator(database))
                                        .sql(
                                                "SELECT max(version::int) FROM surveyor.flyway_schema_history")
                                        .query(Integer.class)
                                        .single())
                        .isEqualTo(CatalogVersion.KNOWN));
    }

    @Test
    void theQuerySideCannotWriteWhatTheOtherWrites() {
        runner().run(context -> {
            JdbcClient query = pool(context, CatalogConfiguration.QUERY_POOL);
            JdbcClient writer = pool(context, "catalogPool");
            String change = "UPDATE installation SET created_at = now()";
            assertThat(writer.sql(change).update()).isEqualTo(1);
            assertThatThrownBy(() -> query.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> query.sql("RESET ROLE; " + change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        });
    }

    @Test
    void theWriterCannotChangeTheSchema() {
        runner().run(context ->
                assertThatThrownBy(() ->
                                pool(context, "catalogPool")
                                        .sql("CREATE TABLE surveyor.t (a int)")
                                        .update())
                        .hasStackTraceContaining("permission denied for schema"));
    }

    @Test
    void oneLoginMayServeBothSides() {
        settings.remove("surveyor.catalog.query-username");
        settings.remove("surveyor.catalog.query-password");
        runner().run(context -> {
            JdbcClient query = pool(context, CatalogConfiguration.QUERY_POOL);
            assertThat(query.sql("SELECT current_user").query(String.class).single())
                    .isEqualTo("surveyor_query");
            assertThatThrownBy(() -> query.sql("DELETE FROM installation").update())
                    .hasStackTraceContaining("permission denied");
        });
    }

    @Test
    void aCatalogOfANewerSurveyorIsRefusedAndLeftAsItWas() {
        runner().run(context ->
                JdbcClient.create(store.administrator(database))
                        .sql(
                                "INSERT INTO surveyor.flyway_schema_history"
                                        + " (installed_rank, version, description, type, script, installed_by,"
                                        + " execution_time, success) VALUES (99, '999', 'later', 'SQL',"
                                        + " 'V999__later.sql', 'surveyor', 1, true)")
                        .update());
        runner().run(context ->
                assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CatalogException.class)
                        .hasMessageContaining("schema version 999"));
    }

    @Test
    void aWrongPasswordIsToldAsSuch() {
        settings.put("surveyor.catalog.password", "wrong");
        runner().run(context ->
                assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                "check surveyor.catalog.url, username and password"));
    }

    @Test
    void credentialsInTheAddressAreRefused() {
        settings.put("surveyor.catalog.url", "jdbc:postgresql://127.0.0.1/catalog?password=open");
        runner().run(context ->
                assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("without user or password in it"));
    }
}
