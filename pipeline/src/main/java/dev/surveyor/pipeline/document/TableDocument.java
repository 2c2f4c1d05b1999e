package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.embeddings.NameTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that is known of a table as one text for people and models, of bounded length. */
public final class TableDocument {

    private static final int CHARS_MAX = 48_000;
    private static final int COLUMNS_TOLD_MAX = 200;
    private static final int COLUMNS_NAMED_MAX = 1_000;
    private static final int RELATIONS_MAX = 40;
    private static final int VALUES_MAX = 20;
    private static final int SAMPLES_MAX = 5;
    private static final int DESCRIPTION_CHARS_MAX = 600;
    private static final int COLUMN_DESCRIPTION_CHARS_MAX = 200;
    private static final int SYNONYMS_MAX = 20;

    private final String database;
    private final Insight insight;
    private final Table table;
    private final Map<String, ColumnInsight> insights = new HashMap<>();
    private final Map<String, ColumnProfile> profiles = new HashMap<>();
    private final Pointers pointers;
    private final StringBuilder text = new StringBuilder(2_048);

    private TableDocument(String database, Insight insight) {
        this.database = database;
        this.insight = insight;
        this.table = insight.table();
        this.pointers = new Pointers(table, insight.relations());
        insight.columns().forEach(each -> insights.put(each.name(), each));
        insight.profile().columns().forEach(each -> profiles.put(each.column(), each));
    }

    /**
     * What the insight's own document is to be.
     *
     * @param pointing relations of other tables at this one
     */
    public static String of(String database, Insight insight, List<Relation> pointing) {
        return new TableDocument(database, insight).write(pointing);
    }

    private String write(List<Relation> pointing) {
        head();
        columns();
        relations("Points at:", pointers.all(), true);
        relations("Pointed at by:", pointing, false);
        if (!insight.questions().isEmpty()) {
            line("Typical questions:");
            insight.questions().forEach(question -> line("- " + question));
        }
        return text.toString();
    }

    private void head() {
        line(
                "%s %s of database %s, in words: %s"
                        .formatted(
                                kind(table.kind()),
                                Plain.exact(table.name()),
                                NameTexts.database(database),
                                Plain.words(table.name())));
        Count rows = insight.profile().rows();
        line(rows == null ? "Rows: not counted" : "Rows: " + counted(rows));
        line("What it is " + told(insight.description(), DESCRIPTION_CHARS_MAX));
        if (!insight.synonyms().isEmpty()) {
            line("Also called: " + synonyms(insight.synonyms()));
        }
        table.primaryKey().ifPresent(key -> line("A row is identified by: " + names(key)));
    }

    private static String names(Key key) {
        return String.join(", ", key.columns().stream().map(Plain::exact).toList());
    }

    private void columns() {
        line("Columns (%d):".formatted(table.columns().size()));
        int told = 0;
        for (Column column : table.columns()) {
            if (told == COLUMNS_TOLD_MAX || text.length() > CHARS_MAX) {
                break;
            }
            column(column);
            told++;
        }
        if (told < table.columns().size()) {
            line(
                    "And, by name only: "
                            + Plain.line(
                                    String.join(
                                            ", ",
                                            table.columns().stream()
                                                    .skip(told)
                                                    .limit(COLUMNS_NAMED_MAX)
                                                    .map(column -> Plain.exact(column.name()))
                                                    .toList()),
                                    CHARS_MAX / 2));
        }
    }

    private void column(Column column) {
        ColumnInsight known = insights.get(column.name());
        ColumnProfile profile = profiles.get(column.name());
        StringBuilder line = new StringBuilder("- ").append(Plain.exact(column.name()));
        line.append(" (").append(Plain.line(column.type().name(), 60)).append(')');
        if (known == null) {
            line(line.toString());
            return;
        }
        line.append(' ').append(told(known.description(), COLUMN_DESCRIPTION_CHARS_MAX));
        if (!known.synonyms().isEmpty()) {
            line.append("; also called ").append(synonyms(known.synonyms()));
        }
        line.append("; ").append(known.strategy().strategy().name().toLowerCase(Locale.ROOT));
        if (known.personal()) {
            line.append("; personal, values are not kept");
        }
        if (profile != null) {
            line.append(shape(profile)).append(values(known, profile));
        }
        line(line.toString());
    }

    private static String shape(ColumnProfile profile) {
        StringBuilder shape = new StringBuilder();
        Count distinct = profile.distinct();
        if (distinct != null) {
            shape.append("; ").append(counted(distinct)).append(" different");
        }
        Count nulls = profile.nulls();
        if (nulls != null && nulls.value() > 0) {
            shape.append("; ").append(counted(nulls)).append(" without a value");
        }
        if (profile.pattern() != null) {
            shape.append("; form ").append(Plain.quoted(profile.pattern(), 40));
        }
        return shape.toString();
    }

    private static String values(ColumnInsight column, ColumnProfile profile) {
        return switch (column.strategy().strategy()) {
            case CATEGORICAL -> listed("; values ", column, profile, VALUES_MAX);
            case VECTOR -> listed("; such as ", column, profile, SAMPLES_MAX);
            case SKIP -> "";
        };
    }

    private static String listed(
            String begin, ColumnInsight column, ColumnProfile profile, int max) {
        List<String> quoted = ColumnValues.quoted(column, profile, max);
        if (quoted.isEmpty()) {
            return "";
        }
        long more = column.personal() ? 0 : profile.values().size() - (long) quoted.size();
        return begin
                + String.join(", ", quoted)
                + (max == VALUES_MAX && more > 0 ? " and " + more + " more" : "");
    }

    private void relations(String title, List<Relation> relations, boolean outward) {
        if (relations.isEmpty()) {
            return;
        }
        line(title);
        relations.stream()
                .limit(RELATIONS_MAX)
                .forEach(relation ->
                        line(
                                "- %s(%s) %s %s(%s), %s"
                                        .formatted(
                                                outward ? "" : Plain.exact(relation.table()),
                                                joined(relation.columns()),
                                                "->",
                                                Plain.exact(relation.keyTable()),
                                                joined(relation.keyColumns()),
                                                relation.declared() ? "declared" : "inferred")));
        if (relations.size() > RELATIONS_MAX) {
            line("- and %d more".formatted(relations.size() - RELATIONS_MAX));
        }
    }

    private static String joined(List<String> names) {
        return String.join(", ", names.stream().map(Plain::exact).toList());
    }

    private static String told(Description description, int charsMax) {
        return switch (description.origin()) {
            case OWNER -> "(says its owner): " + Plain.quoted(description.text(), charsMax);
            case COMMENT -> "(says its comment): " + Plain.quoted(description.text(), charsMax);
            case MODEL -> "(says a model): " + Plain.quoted(description.text(), charsMax);
            case TEMPLATE -> "(from its structure): " + Plain.line(description.text(), charsMax);
        };
    }

    private static String synonyms(List<String> synonyms) {
        return String.join(
                ", ",
                synonyms.stream().limit(SYNONYMS_MAX).map(each -> Plain.quoted(each, 60)).toList());
    }

    private static String counted(Count count) {
        return (count.exact() ? "" : "about ") + count.value();
    }

    private static String kind(TableKind kind) {
        return switch (kind) {
            case TABLE, PARTITIONED_TABLE -> "Table";
            case VIEW -> "View";
            case MATERIALIZED_VIEW -> "Materialised view";
            case FOREIGN_TABLE -> "Table of another server";
            case VIRTUAL_TABLE -> "Virtual table";
        };
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
