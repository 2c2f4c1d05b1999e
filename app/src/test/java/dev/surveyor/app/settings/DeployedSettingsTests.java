package dev.surveyor.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Whatever operators are given sets properties that there are, to values that they take. */
class DeployedSettingsTests {

    private static final Path REPOSITORY = Path.of("..");
    private static final List<String> FILES =
            List.of(
                    "docker-compose.yml",
                    "Dockerfile",
                    "ops/systemd/surveyor.service",
                    "ops/README.md",
                    "ops/prometheus/prometheus.yml",
                    "ops/prometheus/rules/alerts.yml");

    /** The launcher's, commands', and names that only the compose file has. */
    private static final Set<String> OTHERS =
            Set.of(
                    "SURVEYOR_JAVA_OPTIONS",
                    "SURVEYOR_NO_CACHE",
                    "SURVEYOR_API_KEY",
                    "SURVEYOR_PORT",
                    "SURVEYOR_MEMORY");

    private static final Pattern VARIABLE = Pattern.compile("SURVEYOR_[A-Z0-9_]+");
    private static final Pattern PROPERTY =
            Pattern.compile("(?<![\\w.:/-])surveyor\\.[a-z-]++(?:\\.[a-z-]++)*+");
    private static final Pattern SET =
            Pattern.compile("(SURVEYOR_[A-Z0-9]+(?:_[A-Z0-9]+)*)(?:: |=)(\"[^\"]*\"|[^\\s\\\\]*)");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

    private final Map<String, SettingDescription> byName =
            SettingDescriptions.load().stream()
                    .collect(Collectors.toMap(SettingDescription::name, each -> each));
    private final Set<String> variables =
            byName.values().stream()
                    .map(SettingDescription::environmentVariable)
                    .collect(Collectors.toCollection(TreeSet::new));

    private static String text(String path) {
        try {
            return Files.readString(REPOSITORY.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> found(Pattern pattern, String path) {
        return pattern.matcher(text(path)).results().map(MatchResult::group);
    }

    @Test
    void everyVariableSetsAProperty() {
        for (String file : FILES) {
            assertThat(found(VARIABLE, file))
                    .as(file)
                    .filteredOn(name -> !OTHERS.contains(name))
                    .allMatch(variables::contains);
        }
        assertThat(found(VARIABLE, "docker-compose.yml")).hasSizeGreaterThan(15);
    }

    @Test
    void everySecretOfTheStackIsASecretProperty() {
        assertThat(found(PROPERTY, "docker-compose.yml"))
                .isNotEmpty()
                .allMatch(name -> byName.containsKey(name) && byName.get(name).secret());
    }

    @Test
    void theHandbookNamesPropertiesThatThereAre() {
        assertThat(found(PROPERTY, "ops/README.md"))
                .filteredOn(name -> !name.matches("surveyor\\.(service|jar|yaml|sh)"))
                .hasSizeGreaterThan(10)
                .allMatch(byName::containsKey);
    }

    @Test
    void everyValueIsOneThatThePropertyTakes() {
        for (String file :
                List.of("docker-compose.yml", "Dockerfile", "ops/systemd/surveyor.service")) {
            Map<String, Object> set = new HashMap<>();
            SET.matcher(text(file))
                    .results()
                    .filter(each -> variables.contains(each.group(1)))
                    .forEach(each ->
                            set.put(
                                    each.group(1),
                                    DEFAULT.matcher(each.group(2)).replaceAll("$1")));
            assertThat(set).as(file).isNotEmpty();
            assertThat(problems(set)).as(file + " " + set).isEmpty();
        }
    }

    private static List<String> problems(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        ConfigurationPropertySources.attach(environment);
        return new SettingsCheck(environment).problems();
    }
}
