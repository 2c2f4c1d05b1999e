package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.Permission;
import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The house from outside: which doors there are, who comes through them, how they are described.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DoorsIT {

    private static final String ADMIN_PASSWORD = "the key to all the doors";
    private static final String PASSWORD = "somebody at the door again";
    private static final Path DESCRIPTION = Path.of("../ops/openapi.json");
    private static final List<String> ROLES =
            List.of("ADMIN", "OPERATOR", "POWER", "USER", "GUEST");

    private record Door(String method, String path, String permission, List<String> roles) {

        static Door of(String line) {
            String[] fields = line.split("\t", -1);
            return new Door(
                    fields[0],
                    fields[1],
                    fields[2],
                    fields[3].equals("-") ? List.of() : List.of(fields[3].split(" ", -1)));
        }

        boolean open() {
            return permission.equals("open");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Door> doors = new ArrayList<>();
    private @Nullable EmbeddedStore store;
    private @Nullable ConfigurableApplicationContext context;
    private String root = "";

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        try (InputStream table =
                Objects.requireNonNull(DoorsIT.class.getResourceAsStream("doors.tsv"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Door::of)
                    .forEach(doors::add);
        }
        store = EmbeddedStore.start(data, 0, step -> {});
        Map<String, String> settings = new LinkedHashMap<>(store.settings());
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("surveyor.data.folder", data.toString());
        settings.put("surveyor.catalog.sealing-keys-file", data.resolve("keys").toString());
        settings.put("surveyor.access.admin-password", ADMIN_PASSWORD);
        settings.put("surveyor.access.password-cost", "10");
        settings.put("surveyor.access.limits-enabled", "false");
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
    void stop() {
        Optional.ofNullable(context).ifPresent(ConfigurableApplicationContext::close);
        Optional.ofNullable(store).ifPresent(EmbeddedStore::close);
    }

    @Test
    void everyDoorIsInTheTableAndNothingElse() {
        Set<String> found = new TreeSet<>();
        Objects.requireNonNull(context)
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(info -> add(info, found)));
        assertThat(found)
                .containsExactlyElementsOf(
                        doors.stream()
                                .map(door -> door.method() + " " + door.path())
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void add(RequestMappingInfo info, Set<String> found) {
        for (String path : info.getPatternValues()) {
            if (info.getMethodsCondition().getMethods().isEmpty()) {
                found.add("ANY " + path);
            }
            info.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> found.add(method + " " + path));
        }
    }

    @Test
    void eachRoleComesThroughItsDoorsAndNoOthers() throws Exception {
        String admin = token("admin", ADMIN_PASSWORD);
        for (String role : ROLES) {
            String name = "door-" + role.toLowerCase(java.util.Locale.ROOT);
            assertThat(
                            send(
                                            "POST",
                                            "/api/v1/users",
                                            Map.of(
                                                    "username", name,
                                                    "email", name + "@example.com",
                                                    "password", PASSWORD,
                                                    "role", role),
                                            "Authorization",
                                            "Bearer " + admin)
                                    .statusCode())
                    .isEqualTo(201);
            for (Door door : doors) {
                String bearer = "Bearer " + token(name, PASSWORD);
                int status = knock(door, "Authorization", bearer);
                if (door.open() || door.roles().contains(role)) {
                    assertThat(status).as(role + " at " + door).isNotIn(403, 500);
                } else {
                    assertThat(status).as(role + " at " + door).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void whoIsNobodyComesThroughOpenDoorsOnly() throws Exception {
        for (Door door : doors) {
            int status = knock(door, "Accept", "*/*");
            if (door.open()) {
                assertThat(status).as(door.toString()).isNotIn(403, 500);
            } else {
                assertThat(status).as(door.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void aKeyComesThroughTheDoorsOfItsScopeOnly() throws Exception {
        String admin = token("admin", ADMIN_PASSWORD);
        for (Permission scope : Permission.values()) {
            if (!scope.forKeys() || doors.stream().noneMatch(door -> isFor(door, scope))) {
                continue;
            }
            if (doors.stream()
                    .noneMatch(door -> isFor(door, scope) && door.roles().contains("ADMIN"))) {
                continue;
            }
            HttpResponse<String> made =
                    send(
                            "POST",
                            "/api/v1/api-keys",
                            Map.of(
                                    "name", scope.name().replace('_', '-'),
                                    "scopes", List.of(scope.scope()),
                                    "expires", Instant.now().plusSeconds(600).toString()),
                            "Authorization",
                            "Bearer " + admin);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            String key = JsonMapper.shared().readTree(made.body()).path("key").asString();
            for (Door door : doors) {
                int status = knock(door, "X-API-Key", key);
                if (door.open()) {
                    assertThat(status).as(scope + " at " + door).isNotIn(403, 500);
                } else if (isFor(door, scope)) {
                    assertThat(status).as(scope + " at " + door).isNotIn(401, 403, 500);
                } else {
                    assertThat(status).as(scope + " at " + door).isEqualTo(403);
                }
            }
        }
    }

    private static boolean isFor(Door door, Permission scope) {
        return door.permission().equals(scope.scope());
    }

    /** Without a body, so that whoever may come in is refused for that and nothing is changed. */
    private int knock(Door door, String header, String value) throws Exception {
        String path =
                door.path()
                        .replaceAll("\\{[a-zA-Z]+}", "00000000-0000-4000-8000-000000000000")
                        .replace("/**", "/liveness");
        return send(door.method().equals("ANY") ? "GET" : door.method(), path, null, header, value)
                .statusCode();
    }

    private String token(String name, String password) throws Exception {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/api/v1/auth/login",
                        Map.of("username", name, "password", password),
                        "Accept",
                        "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("accessToken").asString();
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable Map<String, ?> body, String header, String value)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                JsonMapper.shared().writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** {@code -Dsurveyor.describe=true} writes the file anew. */
    @Test
    void theDescriptionInTheRepositoryIsTheOneThatIsServed() throws Exception {
        String served = send("GET", "/v3/api-docs", null, "Accept", "*/*").body();
        JsonMapper mapper =
                JsonMapper.builder()
                        .enable(
                                SerializationFeature.INDENT_OUTPUT,
                                SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build();
        String sorted =
                mapper.writeValueAsString(mapper.readValue(served, Map.class))
                        + System.lineSeparator();
        if (Boolean.getBoolean("surveyor.describe")) {
            Files.writeString(DESCRIPTION, sorted);
        }
        assertThat(Files.readString(DESCRIPTION))
                .as("ops/openapi.json is out of date: see CONTRIBUTING.md, HTTP path")
                .isEqualTo(sorted);
    }

    @Test
    void everyFieldThatComesInHasALimitInTheDescription() throws Exception {
        JsonNode document =
                JsonMapper.shared()
                        .readTree(send("GET", "/v3/api-docs", null, "Accept", "*/*").body());
        JsonNode schemas = document.path("components").path("schemas");
        List<String> unlimited =
                Stream.of(
                                "Register",
                                "Create",
                                "Rename",
                                "ChangePassword",
                                "Credentials",
                                "Refresh",
                                "ConnectionFields",
                                "ConnectionUrl",
                                "PolicyFilter",
                                "PolicyTable",
                                "WrittenStatement")
                        .flatMap(name ->
                                schemas.path(name)
                                        .path("properties")
                                        .propertyStream()
                                        .filter(field ->
                                                field.getValue()
                                                        .path("type")
                                                        .toString()
                                                        .contains("string"))
                                        .filter(field ->
                                                !field.getValue().has("maxLength")
                                                        && !field.getValue().has("pattern")
                                                        && !field.getValue().has("format")
                                                        && !field.getValue().has("enum"))
                                        .map(field -> name + "." + field.getKey()))
                        .toList();
        assertThat(schemas.has("Register") && schemas.has("ConnectionFields")).isTrue();
        assertThat(unlimited).isEmpty();
    }
}
