package dev.surveyor.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators get to watch Surveyor with, as it lies in the repository. */
final class WatchFiles {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Path RULES = REPOSITORY.resolve("ops/prometheus/rules");
    private static final Path DASHBOARDS = REPOSITORY.resolve("ops/grafana/dashboards");

    /**
     * A rule or a query of a panel.
     *
     * @param where whose, in words
     * @param record the name under which a rule keeps it; empty: none
     * @param legend what a panel writes beside its lines
     */
    record Query(String where, String record, String expression, String legend) {

        PromQl read() {
            return PromQl.read(expression);
        }
    }

    private WatchFiles() {}

    static JsonNode yaml(String path) {
        YamlMapFactoryBean reader = new YamlMapFactoryBean();
        reader.setResources(new FileSystemResource(REPOSITORY.resolve(path)));
        return JsonMapper.shared().valueToTree(reader.getObject());
    }

    static List<JsonNode> rules() {
        return files(RULES).stream()
                .map(file -> yaml(REPOSITORY.relativize(file).toString()))
                .flatMap(rules -> rules.path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    static List<JsonNode> dashboards() {
        return files(DASHBOARDS).stream()
                .map(file -> JsonMapper.shared().readTree(text(file)))
                .toList();
    }

    /** All that is ever asked of Prometheus. */
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode rule : rules()) {
            String record = rule.path("record").asString("");
            queries.add(
                    new Query(
                            "rule " + record + rule.path("alert").asString(""),
                            record,
                            rule.path("expr").asString(),
                            ""));
        }
        for (JsonNode dashboard : dashboards()) {
            for (JsonNode panel : dashboard.path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    queries.add(
                            new Query(
                                    "%s / %s"
                                            .formatted(
                                                    dashboard.path("title").asString(),
                                                    panel.path("title").asString()),
                                    "",
                                    target.path("expr").asString(),
                                    target.path("legendFormat").asString()));
                }
            }
        }
        return queries;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
