package dev.surveyor.llm;

import dev.surveyor.catalog.Dependency;
import dev.surveyor.llm.anthropic.AnthropicEndpoint;
import dev.surveyor.llm.none.NoEndpoint;
import dev.surveyor.llm.ollama.OllamaEndpoint;
import dev.surveyor.llm.ollama.OllamaNames;
import dev.surveyor.llm.openai.OpenAiEndpoint;
import dev.surveyor.llm.wire.HostLookup;
import dev.surveyor.llm.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens what the settings name. */
public final class LanguageModels implements AutoCloseable {

    private static final String OLLAMA_URL = "http://localhost:11434";
    private static final String OLLAMA_MODEL = "qwen2.5:3b";
    private static final String OPENAI_URL = "https://api.openai.com/v1";
    private static final String ANTHROPIC_URL = "https://api.anthropic.com/v1";

    private final LlmSettings settings;
    private final UsageLedger ledger;
    private final Clock clock;
    private final BoundedModel model;

    private LanguageModels(
            LlmSettings settings, UsageLedger ledger, Clock clock, BoundedModel model) {
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
        this.model = model;
    }

    /** For one person in a process of their own, where nobody keeps count beside it. */
    public static LanguageModels open(LlmSettings settings) {
        return open(settings, new InMemoryLedger(1), use -> {}, Clock.systemUTC());
    }

    /** Asks nobody and loads no provider's client: that is done with the first call. */
    public static LanguageModels open(
            LlmSettings settings, UsageLedger ledger, ModelUse.Listener listener, Clock clock) {
        return open(settings, ledger, clock, Bounds.of(settings, listener), HostLookup.SYSTEM);
    }

    static LanguageModels open(
            LlmSettings settings,
            UsageLedger ledger,
            Clock clock,
            Bounds bounds,
            HostLookup lookup) {
        return new LanguageModels(
                settings,
                ledger,
                clock,
                new BoundedModel(
                        name(settings), settings, () -> endpoint(settings, lookup), bounds));
    }

    /** The model that the settings name. */
    public LanguageModel model() {
        return model;
    }

    /** For operators. */
    Dependency dependency() {
        return new ModelDependency(settings, model, url(settings));
    }

    /** Whether the model failed so often that it is not asked for a while. */
    boolean leftAlone() {
        return model.leftAlone();
    }

    /**
     * The tokens that one question may cost; to be made anew for each question.
     *
     * @param user who asks, by an id, never a name
     */
    public Budget budget(String user) {
        return new Budget(
                user, settings.questionTokensMax(), settings.dayTokensMax(), ledger, clock);
    }

    private static ModelName name(LlmSettings settings) {
        String model = settings.model();
        String url = url(settings);
        return switch (settings.provider()) {
            case AUTO, OLLAMA -> {
                String named = model.isBlank() ? OLLAMA_MODEL : model;
                yield OllamaNames.name(url, named);
            }
            case OPENAI -> ModelName.at("openai", model, url, "api.openai.com");
            case ANTHROPIC -> ModelName.at("anthropic", model, url, "api.anthropic.com");
            case NONE -> new ModelName("none", "", "none");
        };
    }

    private static String url(LlmSettings settings) {
        if (!settings.baseUrl().isBlank()) {
            return settings.baseUrl().replaceAll("/+$", "");
        }
        return switch (settings.provider()) {
            case AUTO, OLLAMA -> OLLAMA_URL;
            case OPENAI -> OPENAI_URL;
            case ANTHROPIC -> ANTHROPIC_URL;
            case NONE -> "";
        };
    }

    private static ModelEndpoint endpoint(LlmSettings settings, HostLookup lookup) {
        ModelName name = name(settings);
        String url = url(settings);
        String key = settings.apiKey() == null ? "" : settings.apiKey().value();
        return switch (settings.provider()) {
            case AUTO, OLLAMA ->
                    new OllamaEndpoint(
                            name, url, key, settings.contextTokens(), wire(settings, lookup));
            case OPENAI -> {
                requireModel(name);
                yield new OpenAiEndpoint(name, url, key, wire(settings, lookup));
            }
            case ANTHROPIC -> {
                requireModel(name);
                yield new AnthropicEndpoint(
                        name,
                        url,
                        required(key, "surveyor.llm.api-key"),
                        settings.maxTokens(),
                        wire(settings, lookup));
            }
            case NONE -> new NoEndpoint();
        };
    }

    private static Wire wire(LlmSettings settings, HostLookup lookup) {
        return new Wire(
                settings.connectTimeout(),
                settings.timeout().plus(Duration.ofSeconds(1)),
                settings.concurrency() + 1,
                lookup);
    }

    private static void requireModel(ModelName name) {
        required(name.model(), "surveyor.llm.model");
    }

    private static String required(@Nullable String value, String property) {
        if (value == null || value.isBlank()) {
            throw new LlmException(
                    LlmException.Code.NOT_CONFIGURED,
                    false,
                    "The language model's provider is set without %s: set it too."
                            .formatted(property),
                    null);
        }
        return Objects.requireNonNull(value);
    }

    @Override
    public void close() {
        model.close();
    }
}
