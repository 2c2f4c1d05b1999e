package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole stack: careful by default, and every file that it names is there. */
class ComposeTests {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");
    private static final String OPEN = "${BIND_ADDRESS:-127.0.0.1}:";

    private final String text = text("docker-compose.yml");
    private final JsonNode compose = WatchFiles.yaml("docker-compose.yml");

    private static String text(String path) {
        return WatchFiles.text(WatchFiles.REPOSITORY.resolve(path));
    }

    private Map<String, JsonNode> services() {
        return compose.path("services")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(each -> each.asString("")).toList();
    }

    @Test
    void theStackIsWhole() {
        assertThat(services())
                .containsOnlyKeys("app", "postgres", "qdrant", "ollama", "prometheus", "grafana");
    }

    @Test
    void everyImageIsPinned() {
        services()
                .forEach((name, service) ->
                        assertThat(service.path("image").asString(""))
                                .as(name)
                                .matches(
                                        "[a-z/]+:v?[0-9]+\\.[0-9]+[0-9a-z.-]*(@sha256:[0-9a-f]{64})?"));
        assertThat(text("Dockerfile").lines().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allMatch(line ->
                        line.matches("FROM [a-z-]+:[0-9]+\\.[0-9]+[0-9a-z._-]*( AS build)?"));
    }

    @Test
    void noServiceMayDoMoreThanItMust() {
        services()
                .forEach((name, service) -> {
                    assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
                    assertThat(strings(service.path("cap_drop"))).as(name).containsExactly("ALL");
                    assertThat(service.has("cap_add") || service.has("privileged")).isFalse();
                    assertThat(strings(service.path("security_opt")))
                            .as(name)
                            .contains("no-new-privileges:true");
                    JsonNode limits = service.at("/deploy/resources/limits");
                    assertThat(limits.propertyNames()).as(name).contains("cpus", "memory", "pids");
                });
    }

    @Test
    void portsAreOpenOnThisMachineOnly() {
        services()
                .forEach((name, service) ->
                        assertThat(strings(service.path("ports")))
                                .as(name)
                                .allMatch(port -> port.startsWith(OPEN)));
        assertThat(service("postgres").has("ports")).isFalse();
        assertThat(compose.at("/networks/store/internal").asBoolean()).isTrue();
    }

    @Test
    void whoeverIsWaitedForSaysWhenItIsHealthy() {
        Map<String, JsonNode> services = services();
        assertThat(text("Dockerfile")).contains("HEALTHCHECK ");
        services.forEach((name, service) -> {
            assertThat(name.equals("app") || service.has("healthcheck")).as(name).isTrue();
            service.path("depends_on")
                    .forEachEntry((needed, how) -> {
                        assertThat(services).as(name).containsKey(needed);
                        assertThat(how.path("condition").asString("")).isEqualTo("service_healthy");
                    });
        });
        assertThat(service("app").path("depends_on").propertyNames())
                .contains("postgres", "qdrant");
    }

    @Test
    void everyFileVolumeNetworkAndSecretThatIsNamedIsThere() {
        Set<String> secrets = new HashSet<>();
        services()
                .forEach((name, service) -> {
                    for (String volume : strings(service.path("volumes"))) {
                        String source = volume.substring(0, volume.indexOf(':'));
                        assertThat(
                                        source.startsWith("./")
                                                ? Files.exists(
                                                        WatchFiles.REPOSITORY.resolve(source))
                                                : compose.path("volumes").has(source))
                                .as(name + ": " + volume)
                                .isTrue();
                    }
                    assertThat(strings(service.path("networks")))
                            .as(name)
                            .isNotEmpty()
                            .allMatch(network -> compose.path("networks").has(network));
                    service.path("secrets")
                            .forEach(secret ->
                                    secrets.add(
                                            secret.isString()
                                                    ? secret.asString()
                                                    : secret.path("source").asString()));
                });
        assertThat(compose.path("secrets").propertyNames())
                .containsExactlyInAnyOrderElementsOf(secrets);
        assertThat(secrets).allMatch(secret -> text("ops/secrets").contains(secret));
        compose.path("secrets")
                .forEachEntry((name, secret) ->
                        assertThat(secret.path("file").asString())
                                .isEqualTo("${SECRETS:-./secrets}/" + name));
    }

    @Test
    void everyChoiceIsInTheExampleWithItsDefaultAndNoneIsSecret() {
        Map<String, String> choices = new HashMap<>();
        VARIABLE.matcher(text)
                .results()
                .forEach(found -> choices.put(found.group(1), found.group(2)));
        Map<String, String> example = new HashMap<>();
        text(".env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(line ->
                        example.put(
                                line.substring(0, line.indexOf('=')),
                                line.substring(line.indexOf('=') + 1)));
        assertThat(example).isEqualTo(choices);
        assertThat(example.keySet()).noneMatch(name -> name.matches(".*(PASSWORD|KEY|TOKEN).*"));
        assertThat(text(".gitignore").lines()).contains(".env", "/secrets/");
        assertThat(text(".dockerignore").lines()).contains(".env", "secrets", ".git");
    }

    @Test
    void prometheusFindsWhatItsConfigurationNames() {
        JsonNode prometheus = service("prometheus");
        String config = text("ops/prometheus/prometheus.yml");
        String mounts = prometheus.path("volumes") + " " + prometheus.path("secrets");
        assertThat(config).contains("credentials_file: scrape-key", "rules/*.yml", "[targets.yml]");
        assertThat(mounts)
                .contains(
                        ":/etc/prometheus/rules:",
                        ":/etc/prometheus/targets.yml:",
                        "/etc/prometheus/scrape-key",
                        ":/etc/prometheus/prometheus.yml:");
        assertThat(text("ops/prometheus/targets-compose.yml")).contains("app:8080");
        assertThat(text("ops/grafana/provisioning/dashboards/surveyor.yml"))
                .contains("path: /var/lib/grafana-dashboards");
    }

    @Test
    void nothingIsEndedBeforeItsAnswersAreGiven() {
        assertThat(service("app").path("stop_grace_period").asString()).isEqualTo("15s");
        assertThat(text("ops/systemd/surveyor.service"))
                .contains("TimeoutStopSec=15s", "KillMode=mixed", "SuccessExitStatus=143");
    }
}
