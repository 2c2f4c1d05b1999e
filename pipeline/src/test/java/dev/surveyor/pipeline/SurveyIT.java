package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.TableName;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.lease.Leases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Surveys of small databases on a real server, through the real job. */
class SurveyIT {

    private static final String TABLES =
            """
            CREATE TABLE customer (id int PRIMARY KEY, name text, city text, status text);
            INSERT INTO customer SELECT i, 'Person number ' || i, 'City ' || i % 7,
                   CASE i % 3 WHEN 0 THEN 'active' WHEN 1 THEN 'paused' ELSE 'gone' END
              FROM generate_series(1, 300) i;
            CREATE TABLE invoice (id int PRIMARY KEY, customer_id int REFERENCES customer, amount numeric);
            INSERT INTO invoice SELECT i, i % 300 + 1, i * 1.5 FROM generate_series(1, 500) i;
            CREATE SCHEMA stock;
            CREATE TABLE stock.item (id int PRIMARY KEY, label text);
            INSERT INTO stock.item SELECT i, 'Thing ' || i FROM generate_series(1, 200) i;
            GRANT USAGE ON SCHEMA stock TO night_reader;
            GRANT SELECT ON ALL TABLES IN SCHEMA stock, public TO night_reader
            """;

    private static final TableName CUSTOMER = new TableName("public", "customer");

    private static NightHouse house;

    @BeforeAll
    static void open() throws IOException {
        house = NightHouse.shared();
    }

    private static UUID database(String name) throws IOException, InterruptedException {
        return database(name, "");
    }

    private static UUID database(String name, String more)
            throws IOException, InterruptedException {
        UUID connection = house.connectionToNew(name, more);
        house.execute(name, TABLES);
        return connection;
    }

    private static Editions editions() {
        return house.bean(Editions.class);
    }

    private static Edition current(UUID connection) {
        return editions().current(connection).orElseThrow();
    }

    private static Survey surveyed(UUID connection) {
        Survey survey = house.survey(connection, SurveyMode.INCREMENTAL);
        assertThat(survey.state()).as(survey.message()).isEqualTo(SurveyState.COMPLETED);
        return survey;
    }

    private static long indexed(UUID connection) {
        return house.bean(VectorIndex.class)
                .count(Filter.connections(Set.of(connection.toString())));
    }

    private static long listed(UUID connection) {
        return house.client("surveyor")
                .sql("SELECT count(*) FROM surveyor.point WHERE connection_id = :id")
                .param("id", connection)
                .query(Long.class)
                .single();
    }

    private static String dump(UUID connection) {
        return EditionDump.sha256(editions().content(current(connection)));
    }

    @Test
    void aFirstSurveyPublishesAnEditionWhosePointsTheIndexHolds()
            throws IOException, InterruptedException {
        UUID connection = database("first");

        Survey survey = surveyed(connection);

        assertThat(survey.tables()).isEqualTo(new Survey.Tables(3, 0, 3, 0));
        assertThat(survey.edition()).isEqualTo(1);
        Edition edition = current(connection);
        assertThat(edition.tables()).isEqualTo(3);
        assertThat(editions().points(edition)).hasSize((int) indexed(connection)).isNotEmpty();
        Insight customer = editions().insight(edition, CUSTOMER).orElseThrow();
        assertThat(customer.document()).contains("active", "paused");
        assertThat(editions().drift(edition)).isEqualTo(Drift.NONE);
        assertThat(
                        house.send(
                                        "GET",
                                        "/api/v1/connections/" + connection + "/status",
                                        "admin",
                                        "")
                                .at("/state"))
                .isEqualTo("READY");
    }

    @Test
    void whatDidNotChangeIsNotLookedAtAgainAndMakesNoEdition()
            throws IOException, InterruptedException {
        UUID connection = database("calm");
        surveyed(connection);
        Edition before = current(connection);

        Survey again = surveyed(connection);

        assertThat(again.textsEmbedded()).isZero();
        assertThat(again.edition()).isEqualTo(1);
        assertThat(current(connection).number()).isEqualTo(1);
        assertThat(current(connection).confirmed()).isAfter(before.confirmed());
    }

