package dev.surveyor.query;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.access.Beat;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.connections.ConnectionsConfiguration;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * This module, those below it and a real store, answering over HTTP. Nothing of this module comes
 * round by itself: tests do it when they want it.
 */
public final class QueryHouse {

    private static final String PASSWORD = "correct horse battery";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static @Nullable QueryHouse open;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        CatalogConfiguration.class,
        AccessConfiguration.class,
        ConnectionsConfiguration.class,
        EmbeddingsConfiguration.class,
        LlmConfiguration.class,
        QueryConfiguration.class
    })
    static class Rooms {}

    /** What came back. */
    public record Reply(int status, JsonNode body, String text) {

        /** The text of a field, such as {@code /items/0/title}. */
        public String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    /** Somebody who is logged in. */
    public record Person(UUID id, String token) {}

    private final EmbeddedStore store;
    private final ScriptedModel model = ScriptedModel.start();
    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    private QueryHouse(EmbeddedStore store, Path folder) {
        this.store = store;
        this.folder = folder;
        Map<String, String> properties = new HashMap<>(store.settings());
        properties.put("surveyor.data.folder", folder.toString());
        properties.put(
                "surveyor.catalog.sealing-keys-file", folder.resolve("sealing.keys").toString());
        properties.put("surveyor.embeddings.folder", folder.resolve("embeddings").toString());
        properties.put("surveyor.llm.provider", "openai");
        properties.put("surveyor.llm.model", "scripted");
        properties.put("surveyor.llm.base-url", model.v1Url());
        properties.put("surveyor.llm.retries", "0");
        properties.put("surveyor.connections.folder", folder.toString());
        properties.put("surveyor.access.admin-password", PASSWORD);
        properties.put("surveyor.access.password-cost", "10");
        properties.put("surveyor.access.limits-enabled", "false");
        properties.put("logging.level.root", "warn");
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
                .filter(beat -> beat.getClass().getName().startsWith("dev.surveyor.query."))
                .forEach(Beat::stop);
        url =
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The one house of all tests; closed when they are over. */
    public static synchronized QueryHouse shared() throws IOException {
        QueryHouse house = open;
        if (house == null) {
            Path folder = Files.createTempDirectory("surveyor-query");
            EmbeddedStore store = EmbeddedStore.start(folder, 0, text -> {});
            store.awaitReady();
            house = new QueryHouse(store, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            open = house;
        }
        return house;
    }

    private void close() {
        context.close();
        http.close();
        store.close();
        model.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the language model says. */
    public ScriptedModel model() {
        return model;
    }

    public String url() {
        return url;
    }

    public HttpClient http() {
        return http;
    }

    /** A database file that is connected, with this as its newest edition. */
    public UUID surveyed(String name, Person owner, EditionContent content, String... statements)
            throws IOException, InterruptedException {
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name + ".db"));
                Statement statement = file.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        UUID id =
                connect(
                        owner,
                        "{\"name\": \"%s\", \"kind\": \"sqlite\", \"file\": \"%s.db\"}"
                                .formatted(name, name));
        publish(id, content);
        return id;
    }

    /** A database on the store's own server that is connected, with this as its newest edition. */
    public UUID surveyedOnServer(
            String name, Person owner, EditionContent content, String... statements)
            throws IOException, InterruptedException {
        try {
            execute(
                    "postgres",
                    "CREATE DATABASE " + name,
                    "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, name));
            execute(name, statements);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        UUID id =
                connect(
                        owner,
                        """
                        {"name": "%1$s", "kind": "postgresql", "host": "127.0.0.1", "port": %2$d, "database": "%1$s",
                         "username": "%1$s", "password": "%1$s"}
                        """
                                .formatted(name, store.port()));
        publish(id, content);
        return id;
    }

    /** As the server's administrator. */
    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A session of the server's administrator. */
    public Connection administrator(String database) throws SQLException {
        return store.administrator(database).getConnection();
    }

    private void publish(UUID connection, EditionContent content) {
        UUID edition = UUID.randomUUID();
        catalog()
                .sql(
                        """
                        INSERT INTO edition (id, connection_id, number, current, survey_id, surveyed_at, dialect, server,
                                             database, schemas, tables, model, inputs, drift, relations)
                        VALUES (:id, :connection, 1, true, :id, now(), :dialect, 'test', 'test', :schemas, 1, '', '', '', '')
                        """)
                .param("id", edition)
                .param("connection", connection)
                .param("dialect", content.edition().dialect())
                .param("schemas", InsightText.ofSchemas(content.edition().schemas()))
                .update();
        for (Insight insight : content.insights()) {
            UUID id = UUID.randomUUID();
            catalog()
                    .sql(
                            """
                            INSERT INTO insight (id, connection_id, schema, name, kind, columns, body)
                            VALUES (:id, :connection, :schema, :name, 'TABLE', 1, :body)
                            """)
                    .param("id", id)
                    .param("connection", connection)
                    .param("schema", insight.name().schema())
                    .param("name", insight.name().name())
                    .param("body", InsightText.of(insight))
                    .update();
            catalog()
                    .sql(
                            """
                            INSERT INTO edition_insight (edition_id, table_id, insight_id, schema, name, structure_mark, inputs)
                            VALUES (:edition, :id, :id, :schema, :name, '', '')
                            """)
                    .param("edition", edition)
                    .param("id", id)
                    .param("schema", insight.name().schema())
                    .param("name", insight.name().name())
                    .update();
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The catalog, as its writer. */
    public JdbcClient catalog() {
        return bean(JdbcClient.class);
    }

    /** Makes somebody, where there is none of this name yet. */
    public Person person(String name, String role) throws IOException, InterruptedException {
        Person known = people.get(name);
        if (known == null) {
            if (!name.equals("admin")) {
                send(
                        "POST",
                        "/api/v1/users",
                        person("admin", "ADMIN"),
                        "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\",\"role\":\"%s\"}"
                                .formatted(name, name, PASSWORD, role));
            }
            known = logIn(name);
            people.put(name, known);
        }
        return known;
    }

    private Person logIn(String name) throws IOException, InterruptedException {
        Reply reply =
                send(
                        "POST",
                        "/api/v1/auth/login",
                        null,
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD));
        return new Person(
                catalog()
                        .sql("SELECT id FROM app_user WHERE username = :name")
                        .param("name", name)
                        .query(UUID.class)
                        .single(),
                reply.at("/accessToken"));
    }

    /** A connection to a server that is not there. */
    public UUID connection(String name, Person owner) throws IOException, InterruptedException {
        return connect(
                owner,
                """
                {"name": "%s", "kind": "postgresql", "host": "127.0.0.1", "port": 9, "database": "nowhere",
                 "username": "nobody", "password": "none"}
                """
                        .formatted(name));
    }

    private UUID connect(Person owner, String body) throws IOException, InterruptedException {
        Reply reply = send("POST", "/api/v1/connections", owner, body);
        if (reply.status() != 201) {
            throw new IOException(reply.text());
        }
        return UUID.fromString(reply.at("/id"));
    }

    public Reply get(String path, Person asker) throws IOException, InterruptedException {
        return send("GET", path, asker, "");
    }

    public Reply send(String method, String path, @Nullable Person asker, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (asker != null) {
            request.header("Authorization", "Bearer " + asker.token());
        }
        HttpResponse<String> reply = http.send(request.build(), BodyHandlers.ofString());
        JsonNode node =
                reply.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(reply.body());
        return new Reply(reply.statusCode(), node, reply.body());
    }
}
