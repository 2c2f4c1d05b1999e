package dev.surveyor.llm.openai;

import dev.surveyor.llm.LanguageModelContract;
import dev.surveyor.scripted.ScriptedModel;
import dev.surveyor.scripted.Told;
import java.util.Map;
import tools.jackson.databind.JsonNode;

class OpenAiTests extends LanguageModelContract {

    @Override
    protected Map<String, Object> settings(ScriptedModel server) {
        return Map.of(
                "provider",
                "openai",
                "model",
                "some-model",
                "base-url",
                server.v1Url(),
                "api-key",
                "sk-test");
    }

    @Override
    protected JsonNode schemaOnTheWire(Told told) {
        return told.json().path("response_format").path("json_schema").path("schema");
    }

    @Override
    protected int answerTokensMaxOnTheWire(Told told) {
        return told.json().path("max_tokens").asInt();
    }

    @Override
    protected double temperatureOnTheWire(Told told) {
        return told.json().path("temperature").asDouble(-1);
    }

    @Override
    protected String keyOnTheWire(Told told) {
        return told.header("Authorization").replace("Bearer ", "");
    }
}
