package dev.surveyor.connections;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.connections.reach.ScriptedNames;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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

/** The modules below this one and a real store, answering over HTTP as they do for people. */
public final class House {

    static final String PASSWORD = "correct horse battery";

    /** For whoever connects to something that says nothing. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private static @Nullable House open;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A module that keeps something of each connection. */
    static final class Keeper implements ConnectionRemoval {

        final AtomicBoolean fails = new AtomicBoolean();
        final List<UUID> removed = new CopyOnWriteArrayList<>();

        @Override
        public void remove(UUID connection) {
            if (fails.get()) {
                throw new IllegalStateException("the disk is full");
            }
            removed.add(connection);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        CatalogConfiguration.class,
        AccessConfiguration.class,
        ConnectionsConfiguration.class,
        ScriptedNames.class
    })
    static class Rooms {

        @Bean
        Keeper keeper() {
            return new Keeper();
        }
    }

    /** An answer. */
    record Answer(int status, JsonNode body, String text) {

        /** The text of a field, such as {@code /status/state}. */
        String at(String pointer) {
            return body.at(pointer).asString("");
        }

        /** The field that the first of a refusal's errors is about. */
        String field() {
            return at("/errors/0/field");
        }
    }

    /** Somebody who is logged in. */
    public record Person(UUID id, String name, String token) {}

    public final EmbeddedStore store;
    public final ConfigurableApplicationContext context;
    final Path folder;
    final Map<String, String> properties = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    private House(EmbeddedStore store, Path folder) {
        this.store = store;
        this.folder = folder;
        properties.putAll(store.settings());
        properties.put(
                "surveyor.catalog.sealing-keys-file", folder.resolve("sealing.keys").toString());
        properties.put("surveyor.connections.folder", folder.resolve("files").toString());
        properties.put("surveyor.connections.session-wait", "200ms");
        properties.put("surveyor.connections.connect-timeout", CONNECT_TIMEOUT.toSeconds() + "s");
        properties.put("surveyor.access.admin-password", PASSWORD);
        properties.put("surveyor.access.password-cost", "10");
        properties.put("surveyor.access.limits-enabled", "false");
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        context =
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.SERVLET)
                        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                        .run(
                                properties.entrySet().stream()
                                        .map(entry ->
                                                "--" + entry.getKey() + "=" + entry.getValue())
                                        .toArray(String[]::new));
        url =
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The one house of all tests, with a shop beside it; closed when they are over. */
    public static synchronized House shared() throws IOException {
        if (open == null) {
            Path folder = Files.createTempDirectory("surveyor-house");
            Files.createDirectories(folder.resolve("files"));
            EmbeddedStore store = EmbeddedStore.start(folder, 0, text -> {});
            store.awaitReady();
            House made = new House(store, folder);
            made.makeShop();
            Runtime.getRuntime().addShutdownHook(new Thread(made::close));
            open = made;
        }
        return open;
    }

    /** A database beside the catalog's, with a reader and a superuser. */
    private void makeShop() {
        execute("postgres", "CREATE DATABASE shop");
        execute("postgres", "CREATE ROLE shop_reader LOGIN PASSWORD 'reads'");
        execute("postgres", "CREATE ROLE shop_boss LOGIN SUPERUSER PASSWORD 'rules'");
        execute(
                "shop",
                """
                CREATE SCHEMA sales;
                CREATE TABLE sales.orders (id int PRIMARY KEY, region text, amount numeric, ordered date);
                INSERT INTO sales.orders VALUES (1, 'north', 10, '2026-01-31'), (2, 'south', 20, '2026-02-28');
                CREATE VIEW sales.regions AS SELECT DISTINCT region FROM sales.orders;
                CREATE FUNCTION sales.net(amount numeric, rate double precision) RETURNS numeric
                    LANGUAGE sql IMMUTABLE AS 'SELECT amount';
                GRANT USAGE ON SCHEMA sales TO shop_reader;
                GRANT SELECT ON sales.orders, sales.regions TO shop_reader
                """);
    }

    /** As the server's superuser. */
    public void execute(String database, String statements) {
        administrator(database).sql(statements).update();
    }

    public JdbcClient administrator(String database) {
        return JdbcClient.create(store.administrator(database));
    }

    /** A connection as other modules are given it. */
    public Connection connection(UUID id) {
        return context.getBean(Connections.class).byId(id).orElseThrow();
    }

    SourceSessions sessions() {
        return context.getBean(SourceSessions.class);
    }

    /** The one cell of a query's answer, through a session of the connection. */
    String ask(UUID id, String query) {
        List<String> cells = new ArrayList<>();
        try (SessionLease lease = sessions().lease(connection(id), AskerClass.QUESTIONS)) {
            lease.session()
                    .read(
                            ReadQuery.of(query, lease.session().limits()),
                            new RowSink() {
                                @Override
                                public void columns(List<ResultColumn> columns) {}

                                @Override
                                public boolean row(List<Cell> row) {
                                    cells.add(String.valueOf(row.getFirst().text()));
                                    return true;
                                }
                            });
        }
        return String.join(", ", cells);
    }

    Answer send(String method, String path, Person caller, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!caller.token().isEmpty()) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        JsonNode node =
                answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        return new Answer(answer.statusCode(), node, answer.body());
    }

    Answer get(String path, Person caller) throws IOException, InterruptedException {
        return send("GET", path, caller, "");
    }

    Answer post(String path, Person caller, String body) throws IOException, InterruptedException {
        return send("POST", path, caller, body);
    }

    public Person logIn(String name) throws IOException, InterruptedException {
        Person stranger = new Person(new UUID(0, 0), name, "");
        String token =
                post(
                                "/api/v1/auth/login",
                                stranger,
                                "{\"username\":\"%s\",\"password\":\"%s\"}"
                                        .formatted(name, PASSWORD))
                        .body()
                        .path("accessToken")
                        .asString();
        UUID id =
                administrator("surveyor")
                        .sql("SELECT id FROM surveyor.app_user WHERE username = :name")
                        .param("name", name)
                        .query(UUID.class)
                        .single();
        return new Person(id, name, token);
    }

    public Person register(String name) throws IOException, InterruptedException {
        post(
                "/api/v1/auth/register",
                new Person(new UUID(0, 0), name, ""),
                "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(name, name, PASSWORD));
        return logIn(name);
    }

    Person withRole(String name, String role, Person admin)
            throws IOException, InterruptedException {
        post(
                "/api/v1/users",
                admin,
                "{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\",\"role\":\"%s\"}"
                        .formatted(name, name, PASSWORD, role));
        return logIn(name);
    }

    /** Fields of a connection to the shop. */
    String shop(String name, String user, String password, String more) {
        return """
        {"name": "%s", "kind": "postgresql", "host": "127.0.0.1", "port": %d, "database": "shop",
         "username": "%s", "password": "%s"%s}
        """
                .formatted(name, store.port(), user, password, more);
    }

    /** Saves a connection to the shop and gives its id. */
    public UUID saved(String name, Person owner, String more)
            throws IOException, InterruptedException {
        return create(owner, shop(name, "shop_reader", "reads", more));
    }

    /** Saves what is typed and gives its id. */
    public UUID create(Person owner, String fields) throws IOException, InterruptedException {
        Answer answer = post("/api/v1/connections", owner, fields);
        if (answer.status() != 201) {
            throw new IOException(answer.text());
        }
        return UUID.fromString(answer.at("/id"));
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
}
