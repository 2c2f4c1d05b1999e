package dev.surveyor.query;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Schema;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.plan.link.Lookup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A small edition: owners with their towns, and their pets. */
public final class PetShop {

    private static final String SCHEMA = "main";

    private PetShop() {}

    public static Lookup lookup(String dialect) {
        return Lookup.of(content(dialect));
    }

    public static EditionContent content(String dialect) {
        return edition(
                dialect,
                insight(
                        "owners",
                        List.of(),
                        number("owner_id"),
                        text("name", "Ann", "Bob"),
                        text("city", "Paris", "Oslo"),
                        number("age")),
                insight(
                        "pets",
                        List.of("owner_id"),
                        number("pet_id"),
                        number("owner_id"),
                        text("nick"),
                        text("species", "cat", "dog"),
                        number("weight")));
    }

    private record Described(Column column, ColumnProfile profile) {}

    private static Described number(String name) {
        return described(name, TypeFamily.INTEGER, List.of());
    }

    private static Described text(String name, String... values) {
        return described(name, TypeFamily.TEXT, List.of(values));
    }

    private static Described described(String name, TypeFamily family, List<String> values) {
        return new Described(
                new Column(
                        name,
                        ColumnType.plain(family.name(), family),
                        true,
                        Column.Generation.NONE,
                        null,
                        null,
                        null,
                        true),
                new ColumnProfile(
                        name,
                        Count.exactly(0),
                        Count.exactly(Math.max(1, values.size())),
                        null,
                        null,
                        5,
                        values.isEmpty() ? Completeness.SAMPLED : Completeness.ALL_VALUES,
                        values.stream().map(v -> new ProfiledValue(v, false, 1)).toList(),
                        List.of(),
                        null,
                        SemanticType.NONE,
                        null,
                        null));
    }

    private static Insight insight(String table, List<String> toOwners, Described... described) {
        TableName name = new TableName(SCHEMA, table);
        List<Column> columns = new ArrayList<>();
        List<ColumnProfile> profiles = new ArrayList<>();
        for (Described each : described) {
            columns.add(each.column());
            profiles.add(each.profile());
        }
        List<Relation> relations =
                toOwners.stream()
                        .map(column ->
                                new Relation(
                                        name,
                                        List.of(column),
                                        new TableName(SCHEMA, "owners"),
                                        List.of("owner_id"),
                                        new Relation.Inferred(0.9, "in a test")))
                        .toList();
        return new Insight(
                new Table(
                        name,
                        TableKind.TABLE,
                        columns,
                        List.of(new Key("key", true, List.of(columns.getFirst().name()))),
                        List.of(),
                        List.of(),
                        List.of(),
                        Table.Estimate.NONE,
                        0,
                        false,
                        null,
                        null),
                new TableProfile(
                        name,
                        TableProfile.Method.FULL,
                        Count.exactly(2),
                        profiles,
                        Duration.ZERO,
                        null),
                List.of(),
                relations,
                new Description("", Description.Origin.TEMPLATE),
                List.of(),
                List.of(),
                "");
    }

    private static EditionContent edition(String dialect, Insight... insights) {
        return new EditionContent(
                new Edition(
                        new UUID(0, 1),
                        1,
                        true,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        dialect,
                        "test",
                        "pets",
                        List.of(new Schema(SCHEMA, null, null)),
                        insights.length,
                        "none"),
                List.of(insights));
    }
}
