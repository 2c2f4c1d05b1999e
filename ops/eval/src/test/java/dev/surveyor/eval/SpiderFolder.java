package dev.surveyor.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A folder in Spider's form that a test makes for itself: two databases about pets and one empty.
 */
public final class SpiderFolder {

    private static final String TABLES =
            """
            [
             {"db_id": "%s",
              "table_names_original": ["Owner", "Pet"],
              "table_names": ["owner", "pet"],
              "column_names_original": [[-1, "*"], [0, "Id"], [0, "Name"], [1, "Id"],
                                        [1, "Owner_Id"], [1, "Kind"], [1, "Weight"]],
              "column_names": [[-1, "*"], [0, "id"], [0, "name"], [1, "id"],
                               [1, "owner id"], [1, "kind"], [1, "weight"]],
              "column_types": ["text", "number", "text", "number", "number", "text", "number"],
              "primary_keys": [1, 3],
              "foreign_keys": [[4, 1]]}
            """;

    private final Path folder;

    private SpiderFolder(Path folder) {
        this.folder = folder;
    }

    /** {@code pets_1} and {@code pets_2} hold the same rows; {@code pets_3} is a schema alone. */
    public static SpiderFolder in(Path folder) throws IOException, SQLException {
        SpiderFolder spider = new SpiderFolder(folder);
        String third = TABLES.formatted("pets_3").strip().substring(1);
        Files.writeString(
                folder.resolve("tables.json"),
                TABLES.formatted("pets_1")
                        + ","
                        + TABLES.formatted("pets_2").strip().substring(1)
                        + ","
                        + third
                        + "]");
        spider.fill("pets_1");
        spider.fill("pets_2");
        return spider;
    }

    private void fill(String database) throws IOException, SQLException {
        Files.createDirectories(folder.resolve("database").resolve(database));
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE Owner (Id INTEGER PRIMARY KEY, Name TEXT)");
            statement.execute(
                    "CREATE TABLE Pet (Id INTEGER PRIMARY KEY, Owner_Id INT REFERENCES Owner(Id),"
                            + " Kind TEXT, Weight REAL)");
            statement.execute("INSERT INTO Owner VALUES (1, 'Ann'), (2, 'Bob'), (3, 'Cem')");
            statement.execute(
                    "INSERT INTO Pet VALUES (1, 1, 'dog', 20.5), (2, 1, 'cat', 4), (3, 2, 'dog',"
                            + " 20.5), (4, 2, 'cat', 3.5), (5, 3, 'fish', 0.1)");
        }
    }

    /** Writes the questions file, a line each. */
    public SpiderFolder questions(List<String> lines) throws IOException {
        Files.writeString(folder.resolve("questions.jsonl"), String.join("\n", lines) + "\n");
        return this;
    }

    /** A line with the gold's SQL alone: its rows are what it gives. */
    public static String question(String id, String database, String sql) {
        return "{\"id\": \"%s\", \"db_id\": \"%s\", \"question\": \"What about %s?\", \"query\": \"%s\"}"
                .formatted(id, database, id, sql.replace("\"", "\\\""));
    }

    public String url(String database) {
        return "jdbc:sqlite:" + file(database);
    }

    public Path file(String database) {
        return folder.resolve("database").resolve(database).resolve(database + ".sqlite");
    }

    public Path path() {
        return folder;
    }
}
