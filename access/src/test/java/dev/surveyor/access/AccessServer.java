package dev.surveyor.access;

import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The module behind real HTTP, over a real store that all tests of a run share. */
final class AccessServer implements AutoCloseable {

    static final String ADMIN_PASSWORD = "first admin of these tests";
    static final String PASSWORD = "correct horse staple battery";

    private static final class Shared {
        static final EmbeddedStore STORE = start();
        static final AccessServer SERVER = with(Map.of());

        private static EmbeddedStore start() {
            try {
                Path folder = Files.createTempDirectory("access-store");
                EmbeddedStore store = EmbeddedStore.start(folder, 0, step -> {});
                store.awaitReady();
                return store;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({CatalogConfiguration.class, AccessConfiguration.class})
    static class House {

        @Bean
        Belongings belongings() {
            return new Belongings();
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        String text(String field) {
            return json().path(field).asString();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String root;

    private AccessServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** The one with default settings, limits off. */
    static AccessServer shared() {
        return Shared.SERVER;
    }

    /** Another one over the same store. */
    static AccessServer with(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(Shared.STORE.settings());
        all.put("server.port", "0");
        all.put("server.address", "127.0.0.1");
        all.put("spring.threads.virtual.enabled", "true");
        all.put("spring.main.banner-mode", "off");
        all.put("surveyor.access.password-cost", "10");
        all.put("surveyor.access.admin-password", ADMIN_PASSWORD);
        all.put("surveyor.access.limits-enabled", "false");
        all.put("surveyor.catalog.sealing-keys", "k1:" + "A".repeat(43) + "=");
        all.putAll(settings);
        return new AccessServer(
                new SpringApplicationBuilder(House.class)
                        .properties("logging.level.root=warn")
                        .run(
                                all.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The store as the module's own role sees it. */
    JdbcClient store() {
        return context.getBean(JdbcClient.class);
    }

    /** The store as its superuser sees it, for what the module's role may not do. */
    static JdbcClient superuser() {
        return JdbcClient.create(Shared.STORE.administrator("surveyor"));
    }

    static String uniqueName(String start) {
        return start + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    Answer post(String path, @Nullable Map<String, ?> body, String... headers) {
        return send(request(path, headers).POST(publisher(body)));
    }

    Answer put(String path, Map<String, ?> body, String... headers) {
        return send(request(path, headers).PUT(publisher(body)));
    }

    Answer postText(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Map<String, ?> body) {
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Registers somebody and returns their id. */
    String register(String username) {
        Answer answer =
                post(
                        "/api/v1/auth/register",
                        Map.of(
                                "username",
                                username,
                                "email",
                                username + "@example.com",
                                "password",
                                PASSWORD));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.http().body());
        }
        return answer.text("id");
    }

    Answer logIn(String username, String password) {
        return post("/api/v1/auth/login", Map.of("username", username, "password", password));
    }

    /** Headers with which that person comes. */
    String[] as(String username) {
        return bearer(logIn(username, PASSWORD).text("accessToken"));
    }

    String[] asAdmin() {
        return bearer(logIn(FirstAdmin.USERNAME, ADMIN_PASSWORD).text("accessToken"));
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    @Override
    public void close() {
        context.close();
    }
}
