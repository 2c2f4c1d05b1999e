package dev.surveyor.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoShopIT {

    @TempDir static Path folder;

    private static EmbeddedStore store;
    private static LoadedShop shop;

    @BeforeAll
    static void load() {
        store = EmbeddedStore.start(folder, 0, step -> {});
        store.awaitReady();
        shop = DemoShop.load(store::administrator, step -> {});
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + store.port() + "/" + database;
    }

    private static JdbcClient reader() {
        DataSource source =
                new DriverManagerDataSource(url(shop.database()), shop.login(), shop.password());
        return JdbcClient.create(source);
    }

    private static List<String> tables(JdbcClient client) {
        List<String> tables = new ArrayList<>();
        client.sql(
                        """
                        SELECT nspname || '.' || relname
                          FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                         WHERE relkind IN ('r', 'p') AND NOT relispartition
                           AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
                         ORDER BY 1
                        """)
                .query(row -> {
                    tables.add(row.getString(1));
                });
        return tables;
    }

    /** Table to a figure over all its rows. */
    private static Map<String, String> measure(JdbcClient client, String expression) {
        Map<String, String> measured = new TreeMap<>();
        for (String table : tables(client)) {
            client.sql("SELECT " + expression + " FROM \"" + table.replace(".", "\".\"") + "\" t")
                    .query(row -> {
                        measured.put(table, String.valueOf(row.getString(1)));
                    });
        }
        return measured;
    }

    /** The lines of a fixture, split at tabs. */
    private static List<String[]> fixture(String name) throws IOException {
        try (InputStream file = DemoShopIT.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @Test
    void theKnownAnswersAreStillTheAnswers() throws IOException {
        List<String[]> questions = fixture("known-answers.tsv");
        assertThat(questions).hasSizeGreaterThan(20);
        for (String[] question : questions.subList(1, questions.size())) {
            List<String> cells = new ArrayList<>();
            reader().sql(question[2])
                    .query(row -> {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            cells.add(row.getString(i));
                        }
                    });
            assertThat(String.join(" | ", cells)).as(question[0]).isEqualTo(question[1]);
        }
    }

    @Test
    void theDeclaredRelationsAreThoseOfTheFixture() throws IOException {
        long promised =
                fixture("relations.tsv").stream()
                        .filter(line -> line[0].equals("declared"))
                        .count();
        assertThat(
                        reader().sql(
                                        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conparentid = 0")
                                .query(Long.class)
                                .single())
                .isEqualTo(promised)
                .isGreaterThan(20);
    }

    @Test
    void everyTableHasTheRowsThatTheFixturePromises() throws IOException {
        Map<String, String> promised = new TreeMap<>();
        fixture("row-counts.tsv").forEach(line -> promised.put(line[0], line[1]));
        assertThat(measure(reader(), "count(*)")).isEqualTo(promised);
        assertThat(shop.tables()).isEqualTo(promised.size()).isGreaterThanOrEqualTo(14);
        assertThat(shop.rows())
                .isEqualTo(promised.values().stream().mapToLong(Long::parseLong).sum())
                .isGreaterThanOrEqualTo(250_000);
    }

    @Test
    void loadingAgainMakesNothingAndGivesAnotherPassword() {
        List<String> steps = new ArrayList<>();
        LoadedShop again = DemoShop.load(store::administrator, steps::add);
        assertThat(steps).isEmpty();
        assertThat(again.password()).isNotEqualTo(shop.password());
        shop = again;
    }

    @Test
    void theSameScriptsMakeTheSameRows() {
        String content = "md5(string_agg(t::text, '' ORDER BY t::text COLLATE \"C\"))";
        Map<String, String> first = measure(reader(), content);
        JdbcClient server = JdbcClient.create(store.administrator("postgres"));
        server.sql("COMMENT ON DATABASE shop IS 'of another version'").update();
        server.sql("CREATE DATABASE shop_loading").update();

        List<String> steps = new ArrayList<>();
        shop = DemoShop.load(store::administrator, steps::add);

        assertThat(steps).isNotEmpty();
        assertThat(measure(reader(), content)).isEqualTo(first);
    }

    @Test
    void theReaderReadsAndDoesNothingElse() {
        assertThat(reader().sql("SELECT count(*) FROM sales.orders").query(Long.class).single())
                .isPositive();
        assertThatThrownBy(() -> reader().sql("DELETE FROM sales.orders").update())
                .hasStackTraceContaining("read-only transaction");
        assertThatThrownBy(() ->
                        reader().sql("SET TRANSACTION READ WRITE; DELETE FROM sales.orders")
                                .update())
                .hasStackTraceContaining("permission denied");
        for (String other : List.of("surveyor", "postgres", "template1")) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(url(other), shop.login(), shop.password()))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void nothingWasOrderedAfterTheReferenceDate() {
        assertThat(
                        reader().sql(
                                        "SELECT max(placed_at AT TIME ZONE 'UTC')::date::text FROM sales.orders")
                                .query(String.class)
                                .single())
                .isEqualTo(DemoShop.REFERENCE_DATE.toString());
    }
}
