package dev.surveyor.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Spring's own properties, computed from ours: one place to look, one name for each thing. */
public final class DerivedProperties {

    /** Who ends in time ends by the one deadline, not because Spring no longer waits. */
    private static final Duration STOP_PHASE_SLACK = Duration.ofSeconds(1);

    private DerivedProperties() {}

    public static Map<String, Object> of(Settings settings) {
        HttpSettings http = settings.http();
        LogSettings log = settings.log();
        Map<String, Object> derived = new HashMap<>();
        derived.put("server.port", http.port());
        derived.put("server.address", http.address());
        if (http.trustedProxies().isBlank()) {
            derived.put("server.forward-headers-strategy", "none");
        } else {
            derived.put("server.forward-headers-strategy", "native");
            derived.put("server.tomcat.remoteip.internal-proxies", http.trustedProxies());
        }
        derived.put("server.tomcat.max-connections", http.connectionsMax());
        if (settings.catalog().sealingKeysFile().isBlank()) {
            derived.put(
                    "surveyor.catalog.sealing-keys-file",
                    settings.data().folder().resolve("secrets/sealing.keys").toString());
        }
        if (settings.connections().folder().isBlank()) {
            derived.put(
                    "surveyor.connections.folder",
                    settings.data().folder().resolve("files").toString());
        }
        derived.put(
                "spring.lifecycle.timeout-per-shutdown-phase",
                http.shutdownGrace().plus(STOP_PHASE_SLACK));
        derived.put("logging.level.dev.surveyor", log.level().name());
        derived.put("logging.threshold.console", log.consoleLevel().name());
        derived.put("logging.file.name", logFile(settings.data(), log).toString());
        derived.put("logging.logback.rollingpolicy.max-file-size", log.fileSizeMax().toString());
        derived.put("logging.logback.rollingpolicy.max-history", log.filesMax());
        derived.put(
                "logging.logback.rollingpolicy.total-size-cap",
                log.fileSizeMax().toBytes() * log.filesMax() + "B");
        if (log.format() == LogSettings.Format.JSON) {
            derived.put("logging.structured.format.console", "logstash");
            derived.put("logging.structured.format.file", "logstash");
        }
        return derived;
    }

    private static Path logFile(DataSettings data, LogSettings log) {
        return log.file().isBlank()
                ? data.folder().resolve("logs/surveyor.log")
                : Path.of(log.file());
    }
}