    @Test
    void onlyChangedTablesAreLookedAtAndTheDriftSaysWhatChanged()
            throws IOException, InterruptedException {
        UUID connection = database("moving");
        surveyed(connection);
        surveyed(connection);
        house.execute(
                "moving",
                "UPDATE customer SET status = 'new' WHERE id < 9; ALTER TABLE stock.item ADD COLUMN weight int");

        Survey survey = surveyed(connection);

        assertThat(survey.edition()).isEqualTo(2);
        assertThat(survey.tables().unchanged()).isPositive();
        Drift drift = editions().drift(current(connection));
        assertThat(drift.changes())
                .extracting(Drift.Change::kind)
                .contains(Drift.Kind.VALUES_ADDED, Drift.Kind.COLUMN_ADDED);
        assertThat(indexed(connection)).isEqualTo(listed(connection));
    }

    @Test
    void aTableThatIsGoneIsGoneFromTheEditionAndTheLastOnesAreKept()
            throws IOException, InterruptedException {
        UUID connection = database("growing");
        for (int i = 0; i < 7; i++) {
            house.execute("growing", "CREATE TABLE extra%d (id int, word text)".formatted(i));
            surveyed(connection);
        }
        house.execute("growing", "DROP TABLE extra0");
        surveyed(connection);

        assertThat(editions().of(connection))
                .extracting(Edition::number)
                .containsExactly(8L, 7L, 6L, 5L, 4L);
        assertThat(editions().insight(current(connection), new TableName("public", "extra0")))
                .isEmpty();
        assertThat(
                        editions()
                                .insight(
                                        editions().edition(connection, 7).orElseThrow(),
                                        new TableName("public", "extra0")))
                .isPresent();
        assertThat(indexed(connection)).isEqualTo(listed(connection));
    }

    @Test
    void aSurveyOfSomeSchemasTakesTheRestFromTheNewestEdition()
            throws IOException, InterruptedException {
        UUID connection = database("parts");
        surveyed(connection);
        house.execute(
                "parts",
                "INSERT INTO stock.item VALUES (1000, 'late'); INSERT INTO invoice VALUES (1000, 1, 1)");

        Survey some =
                house.surveys()
                        .start(
                                new SurveyRequest(
                                        connection,
                                        SurveyMode.FULL,
                                        List.of("stock"),
                                        "a test",
                                        null));
        Survey ended = house.await(some.id(), survey -> !survey.state().active());

        assertThat(ended.tables()).isEqualTo(new Survey.Tables(3, 2, 1, 0));
        assertThat(rows(connection, new TableName("stock", "item"))).isEqualTo(201);
        assertThat(rows(connection, new TableName("public", "invoice"))).isEqualTo(500);
    }

    private static long rows(UUID connection, TableName table) {
        return Objects.requireNonNull(
                        editions()
                                .insight(current(connection), table)
                                .orElseThrow()
                                .profile()
                                .rows())
                .value();
    }

    @Test
    void aLockedAndAForbiddenTableFailAloneAndAreTriedAgainTheNextTime()
            throws IOException, InterruptedException, SQLException {
        UUID connection = database("hurt", ", \"survey\": {\"tableSecondsMax\": 2}");
        house.execute(
                "hurt",
                "CREATE TABLE hidden (id int); REVOKE ALL ON hidden FROM night_reader; CREATE VIEW broken AS SELECT 1 / (id - id) AS x FROM customer; GRANT SELECT ON broken TO night_reader");
        Survey first;
        try (Connection locker = house.store.administrator("hurt").getConnection();
                Statement statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("LOCK TABLE invoice IN ACCESS EXCLUSIVE MODE");
            first = surveyed(connection);
            locker.rollback();
        }

        assertThat(first.tables().failed()).isGreaterThanOrEqualTo(2);
        assertThat(house.send("GET", "/api/v1/jobs/surveys/" + first.id(), "admin", "").text())
                .contains("invoice", "broken");
        surveyed(connection);
        assertThat(rows(connection, new TableName("public", "invoice"))).isEqualTo(500);
    }

