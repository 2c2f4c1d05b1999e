package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions about a saved connection, through the server that keeps it. */
class AskCommandIT {

    private static final String PASSWORD = "who asks the surveyors";

    @TempDir private Path data = Path.of("");

    @Test
    void aConnectionIsAskedOnceLineByLineAndBySqlOfOnesOwn() throws Exception {
        makeShop();
        try (SurveyorProcess server =
                SurveyorProcess.serve(
                                data,
                                "--set",
                                "surveyor.access.admin-password=" + PASSWORD,
                                "--set",
                                "surveyor.access.password-cost=10",
                                "--set",
                                "surveyor.llm.provider=none")
                        .awaitAnswers()) {
            SurveyCommandIT.save(server, PASSWORD, "Shop", "shop.db");
            assertThat(said(1, "", "ask", "Shop", "how many customers are there?"))
                    .contains("not been surveyed");
            said(0, "", "survey", "Shop");

            assertThat(said(0, "", "ask", "Shop", "how many customers are there?"))
                    .contains("SQL", "Evidence", "planner", "main.customer");
            JsonNode answer =
                    JsonMapper.shared()
                            .readTree(
                                    said(
                                            0,
                                            "",
                                            "ask",
                                            "Shop",
                                            "how many customers are there?",
                                            "--json"));
            assertThat(answer.at("/rows/0/0").asInt()).isEqualTo(3);
            assertThat(answer.path("sessionId").asString()).isNotEmpty();

            assertThat(
                            said(
                                    1,
                                    """
                                    \\d
                                    \\d main.invoice
                                    \\sql SELECT name FROM customer ORDER BY name
                                    \\sql DELETE FROM customer
                                    \\sql SELECT nothing FROM customer
                                    how many invoices are there?
                                    \\why
                                    """,
                                    "ask",
                                    "Shop",
                                    "--explain"))
                    .contains("main.customer  table", "customer_id", "Cleo", "Allowed here: ")
                    .contains("nothing", "main.invoice", "Steps");
            assertThat(said(1, "", "ask", "Other", "how many?")).contains("called 'Other'");
        }
    }

    private void makeShop() throws Exception {
        Path shop = Files.createDirectories(data.resolve("files")).resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shop);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT);
                    CREATE TABLE invoice (id INTEGER PRIMARY KEY, customer_id INT REFERENCES customer);
                    INSERT INTO customer VALUES (1, 'Ada', 'London'), (2, 'Ben', 'Paris'), (3, 'Cleo', 'Paris');
                    INSERT INTO invoice VALUES (1, 1), (2, 2);
                    """);
        }
    }

    private String said(int exitCode, String lines, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--data", data.toString()));
        try (SurveyorProcess command =
                SurveyorProcess.start(Map.of(), words.toArray(String[]::new)).say(lines)) {
            int exit = command.exitCode();
            String output = command.awaitEnd();
            assertThat(exit).as(output).isEqualTo(exitCode);
            return output;
        }
    }
}
