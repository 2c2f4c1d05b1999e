package dev.surveyor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTests {

    @TempDir private @Nullable Path folder;

    private Path file() {
        return Objects.requireNonNull(folder).resolve("shop.db");
    }

    @BeforeEach
    void makeFile() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TABLE customer (id INTEGER PRIMARY KEY, "na\u001b[2Jme" TEXT NOT NULL);
                    CREATE TABLE invoice (id INTEGER PRIMARY KEY, customer INT REFERENCES customer);
                    """);
        }
    }

    private static String printed(String... arguments) {
        StringWriter out = new StringWriter();
        int exit =
                new CommandLine(new InspectCommand())
                        .setOut(new PrintWriter(out))
                        .execute(arguments);
        assertThat(exit).isZero();
        return out.toString();
    }

    @Test
    void whereNobodySitsItPrintsJson() {
        JsonNode found = JsonMapper.shared().readTree(printed(file().toString()));
        assertThat(found.at("/dialect").asString()).isEqualTo("sqlite");
        assertThat(found.at("/tables").size()).isEqualTo(2);
        assertThat(found.at("/tables/1/relations/0/keyTable/name").asString())
                .isEqualTo("customer");
        assertThat(found.at("/tables/1/relations/0/declared").asBoolean()).isTrue();
    }

    @Test
    void onlyTheTablesThatWereAskedForAreShown() {
        JsonNode found =
                JsonMapper.shared()
                        .readTree(
                                printed(
                                        "sqlite:" + file(),
                                        "--table",
                                        "main.inv*",
                                        "--depth",
                                        "structure"));
        assertThat(found.at("/tables").size()).isEqualTo(1);
    }

    @Test
    void namesCannotMoveThePersonsCursor() {
        StringWriter out = new StringWriter();
        try (SourceSession session =
                Sources.open(SourceAddress.ofFile("sqlite", file()), SessionLimits.standard())) {
            new InspectedText(session.structure(), Map.of()).print(new PrintWriter(out, true));
        }
        assertThat(out.toString())
                .contains("2 tables", "→ main.customer.id", "na\ufffd[2Jme")
                .doesNotContain("\u001b");
    }

    @Test
    void aWrongAddressIsToldWithoutItsPassword() {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new InspectCommand()).setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            err.append(failure.getMessage());
            return 1;
        });
        assertThat(line.execute("postgresql://me:topsecret@host/db?socketFactory=x")).isEqualTo(1);
        assertThat(err.toString()).contains("sslmode").doesNotContain("topsecret");
    }
}
