package dev.surveyor.app.start;

import dev.surveyor.access.LocalKey;
import dev.surveyor.app.SurveyorApplication;
import dev.surveyor.app.settings.DerivedProperties;
import dev.surveyor.app.settings.HttpSettings;
import dev.surveyor.app.settings.Settings;
import dev.surveyor.app.settings.SettingsCheck;
import dev.surveyor.catalog.CatalogVersion;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.Secret;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the house in its order: settings checked, data folder taken, store begun, Spring's context
 * around it. What was started is stopped in the opposite order, also when a later step fails.
 */
public final class Server {

    private static final Duration STORE_STOP_MAX = Duration.ofMillis(2500);

    private final Consumer<String> progress;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable DataFolder dataFolder;
    private @Nullable EmbeddedStore store;

    private Server(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Starts serving; returns when HTTP answers.
     *
     * @param commandLine properties that were set there
     * @param progress told in words what takes longer than a moment
     */
    public static RunningServer start(Map<String, String> commandLine, Consumer<String> progress) {
        return new Server(progress).start(Environments.arguments(commandLine));
    }

    private RunningServer start(String[] arguments) {
        Environments.holdLogging();
        SettingsCheck.prepare();
        StopSignals.listen();
        SpringApplication application = new SpringApplication(SurveyorApplication.class);
        application.setMainApplicationClass(SurveyorApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addListeners(new BeforeLogging());
        application.addInitializers(this::registerStore);
        SpringApplication.getShutdownHandlers().add(this::close);
        try {
            ConfigurableApplicationContext context = application.run(arguments);
            HttpSettings http = context.getBean(HttpSettings.class);
            String url = "http://" + http.address() + ":" + http.port();
            DataFolder folder = Objects.requireNonNull(dataFolder, "data folder");
            Secret key = context.getBean(LocalKey.class).secret();
            folder.noteProcess(url, key);
            if (store != null) {
                folder.noteCatalogVersion(CatalogVersion.KNOWN);
            }
            return new RunningServer(context, url, key, folder, store);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void prepare(ConfigurableEnvironment environment) {
        Settings settings = Settings.of(environment);
        HttpSettings http = settings.http();
        StopSignals.endAtLatestAfter(http.shutdownGrace().plus(STORE_STOP_MAX));
        HttpPort.requireFree(http.address(), http.port());
        dataFolder = DataFolder.open(settings.data().folder(), CatalogVersion.KNOWN);
        opened.push(dataFolder);
        Map<String, Object> derived = new HashMap<>(DerivedProperties.of(settings));
        if (settings.catalog().embedded()) {
            store =
                    EmbeddedStore.start(
                            dataFolder.path(), settings.catalog().embeddedPort(), progress);
            opened.push(store);
            derived.putAll(store.settings());
        }
        environment.getPropertySources().addFirst(new MapPropertySource("derived", derived));
    }

    private void registerStore(ConfigurableApplicationContext context) {
        if (store != null) {
            context.getBeanFactory().registerSingleton("embeddedStore", store);
        }
    }

    /** Once: a start that failed has closed already when the process's end asks for it again. */
    private synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("surveyor: " + e.getMessage());
            }
        }
    }

    /** After the files were read, before logging is set up by what they say. */
    private final class BeforeLogging
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            prepare(event.getEnvironment());
        }

        @Override
        public int getOrder() {
            return LoggingApplicationListener.DEFAULT_ORDER - 1;
        }
    }
}
