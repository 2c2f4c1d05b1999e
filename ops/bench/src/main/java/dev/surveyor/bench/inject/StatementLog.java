package dev.surveyor.bench.inject;

import dev.surveyor.bench.night.SourceServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every statement that a login sends to a server, as the server itself writes it down. */
final class StatementLog {

    private static final Pattern STATEMENT =
            Pattern.compile("LOG: {2}(?:statement|execute [^:]*): (?<sql>.*)");

    private final Path logs;

    StatementLog(Path serverFolder) {
        logs = serverFolder.resolve("logs");
    }

    void begin(SourceServer server, String login) throws IOException {
        server.execute("postgres", "ALTER ROLE %s SET log_statement = 'all'".formatted(login));
        for (Path log : files()) {
            Files.writeString(log, "");
        }
    }

    /** Of a login whose sessions are all that begins with this. */
    List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        for (Path log : files()) {
            for (String line : Files.readString(log, StandardCharsets.UTF_8).lines().toList()) {
                Matcher matcher = STATEMENT.matcher(line);
                if (matcher.find()) {
                    statements.add(matcher.group("sql"));
                } else if (line.startsWith("\t") && !statements.isEmpty()) {
                    statements.add(statements.removeLast() + "\n" + line.strip());
                }
            }
        }
        return statements;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }
}
