package dev.surveyor.app.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where settings come from, weakest first: what is packaged, what is packaged for the profile, the
 * file beside the program, files of secrets, environment variables, the command line.
 */
public final class Environments {

    private static final String FILE = "surveyor.yaml";

    private Environments() {}

    /** The arguments that make Spring look in exactly these places. */
    public static String[] arguments(Map<String, String> commandLine) {
        String profile =
                first(commandLine, "surveyor.profile", "SURVEYOR_PROFILE").orElse("development");
        Optional<Path> named =
                first(commandLine, "surveyor.config", "SURVEYOR_CONFIG").map(Path::of);
        if (named.isPresent() && !Files.isRegularFile(named.get())) {
            throw new StartException(
                    "There is no settings file "
                            + named.get()
                            + ": check --config or SURVEYOR_CONFIG.");
        }
        Path file = named.orElseGet(Environments::besideTheProgram);
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.profiles.active=" + profile.toLowerCase(Locale.ROOT));
        arguments.add(
                "--spring.config.location=classpath:/,optional:file:"
                        + file.toAbsolutePath()
                        + secrets(commandLine));
        commandLine.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private static String secrets(Map<String, String> commandLine) {
        Optional<Path> folder =
                first(commandLine, "surveyor.secrets-folder", "SURVEYOR_SECRETSFOLDER")
                        .map(Path::of);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new StartException(
                    "There is no folder of secrets "
                            + folder.get()
                            + ": check surveyor.secrets-folder or SURVEYOR_SECRETSFOLDER.");
        }
        return folder.map(path -> ",configtree:" + path.toAbsolutePath() + "/").orElse("");
    }

    /** Reads all of them without starting anything. */
    public static ConfigurableEnvironment read(Map<String, String> commandLine) {
        holdLogging();
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments(commandLine)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    /**
     * Until logging is set up, libraries that wake up early would print lines that nobody asked
     * for.
     */
    public static void holdLogging() {
        LoggingSystem.get(Environments.class.getClassLoader()).beforeInitialize();
    }

    private static Path besideTheProgram() {
        return new ApplicationHome(Environments.class).getDir().toPath().resolve(FILE);
    }

    private static Optional<String> first(
            Map<String, String> commandLine, String property, String variable) {
        return Optional.ofNullable(commandLine.get(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
