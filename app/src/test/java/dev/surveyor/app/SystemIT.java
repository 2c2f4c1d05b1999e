package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole house with an index that never answers and a model that is not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemIT {

    private static final String PASSWORD = "correct horse staple battery";
    private static final String SCRAPE_KEY = "a key for metrics alone, long enough";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable ServerSocket silent;
    private @Nullable EmbeddedStore store;
    private @Nullable ConfigurableApplicationContext context;
    private String root = "";

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        store = EmbeddedStore.start(data, 0, step -> {});
        Map<String, String> settings = new LinkedHashMap<>(store.settings());
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("surveyor.data.folder", data.toString());
        settings.put("surveyor.catalog.sealing-keys-file", data.resolve("keys").toString());
        settings.put("surveyor.access.admin-password", PASSWORD);
        settings.put("surveyor.access.scrape-key", SCRAPE_KEY);
        settings.put("surveyor.access.limits-enabled", "false");
        settings.put("surveyor.embeddings.index", "qdrant");
        settings.put("surveyor.embeddings.qdrant-url", "http://127.0.0.1:" + silent.getLocalPort());
        settings.put("surveyor.embeddings.qdrant-timeout", "5s");
        settings.put("surveyor.llm.provider", "openai");
        settings.put("surveyor.llm.model", "nobody");
        settings.put("surveyor.llm.base-url", "http://127.0.0.1:" + SurveyorProcess.freePort());
        context =
                new SpringApplicationBuilder(SurveyorApplication.class)
                        .bannerMode(Banner.Mode.OFF)
                        .run(
                                settings.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
        root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    void stop() throws IOException {
        Optional.ofNullable(context).ifPresent(ConfigurableApplicationContext::close);
        Optional.ofNullable(store).ifPresent(EmbeddedStore::close);
        if (silent != null) {
            silent.close();
        }
    }

    @Test
    @Order(1)
    void indexAndModelAwayIsDegradedAndTheHangingOneHoldsNobodyUp() throws Exception {
        JsonNode health = awaitHealth("index", "DOWN");
        assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
        assertThat(state(health, "store")).isEqualTo("UP");
        assertThat(state(health, "model")).isEqualTo("DOWN");
        assertThat(state(health, "disk")).isIn("UP", "DEGRADED");
        assertThat(state(health, "schedules")).isEqualTo("UP");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void strangersSeeStatesOnlyAndOperatorsWhatToDo() throws Exception {
        awaitHealth("index", "DOWN");
        assertThat(get("/api/v1/system/health").body()).doesNotContain("sentence", "127.0.0.1");
        assertThat(get("/actuator/health").body()).doesNotContain("components", "details");
        JsonNode told = json(get("/api/v1/system/health", "Authorization", "Bearer " + admin()));
        assertThat(told.path("dependencies").size()).isEqualTo(5);
        told.path("dependencies")
                .propertyStream()
                .forEach(each ->
                        assertThat(each.getValue().path("sentence").asString())
                                .as(each.getKey())
                                .isNotBlank());
    }

    @Test
    @Order(3)
    void statsAreForThoseWhoMayReadMetrics() throws Exception {
        assertThat(get("/api/v1/system/stats").statusCode()).isEqualTo(401);
        HttpResponse<String> answer =
                get("/api/v1/system/stats", "Authorization", "Bearer " + admin());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode stats = json(answer);
        assertThat(stats.path("users").asInt()).isEqualTo(1);
        assertThat(stats.path("connections").asInt()).isZero();
        assertThat(stats.path("editions").path("served").asInt()).isZero();
        assertThat(stats.path("surveys").path("running").asInt()).isZero();
        assertThat(stats.path("questions").path("total").asInt()).isZero();
        assertThat(stats.path("bytes").path("store").asLong()).isPositive();
        assertThat(stats.path("bytes").path("dataFolder").asLong()).isPositive();
        assertThat(stats.path("bytes").path("index").isNull()).isTrue();
        assertThat(stats.path("version").asString()).isNotBlank();
    }

    @Test
    @Order(4)
    void metricsTellEachDependencyAndBeginAtZero() throws Exception {
        awaitHealth("index", "DOWN");
        String metrics =
                get("/actuator/prometheus", "Authorization", "Bearer " + SCRAPE_KEY).body();
        assertThat(metrics)
                .contains(
                        "surveyor_dependency_up{dependency=\"store\"} 1.0",
                        "surveyor_dependency_up{dependency=\"index\"} 0.0",
                        "surveyor_dependency_up{dependency=\"model\"} 0.0",
                        "surveyor_dependency_up{dependency=\"schedules\"} 1.0",
                        "surveyor_disk_free_bytes ",
                        "surveyor_disk_total_bytes ",
                        "surveyor_llm_circuit_open 0.0",
                        "surveyor_schedules_running ",
                        "surveyor_schedules_paused 0.0",
                        "surveyor_sessions_max ",
                        "surveyor_survey_leases_expired 0.0",
                        "surveyor_survey_lease_expired_seconds 0.0",
                        "surveyor_survey_duration_seconds_count{outcome=\"failed\"} 0",
                        "surveyor_questions_seconds_count{engine=\"none\",outcome=\"failure\"} 0",
                        "surveyor_questions_refusals_total{rule=\"function\"} 0.0",
                        "surveyor_schedules_runs_total{outcome=\"failed\"} 0.0",
                        "hikaricp_connections_pending{pool=\"catalog\"} 0.0",
                        "hikaricp_connections_max{pool=\"catalog-query\"} 10.0");
    }

    @Test
    @Order(5)
    void aStoreThatIsAwayIsDownButTheProcessLives() throws Exception {
        Objects.requireNonNull(store).close();
        store = null;
        JsonNode health = awaitHealth("store", "DOWN");
        assertThat(health.path("status").asString()).isEqualTo("DOWN");
        assertThat(get("/api/v1/system/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    /** Asks until it is so; no answer may take longer than a look is waited for. */
    private JsonNode awaitHealth(String dependency, String state) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        JsonNode health;
        do {
            long begun = System.nanoTime();
            health = json(get("/api/v1/system/health"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(4));
        } while (!state(health, dependency).equals(state) && System.nanoTime() < deadline);
        assertThat(state(health, dependency)).as(health.toString()).isEqualTo(state);
        return health;
    }

    private static String state(JsonNode health, String dependency) {
        return health.path("dependencies").path(dependency).path("state").asString("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String admin() throws Exception {
        HttpResponse<String> in =
                client.send(
                        HttpRequest.newBuilder(URI.create(root + "/api/v1/auth/login"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"username\": \"admin\", \"password\": \"%s\"}"
                                                        .formatted(PASSWORD)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        return json(in).path("accessToken").asString();
    }

    private HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
