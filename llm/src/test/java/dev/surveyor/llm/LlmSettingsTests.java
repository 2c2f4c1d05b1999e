package dev.surveyor.llm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmSettingsTests {

    @Test
    void areWhatTheReadmeSaysWhereNobodySetsThem() {
        LlmSettings settings = TestModel.settings(Map.of());

        assertThat(settings.provider()).isEqualTo(LlmSettings.Provider.AUTO);
        assertThat(settings.temperature()).isZero();
        assertThat(settings.maxTokens()).isEqualTo(4_096);
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.apiKey()).isNull();
        try (TestModel model = new TestModel(Map.of())) {
            assertThat(model.get().name())
                    .isEqualTo(new ModelName("ollama", "qwen2.5:3b", "localhost"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, http://user:secret@host",
        "base-url, ftp://host",
        "temperature, 3.0",
        "max-tokens, 0",
        "concurrency, 0",
        "timeout, 0ms",
        "retries, 11"
    })
    void refuseWhatMakesNoSense(String property, String value) {
        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(
                            validation
                                    .getValidator()
                                    .validate(TestModel.settings(Map.of(property, value))))
                    .hasSize(1);
        }
    }
}
