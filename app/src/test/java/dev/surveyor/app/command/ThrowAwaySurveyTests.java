package dev.surveyor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code surveyor survey} of a file that nobody saved. */
class ThrowAwaySurveyTests {

    @TempDir private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeFile() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TABLE customer (id INTEGER PRIMARY KEY, "na\u001b[2Jme" TEXT NOT NULL);
                    CREATE TABLE invoice (id INTEGER PRIMARY KEY, customer_id INT, state TEXT);
                    INSERT INTO customer VALUES (1, 'Ada'), (2, 'Ben');
                    INSERT INTO invoice VALUES (1, 1, 'paid'), (2, 2, 'open'), (3, 2, 'paid');
                    """);
        }
    }

    private Path file() {
        return folder.resolve("shop.db");
    }

    private int survey(String... arguments) {
        return Commands.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void itsTablesAreToldWithWhatWouldBeIndexed() {
        assertThat(survey("survey", file().toString())).isZero();
        assertThat(out.toString())
                .contains("surveyed in", "nothing was kept", "main.customer", "main.invoice")
                .doesNotContain("\u001b");
    }

    @Test
    void asJsonEachTableIsALineAndNothingElseIsPrinted() {
        assertThat(survey("survey", "sqlite:" + file(), "--json")).isZero();
        assertThat(lines())
                .extracting(line -> line.at("/table/name/name").asString(""))
                .containsExactly("customer", "invoice");
        assertThat(lines().getLast().path("document").asString("")).contains("invoice");
    }

    @Test
    void onlyMeasuredItMakesNoDocuments() {
        assertThat(survey("survey", file().toString(), "--profile-only")).isZero();
        assertThat(out.toString()).contains("2 tables measured", "no documents made", "3 rows");
    }

    @Test
    void onlyMeasuredAndAsJsonEachLineIsATablesShape() {
        assertThat(survey("survey", file().toString(), "--profile-only", "--json")).isZero();
        assertThat(lines().getLast().at("/rows/value").asLong()).isEqualTo(3);
    }

    @Test
    void whatIsNoDatabaseFails() throws Exception {
        Path text =
                Files.writeString(folder.resolve("notes.txt"), "no database at all\n".repeat(99));
        assertThat(survey("survey", text.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("surveyor: ");
        assertThat(out.toString()).isEmpty();
    }
}
