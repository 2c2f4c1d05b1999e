package dev.surveyor.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTests {

    private static ConfigurableEnvironment environment(
            Map<String, Object> commandLine, Map<String, Object> variables) {
        ConfigurableEnvironment environment =
                new StandardEnvironment() {
                    @Override
                    protected void customizePropertySources(MutablePropertySources sources) {
                        sources.addLast(new MapPropertySource("commandLineArgs", commandLine));
                        sources.addLast(
                                new SystemEnvironmentPropertySource(
                                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
                    }

                    @Override
                    public Map<String, Object> getSystemEnvironment() {
                        return variables;
                    }
                };
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static Iterable<String> problems(
            Map<String, Object> commandLine, Map<String, Object> variables) {
        return new SettingsCheck(environment(commandLine, variables)).problems();
    }

    @Test
    void nothingSetIsNothingWrong() {
        assertThat(
                        problems(
                                Map.of(),
                                Map.of("SURVEYOR_NO_CACHE", "1", "SURVEYOR_API_KEY", "svy_x")))
                .isEmpty();
    }

    @Test
    void everyWrongPropertyIsNamedWithItsRuleAndWhereItCameFrom() {
        assertThat(
                        problems(
                                Map.of(
                                        "surveyor.http.port", "70000",
                                        "surveyor.http.shutdown-grace", "soon",
                                        "surveyor.log.format", "xml",
                                        "surveyor.catalog.url", "jdbc:mysql://db/x"),
                                Map.of("SURVEYOR_CATALOG_POOLSIZE", "one")))
                .containsExactlyInAnyOrder(
                        "surveyor.http.port must be less than or equal to 65535; it is '70000' (command line)",
                        "surveyor.http.shutdown-grace must be a duration such as 500ms, 10s or 5m; it is 'soon' (command line)",
                        "surveyor.log.format must be one of text, json; it is 'xml' (command line)",
                        "surveyor.catalog.url must look like jdbc:postgresql://host:5432/database, without user or password in it; it is 'jdbc:mysql://db/x' (command line)",
                        "surveyor.catalog.pool-size must be a whole number; it is 'one' (environment variable SURVEYOR_CATALOG_POOLSIZE)");
    }

    @Test
    void aNameThatNothingReadsIsAProblemAndTheNearestIsOffered() {
        assertThat(problems(Map.of("surveyor.http.prot", "1", "surveyor.nonsense", "1"), Map.of()))
                .containsExactlyInAnyOrder(
                        "surveyor.http.prot is not a property: did you mean surveyor.http.port?",
                        "surveyor.nonsense is not a property");
    }

    @Test
    void aMisspeltVariableIsAProblemButAStrangersIsNot() {
        assertThat(
                        problems(
                                Map.of(),
                                Map.of(
                                        "SURVEYOR_HTTP_PROT", "1",
                                        "SURVEYOR_SERVICE_HOST", "10.0.0.1",
                                        "SURVEYOR_PORT_8080_TCP", "tcp://10.0.0.1:8080")))
                .containsExactly(
                        "environment variable SURVEYOR_HTTP_PROT sets no property: did you mean SURVEYOR_HTTP_PORT?");
    }

    @Test
    void wrongSettingsAreNotRead() {
        assertThatThrownBy(
                        () -> Settings.of(environment(Map.of("surveyor.http.port", "x"), Map.of())))
                .isInstanceOf(BrokenSettingsException.class)
                .hasMessageContaining("surveyor.http.port must be a whole number");
    }

    @Test
    void theDefaultsAreAServerForThisMachineOnly() {
        Settings settings = Settings.of(environment(Map.of(), Map.of()));
        assertThat(settings.http().address()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.data().folder()).hasToString("data");
        assertThat(settings.log().format()).isEqualTo(LogSettings.Format.TEXT);
        assertThat(settings.catalog().embedded()).isTrue();
    }

    @Test
    void everyPropertyIsDescribed() {
        assertThat(SettingDescriptions.load())
                .hasSizeGreaterThan(15)
                .allSatisfy(description ->
                        assertThat(description.description())
                                .as(description.name())
                                .hasSizeGreaterThan(10));
    }

    @Test
    void aTextThatSoundsSecretIsASecret() {
        assertThat(SettingDescriptions.load())
                .filteredOn(description ->
                        description.secret() || description.type().resolve() == String.class)
                .filteredOn(description ->
                        description.name().matches(".*(password|secret|token|-keys?$).*"))
                .isNotEmpty()
                .allMatch(SettingDescription::secret);
    }

    @Test
    void theListingMasksSecretsAndSaysWhereValuesCameFrom() {
        assertThat(
                        new SettingsListing(
                                        environment(
                                                Map.of("surveyor.http.port", "81"),
                                                Map.of("SURVEYOR_CATALOG_PASSWORD", "hunter2")))
                                .lines())
                .contains(
                        "surveyor.http.port = 81  (command line)",
                        "surveyor.catalog.password = ******  (environment variable SURVEYOR_CATALOG_PASSWORD)",
                        "surveyor.http.address = 127.0.0.1  (default)")
                .noneMatch(line -> line.contains("hunter2"));
    }
}
