package dev.surveyor.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that set properties, the same for every command that reads settings. */
final class SettingOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Surroundings: development (default), staging or production.")
    private @Nullable String profile;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "File with settings (default: surveyor.yaml beside the program).")
    private @Nullable String config;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "HTTP port on 127.0.0.1 (default: 8080).")
    private @Nullable String port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for the embedded store and logs (default: ./data).")
    private @Nullable String data;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other property; 'surveyor config' lists them.")
    private Map<String, String> properties = new LinkedHashMap<>();

    /** What was given, by property name. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(properties);
        put(given, "surveyor.profile", profile);
        put(given, "surveyor.config", config);
        put(given, "surveyor.http.port", port);
        put(given, "surveyor.data.folder", data);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
