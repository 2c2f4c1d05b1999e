package dev.surveyor.schedules;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.access.Beat;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.connections.ConnectionsConfiguration;
import dev.surveyor.embeddings.EmbeddingsConfiguration;
import dev.surveyor.llm.LlmConfiguration;
import dev.surveyor.pipeline.PipelineConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The modules below this one and a real store, answering over HTTP. Nothing of this module comes
 * round by itself: tests do it when they want it.
 */
public final class ScheduleHouse {

    private static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static @Nullable ScheduleHouse open;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        CatalogConfiguration.class,
        AccessConfiguration.class,
        ConnectionsConfiguration.class,
        EmbeddingsConfiguration.class,
        LlmConfiguration.class,
        PipelineConfiguration.class,
        SchedulesConfiguration.class
    })
    static class Rooms {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    /** An answer. */
    public record Answer(int status, JsonNode body, String text) {

        /** The text of a field, such as {@code /status/state}. */
        public String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    private final EmbeddedStore store;
    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, String> tokens = new HashMap<>();

    private ScheduleHouse(EmbeddedStore store, Path folder) {
        this.store = store;
        this.folder = folder;
        Map<String, String> properties = new HashMap<>(store.settings());
        properties.put("surveyor.data.folder", folder.toString());
        properties.put(
                "surveyor.catalog.sealing-keys-file", folder.resolve("sealing.keys").toString());
        properties.put("surveyor.access.admin-password", PASSWORD);
        properties.put("surveyor.access.password-cost", "10");
        properties.put("surveyor.access.limits-enabled", "false");
        properties.put("surveyor.survey.patience", "1s");
        properties.put("surveyor.schedules.time-zone", "Europe/Berlin");
        properties.put("spring.batch.job.enabled", "false");
        properties.put("spring.batch.jdbc.initialize-schema", "never");
        properties.put("spring.batch.jdbc.isolation-level-for-create", "read_committed");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.org.springframework.batch", "off");
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        context =
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.SERVLET)
                        .bannerMode(Banner.Mode.OFF)
                        .run(
                                properties.entrySet().stream()
                                        .map(entry ->
                                                "--" + entry.getKey() + "=" + entry.getValue())
                                        .toArray(String[]::new));
        context.getBeansOfType(Beat.class).values().stream()
                .filter(beat -> beat.getClass().getName().startsWith("dev.surveyor.schedules."))
                .forEach(Beat::stop);
        url =
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The one house of all tests; closed when they are over. */
    public static synchronized ScheduleHouse shared() throws IOException {
        ScheduleHouse house = open;
        if (house == null) {
            Path folder = Files.createTempDirectory("surveyor-schedules");
            EmbeddedStore store = EmbeddedStore.start(folder, 0, text -> {});
            store.awaitReady();
            house = new ScheduleHouse(store, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            open = house;
        }
        return house;
    }

    private void close() {
        context.close();
        http.close();
        store.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The catalog, as its writer. */
    public JdbcClient catalog() {
        return bean(JdbcClient.class);
    }

    /** A connection to a server that is not there. */
    public UUID connection(String name, String owner) throws IOException, InterruptedException {
        Answer answer =
                send(
                        "POST",
                        "/api/v1/connections",
                        owner,
                        """
                        {"name": "%s", "kind": "postgresql", "host": "127.0.0.1", "port": 9, "database": "nowhere",
                         "username": "nobody", "password": "none"}
                        """
                                .formatted(name));
        if (answer.status() != 201) {
            throw new IOException(answer.text());
        }
        return UUID.fromString(answer.at("/id"));
    }

    /** Makes somebody. */
    public void register(String name, String role) throws IOException, InterruptedException {
        send(
                "POST",
                "/api/v1/users",
                "admin",
                "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\",\"role\":\"%s\"}"
                        .formatted(name, name, PASSWORD, role));
    }

    /** Waits for what another thread does, not longer than a test may take. */
    public static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came to that");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    public Answer send(String method, String path, String user, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token(user))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        JsonNode node =
                answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        return new Answer(answer.statusCode(), node, answer.body());
    }

    private String token(String user) throws IOException, InterruptedException {
        String known = tokens.get(user);
        if (known == null) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url + "/api/v1/auth/login"))
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"username\":\"%s\",\"password\":\"%s\"}"
                                                            .formatted(user, PASSWORD)))
                                    .build(),
                            BodyHandlers.ofString());
            known = JSON.readTree(answer.body()).path("accessToken").asString();
            tokens.put(user, known);
        }
        return known;
    }
}
