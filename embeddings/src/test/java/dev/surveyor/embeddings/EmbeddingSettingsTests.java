package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EmbeddingSettingsTests {

    private static EmbeddingSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("surveyor.embeddings", EmbeddingSettings.class);
    }

    @Test
    void nothingLeavesThisMachineUnlessSomebodySaysSo() {
        assertThat(bound(Map.of()))
                .isEqualTo(EmbeddingSettings.local(EmbeddingSettings.DEFAULT_MODEL));
    }

    @Test
    void theKeyIsInNoText() {
        EmbeddingSettings settings =
                bound(Map.of("surveyor.embeddings.qdrant-api-key", "do-not-tell"));
        assertThat(settings.qdrantApiKey()).isNotNull();
        assertThat(settings.toString()).doesNotContain("do-not-tell");
    }
}