    @Test
    void aConnectionHasOneSurveyAtATime() throws IOException, InterruptedException, SQLException {
        UUID connection = database("busy", ", \"survey\": {\"tableSecondsMax\": 20}");
        try (Held _ = new Held("busy")) {
            Survey running = begun(connection);
            house.await(
                    running.id(),
                    survey -> survey.phase().equals("survey") || survey.phase().equals("discover"));

            assertThatExceptionOfType(PipelineException.class)
                    .isThrownBy(() -> begun(connection))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(Code.SURVEY_RUNS);
                        assertThat(refusal.extras())
                                .containsEntry("surveyId", running.id().toString());
                    });
            Survey stopped = house.surveys().stop(running.id());
            assertThat(stopped.id()).isEqualTo(running.id());
            house.await(running.id(), survey -> survey.state() == SurveyState.STOPPED);
        }
    }

    @Test
    void aStoppedSurveyGoesOnAndEndsAsOneThatWasNeverStopped()
            throws IOException, InterruptedException, SQLException {
        UUID connection = database("halted", ", \"survey\": {\"tableSecondsMax\": 20}");
        surveyed(connection);
        String undisturbed = dump(connection);
        UUID survey = stopped(connection, "halted");

        goesOn(survey);
        assertThat(dump(connection)).isEqualTo(undisturbed);
        assertThat(indexed(connection)).isEqualTo(listed(connection));
    }

    @Test
    void aSurveyGoesOnOfWhichSpringBatchKnowsNoExecution()
            throws IOException, InterruptedException, SQLException {
        UUID connection = database("unknown", ", \"survey\": {\"tableSecondsMax\": 20}");
        UUID survey = stopped(connection, "unknown");
        forgetExecutions(survey);

        goesOn(survey);
        assertThat(indexed(connection)).isEqualTo(listed(connection));
    }

    private static void goesOn(UUID survey) {
        house.surveys().restart(survey, null);
        Survey ended = house.await(survey, found -> !found.state().active());
        assertThat(ended.state()).as(ended.message()).isEqualTo(SurveyState.COMPLETED);
    }

    private static UUID stopped(UUID connection, String database) throws SQLException {
        try (Held _ = new Held(database)) {
            UUID survey =
                    house.surveys()
                            .start(
                                    new SurveyRequest(
                                            connection, SurveyMode.FULL, List.of(), "a test", null))
                            .id();
            house.await(
                    survey,
                    found -> found.phase().equals("discover") || found.tables().total() > 0);
            house.surveys().stop(survey);
            house.await(survey, found -> found.state() == SurveyState.STOPPED);
            return survey;
        }
    }

    @Test
    void aLeaseWhoseProcessDiedBeforeItWroteItsSurveyDownStandsInNobodysWay()
            throws IOException, InterruptedException {
        UUID connection = database("unwritten");
        assertThat(house.bean(Leases.class).take(connection, UUID.randomUUID())).isPresent();
        surveyed(connection);
    }

    /** As if its process had died between making the job's instance and its first execution. */
    private static void forgetExecutions(UUID survey) {
        for (String table :
                List.of(
                        "batch_step_execution_context c USING surveyor.batch_step_execution s, surveyor.batch_job_execution_params p WHERE c.step_execution_id = s.step_execution_id AND s.job_execution_id = p.job_execution_id",
                        "batch_step_execution s USING surveyor.batch_job_execution_params p WHERE s.job_execution_id = p.job_execution_id",
                        "batch_job_execution_context c USING surveyor.batch_job_execution_params p WHERE c.job_execution_id = p.job_execution_id")) {
            house.client("surveyor")
                    .sql("DELETE FROM surveyor." + table + " AND p.parameter_value = :survey")
                    .param("survey", survey.toString())
                    .update();
        }
        house.client("surveyor")
                .sql(
                        "DELETE FROM surveyor.batch_job_execution_params WHERE parameter_value = :survey")
                .param("survey", survey.toString())
                .update();
        int executions =
                house.client("surveyor")
                        .sql(
                                """
                                DELETE FROM surveyor.batch_job_execution e
                                 WHERE NOT EXISTS (SELECT FROM surveyor.batch_job_execution_params p
                                                    WHERE p.job_execution_id = e.job_execution_id)
                                """)
                        .update();
        assertThat(executions).isEqualTo(1);
    }

    @Test
    void whatIsPointedAtAnewGetsANewDocumentAndIsNotReadAgain()
            throws IOException, InterruptedException, SQLException {
        UUID connection = database("pointed");
        surveyed(connection);
        house.execute(
                "pointed",
                "CREATE TABLE complaint (id integer PRIMARY KEY, customer_id integer REFERENCES customer)");
        house.execute("pointed", "GRANT SELECT ON complaint TO night_reader");

        Survey survey;
        try (Connection other = house.store.administrator("pointed").getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // Whoever reads it now waits in vain, and would say so.
            statement.execute("LOCK TABLE customer IN ACCESS EXCLUSIVE MODE");
            survey = surveyed(connection);
            other.rollback();
        }

        assertThat(survey.tables().failed()).isZero();
        Insight pointed = editions().insight(current(connection), CUSTOMER).orElseThrow();
        assertThat(pointed.document()).contains("complaint");
        String anew = dump(connection);
        assertThat(house.survey(connection, SurveyMode.FULL).state())
                .isEqualTo(SurveyState.COMPLETED);
        assertThat(dump(connection)).isEqualTo(anew);
    }

    @Test
    void outsideItsWindowASurveyPausesAndGoesOnLater() throws IOException, InterruptedException {
        UUID connection = database("windowed");
        Survey begun =
                house.surveys()
                        .start(
                                new SurveyRequest(
                                        connection,
                                        SurveyMode.INCREMENTAL,
                                        List.of(),
                                        "a test",
                                        Instant.now()));
        house.await(begun.id(), survey -> survey.state() == SurveyState.PAUSED);
        assertThat(editions().current(connection)).isEmpty();

        house.surveys().restart(begun.id(), Instant.now().plusSeconds(600));
        house.await(begun.id(), survey -> survey.state() == SurveyState.COMPLETED);
        assertThat(current(connection).number()).isEqualTo(1);
    }

    @Test
    void aColumnThatBecomesPersonalLosesItsValuesAtOnceInAllEditions()
            throws IOException, InterruptedException {
        UUID connection = database("private");
        surveyed(connection);
        house.execute("private", "INSERT INTO customer VALUES (1000, 'Late', 'City 9', 'active')");
        surveyed(connection);
        UUID id = Insight.id(connection, CUSTOMER);
        String path = "/api/v1/intelligence/" + connection + "/insights/" + id;
        String correction =
                """
                {"version": 0, "description": "Who buys.",
                 "columns": [{"name": "city", "personal": true, "synonyms": ["town"]}]}
                """;

        NightHouse.Answer answer = house.send("PUT", path, "admin", correction);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/version")).isEqualTo("1");
        assertThat(kept(connection)).doesNotContain("City 3").contains("Who buys.");
        assertThat(indexed(connection)).isEqualTo(listed(connection));
        assertThat(house.send("PUT", path, "admin", correction).status()).isEqualTo(409);
        surveyed(connection);
        assertThat(kept(connection)).doesNotContain("City 3");
        assertThat(editions().insight(current(connection), CUSTOMER).orElseThrow().document())
                .contains("town");
    }

    /** Everything that the catalog keeps of a connection, as text. */
    private static String kept(UUID connection) {
        return String.join(
                "\n",
                house.client("surveyor")
                        .sql(
                                """
                                SELECT body FROM surveyor.insight WHERE connection_id = :id
                                UNION ALL SELECT text FROM surveyor.point WHERE connection_id = :id
                                """)
                        .param("id", connection)
                        .query(String.class)
                        .list());
    }

    @Test
    void readersCanBeLedBackToAnEarlierEdition() throws IOException, InterruptedException {
        UUID connection = database("backwards");
        surveyed(connection);
        String first = dump(connection);
        house.execute("backwards", "DROP TABLE stock.item");
        surveyed(connection);
        assertThat(dump(connection)).isNotEqualTo(first);
        String path = "/api/v1/intelligence/" + connection + "/editions/";

        assertThat(house.send("POST", path + "1/publish", "admin", "").at("/number"))
                .isEqualTo("1");
        assertThat(dump(connection)).isEqualTo(first);
        assertThat(house.send("POST", path + "9/publish", "admin", "").status()).isEqualTo(404);
        Survey survey = surveyed(connection);
        assertThat(survey.edition()).isEqualTo(3);
    }

    @Test
    void aDeletedConnectionLeavesNothingBehind() throws IOException, InterruptedException {
        UUID connection = database("leaving");
        UUID survey = surveyed(connection).id();
        assertThat(indexed(connection)).isPositive();
        assertThat(jobsOf(survey)).isPositive();

        house.send("DELETE", "/api/v1/connections/" + connection, "admin", "");
        house.eventually(() ->
                house.client("surveyor")
                                .sql("SELECT count(*) FROM surveyor.connection WHERE id = :id")
                                .param("id", connection)
                                .query(Long.class)
                                .single()
                        == 0);

        assertThat(indexed(connection)).isZero();
        assertThat(listed(connection)).isZero();
        assertThat(jobsOf(survey)).isZero();
    }

    /** What Spring Batch knows of a survey. */
    private static long jobsOf(UUID survey) {
        return house.client("surveyor")
                .sql(
                        "SELECT count(*) FROM surveyor.batch_job_execution_params WHERE parameter_value = :survey")
                .param("survey", survey.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void aPolicyThatNamesWhatIsGoneClosesItsTable() throws IOException, InterruptedException {
        UUID connection = database("policed");
        surveyed(connection);
        NightHouse.Answer saved =
                house.send(
                        "PUT",
                        "/api/v1/connections/" + connection + "/policies",
                        "admin",
                        """
                        {"rules": [{"hiddenColumns": [{"schema": "public", "table": "customer", "column": "city"}]}]}
                        """);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        house.execute("policed", "ALTER TABLE customer RENAME COLUMN city TO town");

        surveyed(connection);

        assertThat(editions().drift(current(connection)).changes())
                .extracting(Drift.Change::kind)
                .contains(Drift.Kind.POLICY_UNFIT);
        assertThat(house.connection(connection).closed()).containsExactly(CUSTOMER);
    }

    @Test
    void aDryRunTellsWhatASurveyWouldReadAndBeginsNone() throws IOException, InterruptedException {
        UUID connection = database("planned");

        NightHouse.Answer forecast =
                house.send(
                        "POST",
                        "/api/v1/jobs/surveys?dryRun=true",
                        "admin",
                        "{\"connectionId\": \"%s\"}".formatted(connection));

        assertThat(forecast.status()).as(forecast.text()).isEqualTo(200);
        assertThat(forecast.at("/anew")).isEqualTo("3");
        assertThat(house.surveys().newest(connection)).isEmpty();
    }

    @Test
    void operatorsWatchAndEndSurveysOverHttp() throws IOException, InterruptedException {
        UUID connection = database("operated");

        NightHouse.Answer begun =
                house.send(
                        "POST",
                        "/api/v1/jobs/surveys",
                        "admin",
                        "{\"connectionId\": \"%s\"}".formatted(connection));

        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        UUID id = UUID.fromString(begun.at("/id"));
        NightHouse.Answer events =
                house.send("GET", "/api/v1/jobs/surveys/" + id + "/events", "admin", "");
        assertThat(events.text()).contains("event:progress", "event:end", "COMPLETED");
        NightHouse.Answer one = house.send("GET", "/api/v1/jobs/surveys/" + id, "admin", "");
        assertThat(one.at("/survey/progress")).isEqualTo("100");
        assertThat(one.text()).contains("\"discover\"", "\"publish\"");
        assertThat(
                        house.send(
                                        "GET",
                                        "/api/v1/jobs/surveys?limit=1&connectionId=" + connection,
                                        "admin",
                                        "")
                                .at("/items/0/id"))
                .isEqualTo(id.toString());
        assertThat(house.send("POST", "/api/v1/jobs/surveys/" + id + "/stop", "admin", "").status())
                .isEqualTo(409);
        assertThat(
                        house.send("GET", "/api/v1/jobs/surveys/" + UUID.randomUUID(), "admin", "")
                                .status())
                .isEqualTo(404);
    }

    private static Survey begun(UUID connection) {
        return house.surveys()
                .start(
                        new SurveyRequest(
                                connection, SurveyMode.INCREMENTAL, List.of(), "a test", null));
    }

    /** A view whose rows come slowly, so that a survey does not end meanwhile. */
    private static final class Held implements AutoCloseable {

        private final String database;

        Held(String database) {
            this.database = database;
            house.execute(
                    database,
                    "CREATE VIEW slow AS SELECT pg_sleep(15)::text AS x; GRANT SELECT ON slow TO night_reader");
        }

        @Override
        public void close() {
            house.execute(database, "DROP VIEW slow");
        }
    }
}
