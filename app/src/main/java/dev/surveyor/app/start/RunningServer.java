package dev.surveyor.app.start;

import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server that answers.
 *
 * @param url where it does
 * @param key for this machine's commands
 * @param store its embedded store; null where the catalog is kept elsewhere
 */
public record RunningServer(
        ConfigurableApplicationContext context,
        String url,
        Secret key,
        DataFolder dataFolder,
        @Nullable EmbeddedStore store) {}
