package dev.surveyor.llm.ollama;

import dev.surveyor.llm.ModelName;

/** What a model's name at Ollama tells; apart from its client, which nobody needs for that. */
public final class OllamaNames {

    private static final String OWN_HOST = "ollama.com";

    private OllamaNames() {}

    /** Who gets the texts: a server on one's own network hands those of cloud models on. */
    public static ModelName name(String url, String model) {
        return isCloud(model)
                ? new ModelName("ollama", model, "ollama")
                : ModelName.at("ollama", model, url, OWN_HOST);
    }

    static boolean isCloud(String model) {
        return model.endsWith(":cloud") || model.endsWith("-cloud");
    }
}
