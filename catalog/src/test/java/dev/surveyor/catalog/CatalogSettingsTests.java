package dev.surveyor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CatalogSettingsTests {

    private static CatalogSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("surveyor.catalog", CatalogSettings.class);
    }

    @Test
    void withoutAnyPropertyThereIsAnEmbeddedStoreWithSmallPools() {
        CatalogSettings settings = bind(Map.of());
        assertThat(settings.embedded()).isTrue();
        assertThat(settings.poolSize()).isEqualTo(10);
        assertThat(settings.queryPoolSize()).isEqualTo(10);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.embeddedPort()).isZero();
    }

    @Test
    void passwordsArePrintedAsAMark() {
        CatalogSettings settings =
                bind(
                        Map.of(
                                "surveyor.catalog.url", "jdbc:postgresql://db/catalog",
                                "surveyor.catalog.password", "hunter2",
                                "surveyor.catalog.query-password", "hunter3"));
        assertThat(settings.embedded()).isFalse();
        assertThat(settings.password()).isEqualTo(new Secret("hunter2"));
        assertThat(settings.toString()).doesNotContain("hunter");
    }
}
