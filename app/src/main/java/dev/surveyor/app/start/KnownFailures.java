package dev.surveyor.app.start;

import dev.surveyor.app.settings.BrokenSettingsException;
import dev.surveyor.catalog.CatalogException;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.llm.LlmException;
import dev.surveyor.query.QueryException;
import dev.surveyor.sources.SourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Failures that people can mend are told in one sentence, by whoever called; Spring's own report,
 * with its stack trace, is for the others.
 */
public final class KnownFailures implements SpringBootExceptionReporter {

    /** Made by Spring, before the context exists. */
    public KnownFailures(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }

    /** What to tell a person, if this is a failure that they can mend. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartException
                    || cause instanceof BrokenSettingsException
                    || cause instanceof CatalogException
                    || cause instanceof ConnectionsException
                    || cause instanceof EmbeddingException
                    || cause instanceof LlmException
                    || cause instanceof QueryException
                    || cause instanceof SourceException) {
                return Optional.ofNullable(cause.getMessage());
            }
            if (cause instanceof YAMLException || cause instanceof ConfigDataException) {
                return Optional.of("The settings file cannot be read: " + cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return Optional.of(HttpPort.taken(port.getPort()));
            }
        }
        return Optional.empty();
    }
}
