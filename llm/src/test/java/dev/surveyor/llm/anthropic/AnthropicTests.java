package dev.surveyor.llm.anthropic;

import dev.surveyor.llm.LanguageModelContract;
import dev.surveyor.scripted.ScriptedModel;
import dev.surveyor.scripted.Told;
import java.util.Map;
import tools.jackson.databind.JsonNode;

class AnthropicTests extends LanguageModelContract {

    @Override
    protected Map<String, Object> settings(ScriptedModel server) {
        return Map.of(
                "provider",
                "anthropic",
                "model",
                "some-claude",
                "base-url",
                server.v1Url(),
                "api-key",
                "sk-test");
    }

    @Override
    protected JsonNode schemaOnTheWire(Told told) {
        return told.json().path("output_config").path("format").path("schema");
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
        return told.header("x-api-key");
    }

    @Override
    protected boolean mayKeepItsCountsToItself() {
        return false;
    }
}
