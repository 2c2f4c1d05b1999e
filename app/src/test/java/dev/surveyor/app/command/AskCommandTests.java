package dev.surveyor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code surveyor ask} of a file that nobody saved. */
class AskCommandTests {

    @TempDir private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeFile() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT);
                    CREATE TABLE invoice (
                        id INTEGER PRIMARY KEY, customer_id INT REFERENCES customer, state TEXT, total REAL);
                    INSERT INTO customer VALUES
                        (1, 'Ada, Countess', 'London'), (2, 'Ben', 'Paris'), (3, 'Cleo', 'Paris');
                    INSERT INTO invoice VALUES (1, 1, 'paid', 10.5), (2, 2, 'open', 3), (3, 2, 'paid', 4);
                    """);
        }
    }

    private Path file() {
        return folder.resolve("shop.db");
    }

    private int ask(String... arguments) {
        List<String> words = new ArrayList<>(List.of("ask", file().toString()));
        words.addAll(List.of(arguments));
        words.addAll(
                List.of(
                        "--set",
                        "surveyor.llm.provider=none",
                        "--data",
                        folder.resolve("data").toString()));
        return Commands.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    private int say(String lines, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            return ask(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aQuestionIsAnsweredWithRowsSqlAndWhatTheyRestOn() {
        assertThat(ask("how many customers are there?")).as(err::toString).isZero();
        assertThat(out.toString())
                .contains("3", "SQL\n", "Evidence\n", "planner", "confidence", "main.customer")
                .contains("surveyed    just now");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void explainedItTellsItsSteps() {
        assertThat(ask("how many customers are there?", "--explain", "--engine", "planner"))
                .isZero();
        assertThat(out.toString()).contains("Steps\n", "understand", "plan", " ms");
    }

    @Test
    void asJsonTheWholeAnswerIsOneLine() {
        assertThat(ask("how many customers are there?", "--json")).isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.path("kind").asString()).isEqualTo("ANSWER");
        assertThat(answer.at("/rows/0/0").asInt()).isEqualTo(3);
        assertThat(answer.at("/evidence/engine").asString()).isEqualTo("planner");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void asCsvOnlyRowsAreOnStdout() {
        assertThat(say("\\sql SELECT name, city FROM customer ORDER BY id", "--csv")).isZero();
        assertThat(out.toString())
                .isEqualTo("name,city\r\n\"Ada, Countess\",London\r\nBen,Paris\r\nCleo,Paris\r\n");
    }

    @Test
    void rowsThatAreTooManyAreLeftOutAndThatIsSaid() {
        assertThat(say("\\sql SELECT name FROM customer", "--csv", "--max-rows", "2")).isZero();
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("more than 2 rows");
    }

    @Test
    void whereThePlannerCannotAndNoModelIsThereItSaysWhatToConfigure() {
        assertThat(ask("how many customers are there?", "--engine", "model")).isEqualTo(1);
        assertThat(out.toString()).contains("surveyor.llm.provider");
    }

    @Test
    void aStatementThatWritesIsRefused() {
        assertThat(say("\\sql DELETE FROM customer\n\\sql SELECT count(*) AS n FROM customer"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("Allowed here: ", "n: 3.");
    }

    @Test
    void linesOfAPipeAreQuestionsAndCommands() {
        String said =
                """
                how many customers are there?

                \\d
                \\d Invoice
                \\d nothing
                \\sql
                \\why
                \\?
                \\x
                \\q
                how many invoices are there?
                """;
        assertThat(say(said, "--explain")).as(err::toString).isZero();
        assertThat(out.toString())
                .contains("main.invoice   table  3", "customer_id", "no table called nothing")
                .contains("Steps", "\\sql SELECT")
                .doesNotContain("invoices");
        assertThat(err.toString()).contains("There is no \\x here");
    }

    @Test
    void whatPeopleTypeIsKeptForThemselvesOnly() throws Exception {
        Path file = TypedLines.history(folder).orElseThrow();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(file.getParent())).hasSize(3);
        assertThat(TypedLines.history(folder)).contains(file);
        assertThat(TypedLines.history(folder.resolve("nobody"))).isEmpty();
    }

    @Test
    void whatIsNoDatabaseFailsAndLeavesNothingBehind() throws Exception {
        Path text =
                Files.writeString(folder.resolve("notes.txt"), "no database at all\n".repeat(99));
        int exit =
                Commands.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute("ask", text.toString(), "how many?");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).startsWith("surveyor: ");
    }
}
