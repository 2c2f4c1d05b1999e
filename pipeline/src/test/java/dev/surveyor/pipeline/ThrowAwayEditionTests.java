package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrowAwayEditionTests {

    private static final UUID CONNECTION = new UUID(0, 7);

    @TempDir Path folder;

    private Path file = Path.of("library.sqlite");

    @BeforeEach
    void makeALibrary() throws SQLException {
        file = folder.resolve("library.sqlite");
        execute(
                "CREATE TABLE author (id INTEGER PRIMARY KEY, full_name TEXT)",
                "CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER, title TEXT, genre)",
                "CREATE TABLE loan (book_id INTEGER REFERENCES book (id), day DATE)",
                "CREATE VIEW broken AS SELECT thing FROM nowhere",
                "INSERT INTO author VALUES (1, 'Erika Mustermann'), (2, 'Max Mustermann'), (3, 'Eva Muster')",
                "INSERT INTO book SELECT value, 1 + value % 3, 'Volume ' || char(65 + value % 26) || value,"
                        + " CASE value % 2 WHEN 0 THEN 'crime' ELSE 'poetry' END FROM generate_series(1, 200)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(
                        sql.replace(
                                "generate_series(1, 200)",
                                "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1"
                                        + " FROM n WHERE value < 200) SELECT value FROM n)"));
            }
        }
    }

    private EditionContent survey(ThrowAwayEdition.Progress progress) {
        try (SourceSession session =
                Sources.open(SourceAddress.ofFile("sqlite", file), SessionLimits.standard())) {
            return ThrowAwayEdition.of(
                    session, CONNECTION, ProfileRequest.standard(Depth.FULL), progress);
        }
    }

    private static Insight insight(EditionContent content, String table) {
        return content.insights().stream()
                .filter(each -> each.name().equals(new TableName("main", table)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileIsSurveyedWholeWithRelationsAndStrategies() {
        List<String> told = new ArrayList<>();
        EditionContent content = survey((done, total) -> told.add(done + "/" + total));
        assertThat(told).startsWith("0/4").endsWith("4/4");
        assertThat(content.edition().number()).isEqualTo(1);
        assertThat(content.insights()).hasSize(4);
        assertThat(insight(content, "book").columns())
                .extracting(ColumnInsight::name, each -> each.strategy().strategy().name())
                .extracting(Object::toString)
                .containsExactly(
                        "(\"id\", \"SKIP\")",
                        "(\"author_id\", \"SKIP\")",
                        "(\"title\", \"VECTOR\")",
                        "(\"genre\", \"CATEGORICAL\")");
        assertThat(insight(content, "book").document())
                .contains("author_id) -> main.author(id), inferred")
                .contains("main.loan(book_id) -> main.book(id), declared")
                .contains("\"crime\"");
        assertThat(content.toString()).doesNotContain("Mustermann");
    }

    @Test
    void aTableThatCannotBeReadIsPartOfTheEditionWithItsProblem() {
        assertThat(insight(survey((done, total) -> {}), "broken").profile().problem()).isNotNull();
    }

    @Test
    void theSameFileGivesTheSameEditionAndAnotherValueAnother() throws SQLException {
        EditionContent first = survey((done, total) -> {});
        EditionContent again = survey((done, total) -> {});
        assertThat(EditionDump.text(again)).isEqualTo(EditionDump.text(first));
        assertThat(EditionDump.sha256(again)).isEqualTo(EditionDump.sha256(first));
        execute("UPDATE book SET genre = 'travel' WHERE id = 7");
        assertThat(EditionDump.sha256(survey((done, total) -> {})))
                .isNotEqualTo(EditionDump.sha256(first));
    }

    @Test
    void aDumpHoldsNeitherIdsNorTimesAndOneFactALine() {
        String dump = EditionDump.text(survey((done, total) -> {}));
        assertThat(dump)
                .doesNotContain(CONNECTION.toString())
                .doesNotContain("took")
                .contains("main.book.columns[3].strategy.strategy = CATEGORICAL\n")
                .contains("main.book.relations[0].origin is Inferred\n");
        assertThat(dump.lines()).allMatch(line -> line.contains(" = ") || line.contains(" is "));
    }
}
