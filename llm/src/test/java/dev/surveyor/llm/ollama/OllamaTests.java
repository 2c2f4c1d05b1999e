package dev.surveyor.llm.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.llm.LanguageModelContract;
import dev.surveyor.llm.ModelName;
import dev.surveyor.llm.TestModel;
import dev.surveyor.scripted.ScriptedModel;
import dev.surveyor.scripted.Told;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OllamaTests extends LanguageModelContract {

    @Override
    protected Map<String, Object> settings(ScriptedModel server) {
        return Map.of(
                "provider", "ollama", "base-url", server.ollamaUrl() + "/", "api-key", "sk-test");
    }

    @Override
    protected JsonNode schemaOnTheWire(Told told) {
        return told.json().path("format");
    }

    @Override
    protected int answerTokensMaxOnTheWire(Told told) {
        return told.json().path("options").path("num_predict").asInt();
    }

    @Override
    protected double temperatureOnTheWire(Told told) {
        return told.json().path("options").path("temperature").asDouble(-1);
    }

    @Override
    protected String keyOnTheWire(Told told) {
        return told.header("Authorization").replace("Bearer ", "");
    }

    @Test
    void makesRoomForThePromptSoThatNothingOfItIsCutSilently() {
        try (TestModel model = new TestModel(settings(server))) {
            model.complete("How many?");
        }
        assertThat(server.requests().getFirst().json().path("options").path("num_ctx").asInt())
                .isEqualTo(16_384);
    }

    @Test
    void countsAModelThatRunsElsewhereAsElsewhere() {
        assertThat(OllamaNames.name("http://localhost:11434", "gpt-oss:120b-cloud"))
                .isEqualTo(new ModelName("ollama", "gpt-oss:120b-cloud", "ollama"));
        assertThat(OllamaNames.name("http://localhost:11434", "qwen2.5:3b").holder())
                .isEqualTo("localhost");
    }
}
