package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as a model or a person reads it: what this asker may see of it, each text that comes from
 * the database in quotes and on one line.
 */
final class SchemaText {

    private static final int VALUES_MAX = 8;
    private static final int TEXT_CHARS_MAX = 120;

    private final Sight sight;
    private final boolean withValues;

    /**
     * For one asker.
     *
     * @param withValues whether values may be told; those of masked and personal columns never are
     */
    SchemaText(Sight sight, boolean withValues) {
        this.sight = sight;
        this.withValues = withValues;
    }

    /**
     * The table's lines.
     *
     * @param wanted the only columns to be told, besides keys and what joins
     */
    String of(Insight insight, Set<String> wanted) {
        StringBuilder text = new StringBuilder("table ").append(insight.name());
        if (insight.profile().rows() != null) {
            text.append(", ").append(insight.profile().rows().value()).append(" rows");
        }
        text.append(told(insight.description())).append('\n');
        int left = 0;
        for (Column column : insight.table().columns()) {
            int number = sight.lookup().names().number(insight.name(), column.name());
            if (number < 0 || !sight.seesColumn(number)) {
                continue;
            }
            if (wanted.contains(column.name()) || joins(insight, column.name())) {
                text.append("  ").append(line(insight, column, number)).append('\n');
            } else {
                left++;
            }
        }
        if (left > 0) {
            text.append("  and ").append(left).append(" more columns\n");
        }
        return text.toString();
    }

    private static boolean joins(Insight insight, String column) {
        return insight.table().primaryKey().map(Key::columns).orElse(List.of()).contains(column)
                || insight.table().relations().stream()
                        .anyMatch(relation -> relation.columns().contains(column));
    }

    private String line(Insight insight, Column column, int number) {
        String text =
                column.name()
                        + " "
                        + column.type().name()
                        + (isKey(insight, column) ? " primary key" : "")
                        + insight.column(column.name())
                                .map(known -> told(known.description()))
                                .orElse("");
        String values = withValues && sight.seesValues(number) ? values(insight, column) : "";
        return values.isEmpty() ? text : text + ": " + values;
    }

    private static boolean isKey(Insight insight, Column column) {
        return insight.table()
                .primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
    }

    private static String values(Insight insight, Column column) {
        if (insight.column(column.name()).map(ColumnInsight::personal).orElse(true)) {
            return "";
        }
        return insight
                .profile()
                .column(column.name())
                .filter(profile -> profile.completeness() == Completeness.ALL_VALUES)
                .map(ColumnProfile::values)
                .orElse(List.of())
                .stream()
                .limit(VALUES_MAX)
                .map(ProfiledValue::text)
                .map(SchemaText::quoted)
                .collect(Collectors.joining(", "));
    }

    /** What somebody said of it; what was put together from names says nothing new. */
    private static String told(Description description) {
        return switch (description.origin()) {
            case OWNER, COMMENT, MODEL -> " " + quoted(description.text());
            case TEMPLATE -> "";
        };
    }

    private static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").replace('"', '\'').strip();
        return "\""
                + (line.length() > TEXT_CHARS_MAX ? line.substring(0, TEXT_CHARS_MAX) + "…" : line)
                + "\"";
    }

    /** {@code a.b = c.d}, for a join that is declared or inferred. */
    static String of(Relation relation) {
        return condition(relation)
                + switch (relation.origin()) {
                    case Relation.Declared declared -> "";
                    case Relation.Inferred inferred -> " (likely)";
                };
    }

    private static String condition(Relation relation) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < relation.columns().size(); i++) {
            text.append(i == 0 ? "" : " and ")
                    .append(column(relation.table(), relation.columns().get(i)))
                    .append(" = ")
                    .append(column(relation.keyTable(), relation.keyColumns().get(i)));
        }
        return text.toString();
    }

    private static String column(TableName table, String column) {
        return table + "." + column;
    }
}
