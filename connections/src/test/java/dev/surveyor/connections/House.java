package dev.surveyor.connections;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The modules below this one and a real store, answering over HTTP as they do for people. */
final class House implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

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
    @Import({CatalogConfiguration.class, AccessConfiguration.class, ConnectionsConfiguration.class})
    static class Rooms {

        @Bean
        Keeper keeper() {
            return new Keeper();
        }
    }

    /** An answer. */
    record Answer(int status, JsonNode body, String text) {}

    /** Somebody who is logged in. */
    record Person(UUID id, String name, String token) {}

    final EmbeddedStore store;
    final Map<String, String> properties = new HashMap<>();
    final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    private House(EmbeddedStore store, Path folder) {
        this.store = store;
        properties.putAll(store.settings());
        properties.put(
                "surveyor.catalog.sealing-keys-file", folder.resolve("sealing.keys").toString());
        properties.put("surveyor.connections.folder", folder.resolve("files").toString());
        properties.put("surveyor.connections.session-wait", "200ms");
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

    static House open(Path folder) {
        EmbeddedStore store = EmbeddedStore.start(folder, 0, text -> {});
        store.awaitReady();
        return new House(store, folder);
    }

    /** A database beside the catalog's, with a reader and a superuser. */
    void makeShop() {
        JdbcClient administrator = JdbcClient.create(store.administrator("postgres"));
        administrator.sql("CREATE DATABASE shop").update();
        administrator.sql("CREATE ROLE shop_reader LOGIN PASSWORD 'reads'").update();
        administrator.sql("CREATE ROLE shop_boss LOGIN SUPERUSER PASSWORD 'rules'").update();
        JdbcClient shop = JdbcClient.create(store.administrator("shop"));
        shop.sql("CREATE SCHEMA sales").update();
        shop.sql("CREATE TABLE sales.orders (id int PRIMARY KEY, region text, amount numeric)")
                .update();
        shop.sql("GRANT USAGE ON SCHEMA sales TO shop_reader").update();
        shop.sql("GRANT SELECT ON sales.orders TO shop_reader").update();
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

    Person logIn(String name) throws IOException, InterruptedException {
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
                JdbcClient.create(store.administrator("surveyor"))
                        .sql("SELECT id FROM surveyor.app_user WHERE username = :name")
                        .param("name", name)
                        .query(UUID.class)
                        .single();
        return new Person(id, name, token);
    }

    Person register(String name) throws IOException, InterruptedException {
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
    UUID saved(String name, Person owner, String more) throws IOException, InterruptedException {
        Answer answer =
                post("/api/v1/connections", owner, shop(name, "shop_reader", "reads", more));
        return UUID.fromString(answer.body().path("id").asString());
    }

    @Override
    public void close() {
        context.close();
        http.close();
        store.close();
    }
}
