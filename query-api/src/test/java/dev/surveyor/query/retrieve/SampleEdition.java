package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TypeFamily;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An edition that a test makes up, table by table. */
final class SampleEdition {

    private final String name;
    private final List<Insight> insights = new ArrayList<>();

    SampleEdition(String name) {
        this.name = name;
    }

    /** A school: students take courses, of which teachers teach some; each has a city. */
    static SampleEdition school() {
        return new SampleEdition("school")
                .table("student", "id", "name", "grade=good|bad", "city_id>city.id")
                .table("course", "id", "title=Algebra|Ancient History")
                .table("enrolment", "student_id>student.id", "course_id>course.id", "mark")
                .table("teacher", "id", "name", "salary", "course_id>course.id")
                .table("city", "id", "city_name=Ghent|Bruges");
    }

    /** An airport: flights go from one to another. */
    static SampleEdition airport() {
        return new SampleEdition("airport")
                .table("airport", "id", "name=Ghent|Oslo", "altitude")
                .table("flight", "id", "departs>airport.id", "arrives>airport.id", "price");
    }

    /** Columns as {@code name}, {@code name=value|value} or {@code name>table.column}. */
    SampleEdition table(String table, String... columns) {
        TableName tableName = table(table);
        List<Column> all = new ArrayList<>();
        List<ColumnProfile> profiles = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (String column : columns) {
            String[] valued = column.split("=", 2);
            String[] pointing = valued[0].split(">", 2);
            all.add(column(pointing[0]));
            profiles.add(
                    profile(
                            pointing[0],
                            valued.length == 1 ? List.of() : List.of(valued[1].split("\\|"))));
            if (pointing.length == 2) {
                relations.add(relation(tableName, pointing[0], pointing[1]));
            }
        }
        insights.add(
                new Insight(
                        structure(tableName, all, relations),
                        new TableProfile(
                                tableName,
                                TableProfile.Method.FULL,
                                null,
                                profiles,
                                Duration.ZERO,
                                null),
                        all.stream().map(each -> insight(each.name())).toList(),
                        List.of(),
                        new Description(table, Description.Origin.TEMPLATE),
                        List.of(),
                        List.of(),
                        ""));
        return this;
    }

    static TableName table(String name) {
        return new TableName("public", name);
    }

    private static Column column(String name) {
        return new Column(
                name,
                ColumnType.plain("text", TypeFamily.TEXT),
                true,
                Column.Generation.NONE,
                null,
                null,
                null,
                true);
    }

    private static ColumnProfile profile(String name, List<String> values) {
        return new ColumnProfile(
                name,
                null,
                null,
                null,
                null,
                Double.NaN,
                values.isEmpty() ? Completeness.SAMPLED : Completeness.ALL_VALUES,
                values.stream().map(value -> new ProfiledValue(value, false, 1)).toList(),
                List.of(),
                null,
                SemanticType.NONE,
                null,
                null);
    }

    private static Relation relation(TableName table, String column, String target) {
        String[] key = target.split("\\.", 2);
        return new Relation(
                table,
                List.of(column),
                table(key[0]),
                List.of(key[1]),
                new Relation.Declared(
                        column, Relation.Action.NO_ACTION, Relation.Action.NO_ACTION, true));
    }

    private static Table structure(TableName name, List<Column> columns, List<Relation> relations) {
        return new Table(
                name,
                TableKind.TABLE,
                columns,
                List.of(),
                relations,
                List.of(),
                List.of(),
                Table.Estimate.NONE,
                0,
                false,
                null,
                null);
    }

    private static ColumnInsight insight(String column) {
        return new ColumnInsight(
                column,
                new StrategyVerdict(
                        Strategy.CATEGORICAL, StrategyVerdict.Decider.RULE, "sample", "", 1),
                false,
                new Description(column, Description.Origin.TEMPLATE),
                List.of());
    }

    UUID connection() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    EditionContent content() {
        Instant now = Instant.EPOCH;
        return new EditionContent(
                new Edition(
                        connection(),
                        1,
                        true,
                        now,
                        now,
                        now,
                        "postgresql",
                        "",
                        name,
                        List.of(),
                        insights.size(),
                        ""),
                insights);
    }

    /** Loaded as the product does. */
    EditionLookup in(TableSearch search) {
        WordEmbedder embedder = new WordEmbedder();
        return search.load(
                content(),
                name,
                (connection, passages) ->
                        embedder.embedPassages(
                                passages.stream().map(passage -> passage.text()).toList()));
    }

    /** Everything of some editions. */
    static List<Sight> sights(TableSearch search, SampleEdition... editions) {
        return Arrays.stream(editions)
                .map(edition -> Sight.ofEverything(edition.in(search)))
                .toList();
    }
}
