package dev.surveyor.pipeline;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.ConnectionsConfiguration;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import dev.surveyor.embeddings.EmbeddingsConfiguration;
import dev.surveyor.llm.LlmConfiguration;
import dev.surveyor.scripted.ScriptedModel;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The modules of the night, a real store, the demo shop beside it, answering over HTTP. */
public final class NightHouse {

    static final String MODEL = "qwen2.5:3b";

    private static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static @Nullable NightHouse open;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        CatalogConfiguration.class,
        AccessConfiguration.class,
        ConnectionsConfiguration.class,
        EmbeddingsConfiguration.class,
        LlmConfiguration.class,
        PipelineConfiguration.class
    })
    static class Rooms {}

    /** An answer. */
    public record Answer(int status, JsonNode body, String text) {

        /** The text of a field, such as {@code /status/state}. */
        public String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    /** Says what a test lets it say; answers nobody before. */
    final ScriptedModel model = ScriptedModel.start();

    final EmbeddedStore store;
    final ConfigurableApplicationContext context;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, String> tokens = new HashMap<>();
    private @Nullable LoadedShop shop;

    private NightHouse(EmbeddedStore store, Path folder) {
        this.store = store;
        this.folder = folder;
        Map<String, String> properties = new HashMap<>(store.settings());
        properties.put("surveyor.data.folder", folder.toString());
        properties.put(
                "surveyor.catalog.sealing-keys-file", folder.resolve("sealing.keys").toString());
        properties.put("surveyor.access.admin-password", PASSWORD);
        properties.put("surveyor.access.password-cost", "10");
        properties.put("surveyor.access.limits-enabled", "false");
        properties.put("surveyor.survey.lease", "3s");
        properties.put("surveyor.llm.provider", "ollama");
        properties.put("surveyor.llm.base-url", model.ollamaUrl());
        properties.put("surveyor.llm.model", MODEL);
        properties.put("spring.batch.job.enabled", "false");
        properties.put("spring.batch.jdbc.initialize-schema", "never");
        properties.put("spring.batch.jdbc.isolation-level-for-create", "read_committed");
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
        url =
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The one house of all tests; closed when they are over. */
    static synchronized NightHouse shared() throws IOException {
        NightHouse house = open;
        if (house == null) {
            Path folder = Files.createTempDirectory("surveyor-night");
            EmbeddedStore store = EmbeddedStore.start(folder, 0, text -> {});
            store.awaitReady();
            house = new NightHouse(store, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            open = house;
        }
        return house;
    }

    private void close() {
        context.close();
        http.close();
        model.close();
        store.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Surveys surveys() {
        return context.getBean(Surveys.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As the server's superuser. */
    void execute(String database, String statements) {
        client(database).sql(statements).update();
    }

    JdbcClient client(String database) {
        return JdbcClient.create(store.administrator(database));
    }

    /** A connection of the administrator to a new, empty database of this name. */
    UUID connectionToNew(String database, String more) throws IOException, InterruptedException {
        execute("postgres", "CREATE DATABASE " + database);
        execute(
                "postgres",
                "DO $$ BEGIN CREATE ROLE night_reader LOGIN PASSWORD 'reads'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        execute(database, "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO night_reader");
        return connection(database, database, "night_reader", "reads", more);
    }

    /** A connection of the administrator to the shop. */
    UUID connectionToShop(String name) throws IOException, InterruptedException {
        LoadedShop loaded = shop;
        if (loaded == null) {
            loaded = DemoShop.load(store::administrator, text -> {});
            shop = loaded;
        }
        return connection(name, DemoShop.DATABASE, DemoShop.READER, loaded.password(), "");
    }

    private UUID connection(String name, String database, String user, String password, String more)
            throws IOException, InterruptedException {
        Answer answer =
                send(
                        "POST",
                        "/api/v1/connections",
                        "admin",
                        """
                        {"name": "%s", "kind": "postgresql", "host": "127.0.0.1", "port": %d, "database": "%s",
                         "username": "%s", "password": "%s"%s}
                        """
                                .formatted(name, store.port(), database, user, password, more));
        if (answer.status() != 201) {
            throw new IOException(answer.text());
        }
        return UUID.fromString(answer.at("/id"));
    }

    /** Waits until a survey is as it should be, not longer than a test may take. */
    Survey await(UUID survey, Predicate<Survey> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Survey found = surveys().byId(survey).orElseThrow();
            if (wanted.test(found)) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came to that: " + found);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Waits until something is so, not longer than a test may take. */
    void eventually(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came to that");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    Connection connection(UUID id) {
        return bean(Connections.class).byId(id).orElseThrow();
    }

    /** Surveys a connection to the end. */
    Survey survey(UUID connection, SurveyMode mode) {
        Survey begun =
                surveys().start(new SurveyRequest(connection, mode, List.of(), "a test", null));
        return await(begun.id(), survey -> !survey.state().active());
    }

    Answer send(String method, String path, String user, String body)
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
                answer.body().startsWith("{")
                        ? JSON.readTree(answer.body())
                        : JSON.createObjectNode();
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
