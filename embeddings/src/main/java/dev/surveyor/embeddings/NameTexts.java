package dev.surveyor.embeddings;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The texts by which tables and columns are found by meaning: their names and synonyms in a
 * sentence, and nothing else. Values and types in them were measured to blur what they mean.
 */
public final class NameTexts {

    private static final Pattern NEW_WORD = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern FILE_ENDING = Pattern.compile("(?i)\\.(?:sqlite3?|db3?|duckdb)$");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameTexts() {}

    /**
     * Those of one table, in an order that is always the same.
     *
     * @param database that the table lies in
     * @param chunks cuts a document as the embedding model needs it
     */
    public static List<Passage> of(
            String database, Insight insight, Function<Document, List<String>> chunks) {
        List<Passage> passages = new ArrayList<>();
        List<String> columns =
                insight.table().columns().stream().map(column -> said(insight, column)).toList();
        String schema = insight.name().schema();
        for (String text : tableTexts(database, insight, columns, chunks)) {
            passages.add(new Passage(PointKind.TABLE, schema, insight.name().toString(), text));
        }
        String table = plain(insight.name().name());
        for (int i = 0; i < columns.size(); i++) {
            String column = insight.table().columns().get(i).name();
            passages.add(
                    new Passage(
                            PointKind.COLUMN,
                            schema,
                            new ColumnName(insight.name(), column).toString(),
                            columns.get(i) + " of " + table));
        }
        return passages;
    }

    /** One text where the model reads it whole. */
    private static List<String> tableTexts(
            String database,
            Insight insight,
            List<String> columns,
            Function<Document, List<String>> chunks) {
        String header =
                "database %s: table %s"
                        .formatted(
                                database(database),
                                withSynonyms(insight.name().name(), insight.synonyms()));
        String whole = header + " with columns " + String.join(", ", columns);
        List<String> one = chunks.apply(new Document(whole, List.of()));
        return one.size() == 1
                ? one
                : chunks.apply(new Document(header + " with columns", columns));
    }

    private static String said(Insight insight, Column column) {
        List<String> synonyms =
                insight.column(column.name()).map(ColumnInsight::synonyms).orElse(List.of());
        return withSynonyms(column.name(), synonyms);
    }

    private static String withSynonyms(String name, List<String> synonyms) {
        return synonyms.isEmpty()
                ? plain(name)
                : plain(name) + " (" + String.join(", ", synonyms) + ")";
    }

    /** The name of a database as words, without the ending of a file. */
    public static String database(String name) {
        return plain(FILE_ENDING.matcher(name).replaceFirst(""));
    }

    private static String plain(String name) {
        String parted = NEW_WORD.matcher(name).replaceAll("$1 $2");
        return SIGNS.matcher(parted).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
