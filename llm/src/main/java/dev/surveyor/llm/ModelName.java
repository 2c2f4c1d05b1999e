package dev.surveyor.llm;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * Which model answers, and who holds what it is told.
 *
 * @param provider the wire format that is spoken: ollama, openai, anthropic or none
 * @param model as the provider calls it
 * @param holder who gets the texts, by the name that a connection's egress uses: the provider where
 *     it is asked at its own address, else the address's host
 */
public record ModelName(String provider, String model, String holder) {

    public ModelName {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(holder, "holder");
    }

    /**
     * A model that is asked at an address.
     *
     * @param ownHost host at which the provider itself answers
     */
    public static ModelName at(String provider, String model, String url, String ownHost) {
        String host = Objects.requireNonNullElse(URI.create(url).getHost(), url);
        return new ModelName(
                provider,
                model,
                host.equalsIgnoreCase(ownHost) ? provider : host.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return model.isEmpty() ? provider : provider + " " + model;
    }
}
