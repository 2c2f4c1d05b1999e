package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServeIT {

    /** One that the store has to be asked about. */
    private static final String[] KEY = {"X-API-Key", "svy_" + "0".repeat(43)};

    private static final int ASKED_MAX = 200;

    /** Made once and served again and again, as people do. */
    @TempDir static Path data;

    @TempDir Path other;

    @BeforeAll
    static void firstStart() throws Exception {
        try (SurveyorProcess server = SurveyorProcess.serve(data)) {
            server.awaitAnswers();
            assertThat(server.output())
                    .contains("Unpacking PostgreSQL", "Creating the embedded PostgreSQL");
        }
    }

    @Test
    void itAnswersFromItsDatabaseAndLeavesNothingRunning() throws Exception {
        try (SurveyorProcess server = SurveyorProcess.serve(data).awaitAnswers()) {
            HttpResponse<String> health = server.get("/api/v1/system/health");
            assertThat(health.statusCode()).isEqualTo(200);
            JsonNode body = JsonMapper.shared().readTree(health.body());
            assertThat(body.path("status").asString()).isEqualTo("UP");
            assertThat(body.path("dependencies").path("store").path("state").asString())
                    .isEqualTo("UP");

            ProcessHandle postmaster = SurveyorProcess.postmaster(data);
            assertThat(server.terminate()).isEqualTo(143);
            assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void everyAnswerHasARequestIdAndAWellFormedOneIsKept() throws Exception {
        try (SurveyorProcess server = SurveyorProcess.serve(data).awaitAnswers()) {
            assertThat(server.get("/api/v1/system/health", "X-Request-Id", "abc-1").headers().map())
                    .containsEntry("x-request-id", List.of("abc-1"));
            HttpResponse<String> unknown =
                    server.get("/nowhere", "X-Request-Id", "no spaces, please");
            assertThat(unknown.headers().firstValue("x-request-id"))
                    .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.headers().firstValue("content-type"))
                    .hasValue("application/problem+json");
        }
    }

    @Test
    void aKilledProcessTakesItsStoreAlongAndTheNextOneFindsEverything() throws Exception {
        ProcessHandle postmaster;
        try (SurveyorProcess server = SurveyorProcess.serve(data).awaitAnswers()) {
            postmaster = SurveyorProcess.postmaster(data);
            server.handle().destroyForcibly();
            server.exitCode();
        }
        try (SurveyorProcess server = SurveyorProcess.serve(data).awaitAnswers()) {
            assertThat(server.get("/api/v1/system/health").statusCode()).isEqualTo(200);
        }
        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void aSecondSignalDoesNotWaitForAnswersUnderWay() throws Exception {
        try (SurveyorProcess server = SurveyorProcess.serve(data).awaitAnswers()) {
            assertThat(server.get("/api/v1/system/health").statusCode()).isEqualTo(200);
            ProcessHandle postmaster = SurveyorProcess.postmaster(data);
            List<ProcessHandle> store =
                    Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
            signal("STOP", store);
            try {
                CompletableFuture<?> hanging =
                        CompletableFuture.runAsync(() -> getQuietly(server, "/api/v1/auth/me"));
                server.handle().destroy();
                server.awaitLine("Stopping");
                assertThat(hanging).isNotDone();
                assertThat(refusedAsItStops(server)).contains("\"code\":\"stopping\"");
                assertThat(server.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
                server.handle().destroy();
                assertThat(server.handle().onExit()).succeedsWithin(Duration.ofSeconds(10));
                assertThat(server.exitCode()).isEqualTo(143);
            } finally {
                signal("CONT", store);
            }
            assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(40));
        }
    }

    /** From a moment after it says so it takes nothing in any more. */
    private static String refusedAsItStops(SurveyorProcess server) throws Exception {
        HttpResponse<String> answer = server.get("/nowhere");
        for (int i = 0; i < ASKED_MAX && answer.statusCode() != 503; i++) {
            answer = server.get("/nowhere");
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        return answer.body();
    }

    private static String[] concat(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    private static void getQuietly(SurveyorProcess server, String path) {
        try {
            server.get(path, KEY);
        } catch (IOException expected) {
            // The server ends while it is asked: that is the test.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String name, List<ProcessHandle> processes)
            throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            Process kill =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFolderInUseIsRefusedAndItsUserNamed() throws Exception {
        try (SurveyorProcess first = SurveyorProcess.serve(data).awaitAnswers();
                SurveyorProcess second = SurveyorProcess.serve(data)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().strip())
                    .hasLineCount(1)
                    .contains("is in use by another Surveyor at http://127.0.0.1:" + first.port());
        }
    }

    @Test
    void aTakenPortIsToldInOneSentenceAndNothingIsMade() throws Exception {
        try (SurveyorProcess first = SurveyorProcess.serve(data).awaitAnswers();
                SurveyorProcess second =
                        SurveyorProcess.start(
                                Map.of(),
                                "serve",
                                "--port",
                                Integer.toString(first.port()),
                                "--data",
                                other.resolve("new").toString())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().strip()).hasLineCount(1).contains("is taken");
            assertThat(other.resolve("new")).doesNotExist();
        }
    }

    @Test
    void aBrokenConfigurationIsToldWholeAndNothingIsMade() throws Exception {
        try (SurveyorProcess server =
                SurveyorProcess.start(
                        Map.of("SURVEYOR_LOG_LEVEL", "loud"),
                        "serve",
                        "--port",
                        "zero",
                        "--data",
                        other.resolve("new").toString(),
                        "--set",
                        "surveyor.catalog.pool-size=0")) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.output())
                    .contains(
                            "surveyor.http.port must be a whole number",
                            "surveyor.log.level must be one of",
                            "surveyor.catalog.pool-size must be greater than or equal to 2")
                    .doesNotContain("Exception", "\tat ");
            assertThat(other.resolve("new")).doesNotExist();
        }
    }

    @Test
    void aSettingsFileThatIsNoYamlIsToldWithItsLine() throws Exception {
        Path file = Files.writeString(other.resolve("surveyor.yaml"), "surveyor:\n  http: [\n");
        try (SurveyorProcess server = SurveyorProcess.serve(data, "--config", file.toString())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.output())
                    .contains("The settings file cannot be read", "line 3")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void anOperatorsPostgresIsUsedAndNoneIsStarted() throws Exception {
        try (EmbeddedStore operators = EmbeddedStore.start(other, 0, step -> {})) {
            operators.awaitReady();
            Path own = other.resolve("own");
            Path file =
                    Files.writeString(
                            other.resolve("surveyor.yaml"),
                            """
                            surveyor:
                              catalog:
                                url: %s
                                username: %s
                                password: %s
                            """
                                    .formatted(
                                            operators.settings().get("surveyor.catalog.url"),
                                            operators.settings().get("surveyor.catalog.username"),
                                            operators.settings().get("surveyor.catalog.password")));
            try (SurveyorProcess server =
                    SurveyorProcess.serve(own, "--config", file.toString()).awaitAnswers()) {
                assertThat(server.get("/api/v1/system/health").statusCode()).isEqualTo(200);
                assertThat(own.resolve("postgres")).doesNotExist();
            }
        }
    }

    @Test
    void anUnreachableCatalogIsToldInOneSentence() throws Exception {
        int nobody = SurveyorProcess.freePort();
        try (SurveyorProcess server =
                SurveyorProcess.serve(
                        other,
                        "--set",
                        "surveyor.catalog.url=jdbc:postgresql://127.0.0.1:"
                                + nobody
                                + "/catalog")) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.output())
                    .contains("check surveyor.catalog.url, username and password")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void inProductionEveryLogLineIsJsonWithTheRequestsId() throws Exception {
        try (SurveyorProcess server =
                SurveyorProcess.serve(data, "--profile", "production")
                        .awaitLine("Surveyor answers at")) {
            ProcessHandle postmaster = SurveyorProcess.postmaster(data);
            postmaster.destroyForcibly();
            assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(
                            server.get("/api/v1/auth/me", concat(KEY, "X-Request-Id", "r-7"))
                                    .statusCode())
                    .isEqualTo(503);
            server.awaitLine("r-7");
            String line =
                    server.output()
                            .lines()
                            .filter(text -> text.contains("r-7"))
                            .findFirst()
                            .orElseThrow();
            JsonNode json = JsonMapper.shared().readTree(line);
            assertThat(json.path("request").asString()).isEqualTo("r-7");
            assertThat(json.path("message").asString()).startsWith("The store does not answer");
            assertThat(json.path("level").asString()).isEqualTo("WARN");
        }
    }
}
