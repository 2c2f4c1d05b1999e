package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Description.Origin;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.Table;
import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.NameTexts;
import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.PointKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The texts by which a table, its columns and their values are found: {@link NameTexts}, what is
 * said of the table beyond names, and values, without figures that change every night.
 */
public final class TablePassages {

    private static final int COLUMNS_MAX = 1_000;
    private static final int VALUES_PER_COLUMN_MAX = 100;
    private static final int VALUES_MAX = 1_000;
    private static final int VALUES_TOLD_MAX = 8;
    private static final int DESCRIPTION_CHARS_MAX = 200;
    private static final int SYNONYMS_MAX = 10;

    private final String database;
    private final Insight insight;
    private final Function<Document, List<String>> chunks;
    private final Table table;
    private final List<Column> columns;
    private final Map<String, ColumnInsight> insights = new HashMap<>();
    private final Map<String, ColumnProfile> profiles = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();

    private TablePassages(
            String database, Insight insight, Function<Document, List<String>> chunks) {
        this.database = database;
        this.insight = insight;
        this.chunks = chunks;
        this.table = insight.table();
        this.columns = table.columns().stream().limit(COLUMNS_MAX).toList();
        insight.columns().forEach(each -> insights.put(each.name(), each));
        insight.profile().columns().forEach(each -> profiles.put(each.column(), each));
    }

    /** In an order that is always the same. */
    public static List<Passage> of(
            String database, Insight insight, Function<Document, List<String>> chunks) {
        return new TablePassages(database, insight, chunks).all();
    }

    private List<Passage> all() {
        passages.addAll(NameTexts.of(database, insight, chunks));
        detailTexts()
                .forEach(text ->
                        passages.add(
                                new Passage(
                                        PointKind.TABLE,
                                        table.name().schema(),
                                        table.name().toString(),
                                        text)));
        values();
        return passages;
    }

    private void add(PointKind kind, Column column, String text) {
        passages.add(
                new Passage(
                        kind,
                        table.name().schema(),
                        new ColumnName(table.name(), column.name()).toString(),
                        text));
    }

    /** What is said of its columns beyond their names. */
    private List<String> detailTexts() {
        List<String> parts = new ArrayList<>();
        for (Column column : columns) {
            String more = more(column);
            if (!more.isEmpty()) {
                parts.add(Plain.words(column.name()) + ": " + more);
            }
        }
        String header = header();
        return parts.isEmpty() && said(insight.description()).isEmpty()
                ? List.of()
                : chunks.apply(new Document(header + " with columns", parts));
    }

    private String header() {
        String schema =
                Plain.isUsual(table.name().schema())
                        ? ""
                        : ", schema " + Plain.words(table.name().schema());
        StringBuilder header =
                new StringBuilder(
                        "database %s%s: table %s"
                                .formatted(
                                        NameTexts.database(database),
                                        schema,
                                        Plain.words(table.name().name())));
        if (!insight.synonyms().isEmpty()) {
            header.append(" (").append(synonyms(insight.synonyms())).append(')');
        }
        said(insight.description()).ifPresent(text -> header.append(", ").append(text).append(','));
        return header.toString();
    }

    /** What somebody said of it; what was put together from names says them once more. */
    private static Optional<String> said(Description description) {
        return description.origin() == Origin.TEMPLATE
                ? Optional.empty()
                : Optional.of(Plain.quoted(description.text(), DESCRIPTION_CHARS_MAX));
    }

    private static String synonyms(List<String> synonyms) {
        return String.join(
                ", ",
                synonyms.stream().limit(SYNONYMS_MAX).map(each -> Plain.line(each, 60)).toList());
    }

    private String more(Column column) {
        ColumnInsight known = insights.get(column.name());
        if (known == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (!known.synonyms().isEmpty()) {
            parts.add(synonyms(known.synonyms()));
        }
        said(known.description()).ifPresent(parts::add);
        if (known.strategy().strategy() == Strategy.CATEGORICAL) {
            parts.addAll(ColumnValues.quoted(known, profiles.get(column.name()), VALUES_TOLD_MAX));
        }
        return String.join(", ", parts);
    }

    private void values() {
        int left = VALUES_MAX;
        for (Column column : columns) {
            ColumnInsight known = insights.get(column.name());
            if (known == null || left == 0) {
                continue;
            }
            List<String> words =
                    ColumnValues.words(
                            known,
                            profiles.get(column.name()),
                            Math.min(left, VALUES_PER_COLUMN_MAX));
            words.forEach(word -> add(PointKind.VALUE, column, word));
            left -= words.size();
        }
    }
}
