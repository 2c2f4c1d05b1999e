package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code surveyor guard} on a connection of a server that runs. */
@TestInstance(Lifecycle.PER_CLASS)
class GuardIT {

    private static final String PASSWORD = "who guards the guards";

    private @Nullable SurveyorProcess server;
    private String root = "";
    private String key = "";

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        Path notes = Files.createDirectories(data.resolve("files")).resolve("notes.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + notes);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, author TEXT, said TEXT)");
        }
        SurveyorProcess started =
                SurveyorProcess.serve(
                                data,
                                "--set",
                                "surveyor.access.admin-password=" + PASSWORD,
                                "--set",
                                "surveyor.access.password-cost=10")
                        .awaitAnswers();
        server = started;
        root = "http://127.0.0.1:" + started.port();
        String token =
                post("/api/v1/auth/login", "", Map.of("username", "admin", "password", PASSWORD))
                        .path("accessToken")
                        .asString("");
        key =
                post(
                                "/api/v1/api-keys",
                                token,
                                Map.of(
                                        "name", "guard",
                                        "scopes", List.of("connections:read"),
                                        "expires", Instant.now().plusSeconds(600).toString()))
                        .path("key")
                        .asString("");
        String id =
                post(
                                "/api/v1/connections",
                                token,
                                Map.of("name", "Notes", "kind", "sqlite", "file", "notes.db"))
                        .path("id")
                        .asString("");
        send(
                "PUT",
                "/api/v1/connections/" + id + "/policies",
                token,
                Map.of(
                        "rules",
                        List.of(
                                Map.of(
                                        "hiddenColumns",
                                        List.of(
                                                Map.of(
                                                        "schema", "main",
                                                        "table", "note",
                                                        "column", "said"))))));
        post(
                "/api/v1/connections",
                token,
                Map.of("name", "Other Notes", "kind", "sqlite", "file", "notes.db"));
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(server).ifPresent(SurveyorProcess::close);
    }

    private JsonNode post(String path, String token, Map<String, ?> body) throws Exception {
        return send("POST", path, token, body);
    }

    private JsonNode send(String method, String path, String token, Map<String, ?> body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(root + path))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", "Bearer " + token)
                                    .method(
                                            method,
                                            HttpRequest.BodyPublishers.ofString(
                                                    JsonMapper.shared().writeValueAsString(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    private SurveyorProcess guard(String apiKey, String sql, String connection, String at) {
        return SurveyorProcess.start(
                apiKey.isEmpty() ? Map.of() : Map.of("SURVEYOR_API_KEY", apiKey),
                "guard",
                sql,
                "--connection",
                connection,
                "--server",
                at);
    }

    @Test
    void whatMayRunIsPrintedAsItWouldRun() throws Exception {
        try (SurveyorProcess guard = guard(key, "select author from note", "Notes", root)) {
            guard.awaitLine("accepted, runs as:").awaitLine("author").awaitLine("reads: main.note");
            assertThat(guard.exitCode()).isZero();
        }
    }

    @Test
    void whatMayNotIsToldWithRulePlaceAndWayOut() throws Exception {
        try (SurveyorProcess guard = guard(key, " DELETE FROM note", "Notes", root)) {
            guard.awaitLine("refused by the rule not-a-query: ")
                    .awaitLine("  at character 2: ")
                    .awaitLine("allowed: SELECT, VALUES and WITH");
            assertThat(guard.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void thePoliciesOfTheConnectionCount() throws Exception {
        try (SurveyorProcess guard = guard(key, "SELECT said FROM note", "Notes", root)) {
            guard.awaitLine("refused by the rule ").awaitLine("allowed: ");
            assertThat(guard.exitCode()).isEqualTo(1);
            assertThat(guard.output()).contains("said");
        }
        try (SurveyorProcess guard = guard(key, "SELECT said FROM note", "Other Notes", root)) {
            guard.awaitLine("accepted, runs as:");
            assertThat(guard.exitCode()).isZero();
        }
    }

    @Test
    void aNameThatNoConnectionHasInFullIsTold() throws Exception {
        try (SurveyorProcess guard = guard(key, "SELECT 1", "Note", root)) {
            guard.awaitLine("surveyor: You have no connection called 'Note'.");
            assertThat(guard.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void withoutAKeyItIsToldHowToMakeOne() throws Exception {
        try (SurveyorProcess guard = guard("", "SELECT 1", "Notes", root)) {
            guard.awaitLine("surveyor: SURVEYOR_API_KEY must hold an API key");
            assertThat(guard.exitCode()).isEqualTo(1);
            assertThat(guard.output()).contains("/api/v1/api-keys");
        }
    }

    @Test
    void aKeyThatIsNoneIsToldInTheServersWords() throws Exception {
        try (SurveyorProcess guard = guard("svy_nobody", "SELECT 1", "Notes", root)) {
            guard.awaitLine("surveyor: ");
            assertThat(guard.exitCode()).isEqualTo(1);
            assertThat(guard.output())
                    .contains("key")
                    .doesNotContain("svy_nobody", "No Surveyor answers");
        }
    }

    @Test
    void whereNobodyServesItIsToldToStartTheServer() throws Exception {
        String nobody = "http://127.0.0.1:" + SurveyorProcess.freePort();
        try (SurveyorProcess guard = guard(key, "SELECT 1", "Notes", nobody)) {
            guard.awaitLine(nobody + ": start it with 'surveyor serve'");
            assertThat(guard.exitCode()).isEqualTo(1);
        }
    }
}
