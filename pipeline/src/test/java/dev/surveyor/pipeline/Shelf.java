package dev.surveyor.pipeline;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.PersonalEvidence;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.catalog.TypeFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds tables with profiles, as a source would tell them. */
public final class Shelf {

    private final TableName name;
    private final long rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<ColumnProfile> profiles = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private @Nullable String comment;

    private Shelf(TableName name, long rows) {
        this.name = name;
        this.rows = rows;
    }

    public static Shelf of(String schema, String table, long rows) {
        return new Shelf(new TableName(schema, table), rows);
    }

    public Shelf comment(String text) {
        comment = text;
        return this;
    }

    public Shelf key(String... names) {
        keys.add(new Key("key" + keys.size(), keys.isEmpty(), List.of(names)));
        return this;
    }

    public Shelf pointer(String column, TableName keyTable, String keyColumn) {
        relations.add(
                new Relation(
                        name,
                        List.of(column),
                        keyTable,
                        List.of(keyColumn),
                        new Relation.Declared(
                                "fk_" + column,
                                Relation.Action.NO_ACTION,
                                Relation.Action.NO_ACTION,
                                true)));
        return this;
    }

    /** With these values, all there are. */
    public Shelf column(String column, TypeFamily family, SemanticType meaning, String... values) {
        return add(column, family, meaning, null, null, values.length, true, values);
    }

    /** With more values than are kept. */
    public Shelf many(
            String column, TypeFamily family, SemanticType meaning, long distinct, String... some) {
        return add(column, family, meaning, null, null, distinct, false, some);
    }

    public Shelf commented(String column, TypeFamily family, String text, String... values) {
        return add(column, family, SemanticType.NONE, text, null, values.length, true, values);
    }

    public Shelf personal(String column, SemanticType meaning, String... values) {
        return add(
                column,
                TypeFamily.TEXT,
                meaning,
                null,
                new PersonalEvidence(0.9, "Its name says persons."),
                values.length,
                true,
                values);
    }

    private Shelf add(
            String column,
            TypeFamily family,
            SemanticType meaning,
            @Nullable String text,
            @Nullable PersonalEvidence personal,
            long distinct,
            boolean whole,
            String... values) {
        columns.add(
                new Column(
                        column,
                        ColumnType.plain(family.name().toLowerCase(Locale.ROOT), family),
                        true,
                        Generation.NONE,
                        null,
                        null,
                        text,
                        true));
        List<ProfiledValue> kept =
                Stream.of(values).map(value -> new ProfiledValue(value, false, 1)).toList();
        profiles.add(
                new ColumnProfile(
                        column,
                        Count.exactly(distinct == 0 ? rows : 0),
                        Count.exactly(distinct),
                        kept.isEmpty() ? null : kept.getFirst(),
                        kept.isEmpty() ? null : kept.getLast(),
                        Stream.of(values).mapToInt(String::length).average().orElse(Double.NaN),
                        whole ? Completeness.ALL_VALUES : Completeness.TOP_VALUES,
                        kept,
                        List.of(),
                        null,
                        meaning,
                        personal,
                        null));
        return this;
    }

    public static String[] numbered(String text, int count) {
        return IntStream.range(0, count).mapToObj(i -> text + i).toArray(String[]::new);
    }

    public Table table() {
        return new Table(
                name,
                TableKind.TABLE,
                columns,
                keys,
                relations,
                List.of(),
                List.of(),
                Table.Estimate.NONE,
                0,
                false,
                null,
                comment);
    }

    public TableProfile profile() {
        return new TableProfile(
                name, Method.FULL, Count.exactly(rows), profiles, Duration.ofMillis(7), null);
    }

    public TableFindings findings(Correction... corrections) {
        return new TableFindings(table(), profile(), List.of(), List.of(), List.of(corrections));
    }

    public Insight insight(Correction... corrections) {
        return maker(StrategyAdvisor.NONE).insight(findings(corrections));
    }

    public static InsightMaker maker(StrategyAdvisor advisor) {
        return new InsightMaker("shop", 100, true, advisor);
    }
}
