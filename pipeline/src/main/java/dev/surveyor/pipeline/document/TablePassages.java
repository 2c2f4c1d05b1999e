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
import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.PointKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The texts by which a table, its columns and their values are found: names with a sentence around
 * them, without figures that change every night.
 */
public final class TablePassages {

    private static final int COLUMNS_MAX = 1_000;
    private static final int VALUES_PER_COLUMN_MAX = 100;
    private static final int VALUES_MAX = 1_000;
    private static final int SAMPLES_MAX = 5;
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
        tableTexts()
                .forEach(text ->
                        passages.add(
                                new Passage(
                                        PointKind.TABLE,
                                        table.name().schema(),
                                        table.name().toString(),
                                        text)));
        for (Column column : columns) {
            ColumnInsight known = insights.get(column.name());
            if (known != null && known.strategy().strategy() != Strategy.SKIP) {
                add(PointKind.COLUMN, column, columnText(column, known));
            }
        }
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

    /** One text with all names where a model reads it whole, and what else there is to say. */
    private List<String> tableTexts() {
        String header = header();
        List<String> names = columns.stream().map(column -> Plain.words(column.name())).toList();
        String whole = header + " with columns " + String.join(", ", names);
        List<String> one = chunks.apply(new Document(whole, List.of()));
        boolean fits = one.size() == 1;
        List<String> texts = new ArrayList<>(fits ? one : List.of());
        List<String> parts = new ArrayList<>();
        for (Column column : columns) {
            String more = more(column);
            if (!fits || !more.isEmpty()) {
                parts.add(Plain.words(column.name()) + (more.isEmpty() ? "" : ": " + more));
            }
        }
        if (!parts.isEmpty()) {
            texts.addAll(chunks.apply(new Document(header + " with columns", parts)));
        }
        return texts;
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
                                        Plain.database(database),
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

    private String columnText(Column column, ColumnInsight known) {
        StringBuilder text =
                new StringBuilder(
                        "%s of %s"
                                .formatted(Plain.words(column.name()), Plain.words(table.name())));
        if (!known.synonyms().isEmpty()) {
            text.append(" (").append(synonyms(known.synonyms())).append(')');
        }
        String meaning = said(known.description()).orElseGet(() -> meaning(column, known));
        if (!meaning.isEmpty()) {
            text.append(": ").append(meaning);
        }
        List<String> samples = ColumnValues.quoted(known, profiles.get(column.name()), SAMPLES_MAX);
        if (!samples.isEmpty()) {
            text.append(", such as ").append(String.join(", ", samples));
        }
        return text.toString();
    }

    /** Empty where it would say no more than that it is text. */
    private static String meaning(Column column, ColumnInsight known) {
        String text = known.description().text();
        String meaning = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return meaning.equalsIgnoreCase(Phrases.of(column.type()))
                ? ""
                : Plain.line(meaning, DESCRIPTION_CHARS_MAX);
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
