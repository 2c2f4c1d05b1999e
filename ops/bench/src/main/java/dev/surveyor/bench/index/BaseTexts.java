package dev.surveyor.bench.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names of columns and values in them, from databases in Spider's form; where there are none, put
 * together from a few hundred syllables.
 */
final class BaseTexts {

    private static final int TEXTS_MAX = 4000;
    private static final int VALUES_PER_COLUMN = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BaseTexts() {}

    static List<String> of(Path spider) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        if (Files.isRegularFile(spider.resolve("tables.json"))) {
            for (JsonNode database :
                    JSON.readTree(Files.readString(spider.resolve("tables.json")))) {
                add(texts, spider, database);
            }
        } else {
            invent(texts);
        }
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled.subList(0, Math.min(TEXTS_MAX, shuffled.size()));
    }

    private static void add(Set<String> texts, Path spider, JsonNode database) throws IOException {
        String id = database.path("db_id").asString();
        JsonNode tables = database.path("table_names_original");
        Path file = spider.resolve("database").resolve(id).resolve(id + ".sqlite");
        try (Connection connection =
                Files.isRegularFile(file)
                        ? DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro")
                        : DriverManager.getConnection("jdbc:sqlite::memory:")) {
            for (JsonNode pair : database.path("column_names_original")) {
                int table = pair.path(0).asInt(-1);
                if (table >= 0) {
                    String tableName = tables.path(table).asString();
                    String column = pair.path(1).asString();
                    texts.add("%s of %s in %s".formatted(column, tableName, id).replace('_', ' '));
                    if (Files.isRegularFile(file)) {
                        texts.addAll(values(connection, tableName, column));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> values(Connection connection, String table, String column)
            throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT DISTINCT CAST(\"%s\" AS TEXT) FROM \"%s\" LIMIT %d"
                                        .formatted(
                                                column.replace("\"", "\"\""),
                                                table.replace("\"", "\"\""),
                                                VALUES_PER_COLUMN))) {
            while (rows.next()) {
                String value = rows.getString(1);
                if (value != null && value.chars().anyMatch(Character::isLetter)) {
                    values.add(column.replace('_', ' ') + " " + value);
                }
            }
        }
        return values;
    }

    private static void invent(Set<String> texts) {
        Random random = new Random(7);
        String[] syllables =
                "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu".split(" ", -1);
        while (texts.size() < TEXTS_MAX) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 5; word++) {
                for (int i = 0; i < 3; i++) {
                    text.append(syllables[random.nextInt(syllables.length)]);
                }
                text.append(' ');
            }
            texts.add(text.toString());
        }
    }
}
