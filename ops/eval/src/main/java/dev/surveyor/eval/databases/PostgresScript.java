package dev.surveyor.eval.databases;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Runs a script as a dump writes it: statements that end with their line, and {@code COPY … FROM
 * stdin;} with its data up to a line {@code \.}.
 */
final class PostgresScript {

    private static final Pattern CREATE_SCHEMA =
            Pattern.compile("CREATE SCHEMA \"((?:[^\"]|\"\")+)\";\\s*");

    private static final int HEAD_LINES_MAX = 100;

    private PostgresScript() {}

    /** The schema that the script makes, which need not be called like its file. */
    static String schemaOf(Path script) throws IOException {
        try (Stream<String> lines = Files.lines(script)) {
            return lines.limit(HEAD_LINES_MAX)
                    .map(CREATE_SCHEMA::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1).replace("\"\"", "\""))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("No CREATE SCHEMA at the head of the script."));
        }
    }

    static void run(Connection connection, Path script) throws IOException, SQLException {
        try (BufferedReader lines = Files.newBufferedReader(script);
                Statement statement = connection.createStatement()) {
            StringBuilder pending = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (pending.isEmpty() && (line.isBlank() || line.startsWith("--"))) {
                    continue;
                }
                pending.append(line).append('\n');
                if (line.stripTrailing().endsWith(";")) {
                    String sql = pending.toString();
                    pending.setLength(0);
                    if (isCopy(line)) {
                        copy(connection, sql, lines);
                    } else {
                        statement.execute(sql);
                    }
                }
            }
            if (!pending.isEmpty()) {
                throw new IOException("The last statement of " + script + " does not end.");
            }
        }
    }

    private static boolean isCopy(String line) {
        return line.startsWith("COPY ") && line.stripTrailing().endsWith(" FROM stdin;");
    }

    private static void copy(Connection connection, String sql, BufferedReader lines)
            throws IOException, SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("\\.")) {
                    copy.endCopy();
                    return;
                }
                byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            throw new IOException("Data without an end after: " + sql.strip());
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
