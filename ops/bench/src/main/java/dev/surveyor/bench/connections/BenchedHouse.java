package dev.surveyor.bench.connections;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.bench.server.Api;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.connections.ConnectionsConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The modules that connections need, in this process, with a store of their own. */
record BenchedHouse(EmbeddedStore store, ConfigurableApplicationContext context)
        implements AutoCloseable {

    static final String PASSWORD = "the bench's own password";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({CatalogConfiguration.class, AccessConfiguration.class, ConnectionsConfiguration.class})
    static class Rooms {}

    static BenchedHouse open(Path folder) {
        EmbeddedStore store = EmbeddedStore.start(folder, 0, text -> {});
        store.awaitReady();
        Map<String, String> properties = new HashMap<>(store.settings());
        properties.put("surveyor.catalog.sealing-keys-file", folder.resolve("keys").toString());
        properties.put("surveyor.access.admin-password", PASSWORD);
        properties.put("surveyor.access.password-cost", "10");
        properties.put("surveyor.access.limits-enabled", "false");
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("logging.level.root", "warn");
        properties.put("spring.threads.virtual.enabled", "true");
        return new BenchedHouse(
                store,
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.SERVLET)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .run(
                                properties.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new)));
    }

    /** The API as this person calls it. */
    Api logIn(String username) throws IOException, InterruptedException {
        return Api.loggedIn(
                URI.create(
                        "http://127.0.0.1:"
                                + context.getEnvironment()
                                        .getRequiredProperty("local.server.port")),
                username,
                PASSWORD);
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }
}
