package dev.surveyor.query.plan.grasp;

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
import org.jspecify.annotations.Nullable;

/** A small edition with dates, truth values and references: clients, their orders, staff. */
final class Kiosk {

    private static final String SCHEMA = "main";

    private Kiosk() {}

    private record Described(Column column, ColumnProfile profile) {}

    static Lookup lookup() {
        return Lookup.of(
                edition(
                        insight(
                                "clients",
                                "People who buy here",
                                List.of(),
                                number("client_id"),
                                text("name"),
                                text("city", "Paris", "paris ", "Oslo"),
                                text("tier", "gold", "silver")),
                        insight(
                                "orders",
                                null,
                                List.of("client_id>clients", "employee_id>staff"),
                                number("order_id"),
                                number("client_id"),
                                lacking("employee_id", TypeFamily.INTEGER, null),
                                text("status", "open", "delivered", "cancelled"),
                                text("channel", "web", "phone"),
                                column("placed_on", TypeFamily.DATE, false, "2026-06-30"),
                                lacking("delivered_on", TypeFamily.DATE, "2026-06-29"),
                                lacking("promised_on", TypeFamily.DATE, "2026-07-09"),
                                column("total", TypeFamily.DECIMAL, false, null),
                                column("is_gift", TypeFamily.BOOLEAN, false, null)),
                        insight(
                                "staff",
                                "Employees, present and former",
                                List.of("manager_id>staff"),
                                number("employee_id"),
                                text("name"),
                                text("department", "Sales", "Office"),
                                lacking("manager_id", TypeFamily.INTEGER, null),
                                lacking("left_on", TypeFamily.DATE, "2025-12-31"),
                                column("salary", TypeFamily.DECIMAL, false, null)),
                        insight(
                                "order_lines",
                                null,
                                List.of("order_id>orders"),
                                number("line_id"),
                                number("order_id"),
                                column("quantity", TypeFamily.INTEGER, false, null),
                                column("unit_price", TypeFamily.DECIMAL, false, null)),
                        insight(
                                "parcels",
                                null,
                                List.of(),
                                number("parcel_id"),
                                column("packed_on", TypeFamily.DATE, false, "2026-06-30"),
                                column("arrived_on", TypeFamily.DATE, false, "2026-06-30"),
                                text("origin", "Bergen", "Turin"),
                                text("destination", "Bergen", "Turin"),
                                column("postage_fee", TypeFamily.DECIMAL, false, null),
                                column("handling_fee", TypeFamily.DECIMAL, false, null))));
    }

    private static Described number(String name) {
        return column(name, TypeFamily.INTEGER, false, null);
    }

    private static Described text(String name, String... values) {
        return column(name, TypeFamily.TEXT, false, null, values);
    }

    private static Described lacking(String name, TypeFamily family, @Nullable String newest) {
        return column(name, family, true, newest);
    }

    private static Described column(
            String name,
            TypeFamily family,
            boolean nulls,
            @Nullable String newest,
            String... values) {
        return new Described(
                new Column(
                        name,
                        ColumnType.plain(family.name(), family),
                        nulls,
                        Column.Generation.NONE,
                        null,
                        null,
                        null,
                        true),
                new ColumnProfile(
                        name,
                        Count.exactly(nulls ? 1 : 0),
                        Count.exactly(Math.max(1, values.length)),
                        null,
                        newest == null ? null : new ProfiledValue(newest, false, 1),
                        5,
                        values.length == 0 ? Completeness.SAMPLED : Completeness.ALL_VALUES,
                        List.of(values).stream()
                                .map(value -> new ProfiledValue(value, false, 1))
                                .toList(),
                        List.of(),
                        null,
                        SemanticType.NONE,
                        null,
                        null));
    }

    private static Insight insight(
            String table, @Nullable String comment, List<String> references, Described... all) {
        TableName name = new TableName(SCHEMA, table);
        List<Column> columns = new ArrayList<>();
        List<ColumnProfile> profiles = new ArrayList<>();
        for (Described each : all) {
            columns.add(each.column());
            profiles.add(each.profile());
        }
        List<Relation> relations =
                references.stream()
                        .map(reference -> List.of(reference.split(">", -1)))
                        .map(parts ->
                                new Relation(
                                        name,
                                        List.of(parts.getFirst()),
                                        new TableName(SCHEMA, parts.getLast()),
                                        List.of(
                                                switch (parts.getLast()) {
                                                    case "staff" -> "employee_id";
                                                    case "orders" -> "order_id";
                                                    default -> "client_id";
                                                }),
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
                        comment),
                new TableProfile(
                        name,
                        TableProfile.Method.FULL,
                        Count.exactly(3),
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

    private static EditionContent edition(Insight... insights) {
        return new EditionContent(
                new Edition(
                        new UUID(0, 1),
                        1,
                        true,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "sqlite",
                        "test",
                        "kiosk",
                        List.of(new Schema(SCHEMA, null, null)),
                        insights.length,
                        "none"),
                List.of(insights));
    }
}
