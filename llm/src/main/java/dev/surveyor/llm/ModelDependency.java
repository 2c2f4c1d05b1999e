package dev.surveyor.llm;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** The language model. Nobody misses one that nobody set up. */
final class ModelDependency implements Dependency {

    private static final String SET_ONE =
            "Questions are answered by the planner alone; surveyor.llm.provider names a model.";

    private static final int CONNECT_MILLIS_MAX = 1_500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final LlmSettings settings;
    private final BoundedModel model;
    private final String url;

    /**
     * @param url where the provider answers
     */
    ModelDependency(LlmSettings settings, BoundedModel model, String url) {
        this.settings = settings;
        this.model = model;
        this.url = url;
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public Condition look() {
        return switch (settings.provider()) {
            case NONE -> Condition.off("No language model is set. " + SET_ONE);
            case AUTO ->
                    model.availability().ready()
                            ? asked()
                            : Condition.off("No Ollama answers on this machine. " + SET_ONE);
            case OLLAMA -> asked();
            case OPENAI, ANTHROPIC -> isSomebodyThere() ? asked() : nobody();
        };
    }

    /** These cannot be asked for nothing: they are there where somebody takes a connection. */
    private boolean isSomebodyThere() {
        URI address = URI.create(url);
        int usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            address.getHost(), address.getPort() < 0 ? usual : address.getPort()),
                    CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Condition nobody() {
        return Condition.down(
                "The language model's provider takes no connection: start it, or mend surveyor.llm.base-url.");
    }

    private Condition asked() {
        Availability there = model.availability();
        if (!there.ready()) {
            return Condition.down(there.sentence());
        }
        return model.leftAlone()
                ? Condition.down(
                        "The language model failed several times in a row and is left alone for a"
                                + " moment: look into the provider's log.")
                : Condition.up("The language model answers.");
    }
}
