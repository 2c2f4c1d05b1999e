package dev.surveyor.eval.finders;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.pipeline.InsightMaker;
import dev.surveyor.pipeline.StrategyAdvisor;
import dev.surveyor.pipeline.TableFindings;
import dev.surveyor.pipeline.ThrowAwayEdition;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** An edition of a database of the evaluation. */
final class SurveyedDatabase {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String SCHEMA = "main";

    private SurveyedDatabase() {}

    /** By a survey of its file; where there is none, from its schema. */
    static EditionContent edition(TableFinder.Searched database) {
        UUID connection =
                UUID.nameUUIDFromBytes(database.database().getBytes(StandardCharsets.UTF_8));
        if (database.access() == null || database.access().dialect() != Dialect.SQLITE) {
            return ofSchema(connection, database);
        }
        Path file = Path.of(database.access().url().substring(SQLITE.length()));
        try (SourceSession session =
                Sources.open(SourceAddress.ofFile("sqlite", file), SessionLimits.standard())) {
            return ThrowAwayEdition.of(
                    session,
                    connection,
                    ProfileRequest.standard(ProfileRequest.Depth.FULL),
                    (done, total) -> {});
        } catch (SourceException e) {
            throw new EvaluationException("Cannot survey " + file + ": " + e.getMessage(), e);
        }
    }

    private static EditionContent ofSchema(UUID connection, TableFinder.Searched database) {
        InsightMaker maker = new InsightMaker(database.database(), 1, false, StrategyAdvisor.NONE);
        List<Insight> insights =
                database.schema().tables().stream()
                        .filter(table -> !isSqlitesOwn(table.name()))
                        .map(table -> maker.insight(findings(table, database.schema())))
                        .toList();
        Instant now = Instant.EPOCH;
        return new EditionContent(
                new Edition(
                        connection,
                        1,
                        true,
                        now,
                        now,
                        now,
                        "sqlite",
                        "",
                        database.database(),
                        List.of(),
                        insights.size(),
                        ""),
                insights);
    }

    static boolean isSqlitesOwn(String table) {
        return table.toLowerCase(Locale.ROOT).startsWith("sqlite_");
    }

    private static TableFindings findings(Schema.Table table, Schema schema) {
        TableName name = new TableName(SCHEMA, table.name());
        Table known =
                new Table(
                        name,
                        TableKind.TABLE,
                        table.columns().stream().map(SurveyedDatabase::column).toList(),
                        List.of(),
                        schema.references().stream()
                                .filter(reference -> reference.table().equals(table.name()))
                                .filter(reference -> !isSqlitesOwn(reference.toTable()))
                                .map(SurveyedDatabase::relation)
                                .toList(),
                        List.of(),
                        List.of(),
                        Table.Estimate.NONE,
                        0,
                        false,
                        null,
                        null);
        TableProfile profile =
                new TableProfile(
                        name, TableProfile.Method.NOTHING, null, List.of(), Duration.ZERO, null);
        return new TableFindings(known, profile, List.of(), List.of(), List.of());
    }

    private static Column column(Schema.Column column) {
        TypeFamily family =
                switch (column.type()) {
                    case "number" -> TypeFamily.DECIMAL;
                    case "time" -> TypeFamily.TIMESTAMP;
                    case "boolean" -> TypeFamily.BOOLEAN;
                    default -> TypeFamily.TEXT;
                };
        return new Column(
                column.name(),
                ColumnType.plain(column.type(), family),
                true,
                Column.Generation.NONE,
                null,
                null,
                null,
                true);
    }

    private static Relation relation(Schema.Reference reference) {
        return new Relation(
                new TableName(SCHEMA, reference.table()),
                List.of(reference.column()),
                new TableName(SCHEMA, reference.toTable()),
                List.of(reference.toColumn()),
                new Relation.Declared(
                        "", Relation.Action.NO_ACTION, Relation.Action.NO_ACTION, true));
    }
}
