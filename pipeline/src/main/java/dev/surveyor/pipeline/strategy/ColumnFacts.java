package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.NameWords;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TypeFamily;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of a column.
 *
 * @param profile null: nothing was measured
 * @param rows of the table; null: nobody counted them
 * @param pointing whether its values are keys of another table
 * @param personal whether its values belong to somebody and are not kept
 * @param categoriesMax most distinct values of which all are kept
 */
public record ColumnFacts(
        Table table,
        Column column,
        @Nullable ColumnProfile profile,
        @Nullable Count rows,
        boolean pointing,
        boolean personal,
        int categoriesMax) {

    private static final int VALUES_LOOKED_AT = 30;

    TypeFamily family() {
        return column.type().family();
    }

    /** Its type as its database calls it; SQLite has columns without any. */
    String type() {
        return column.type().name().isBlank() ? "no declared type" : column.type().name();
    }

    SemanticType meaning() {
        return profile == null ? SemanticType.NONE : profile.semanticType();
    }

    @Nullable Count distinct() {
        return profile == null ? null : profile.distinct();
    }

    /** Whether there is no value that anybody has seen. */
    boolean unseen() {
        Count distinct = distinct();
        return distinct == null || distinct.value() == 0;
    }

    boolean few() {
        Count distinct = distinct();
        return distinct != null && distinct.value() > 0 && distinct.value() <= categoriesMax;
    }

    /** Whether all its values could be kept: there are few, and they belong to nobody. */
    public boolean listable() {
        return few() && !personal;
    }

    /** Whether the values that were kept are all there are. */
    boolean whole() {
        return profile != null && profile.completeness() == Completeness.ALL_VALUES;
    }

    double averageLength() {
        return profile == null ? Double.NaN : profile.averageLength();
    }

    /** Whether it alone identifies a row, by declaration. */
    boolean key() {
        return table.keys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())));
    }

    boolean partOfPrimaryKey() {
        return table.primaryKey().map(key -> key.columns().contains(column.name())).orElse(false);
    }

    /** Whether it holds texts, whatever its database says: SQLite's columns hold what they like. */
    boolean text() {
        return family() == TypeFamily.TEXT
                || (family() == TypeFamily.OTHER && mostly(ColumnFacts::hasLetter));
    }

    boolean number() {
        return switch (family()) {
            case INTEGER, DECIMAL, FLOAT, MONEY -> true;
            case OTHER -> !unseen() && !mostly(ColumnFacts::hasLetter);
            default -> false;
        };
    }

    boolean letters() {
        return mostly(ColumnFacts::hasLetter);
    }

    /** Whether one of the words is the last one of the name, or of the words in it. */
    boolean says(Set<String> words) {
        return NameWords.of(column.name()).stream()
                .anyMatch(word -> words.contains(word) || words.contains(singular(word)));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** How many rows share a value, on average; 0: not known. */
    double rowsPerValue() {
        Count distinct = distinct();
        return rows == null || distinct == null || distinct.value() == 0
                ? 0
                : (double) rows.value() / distinct.value();
    }

    /** For people: {@code 7 different values in 40000 rows}. */
    String counted() {
        Count distinct = distinct();
        String values =
                distinct == null
                        ? "nobody counted its values"
                        : "%s%d different %s"
                                .formatted(
                                        distinct.exact() ? "" : "about ",
                                        distinct.value(),
                                        distinct.value() == 1 ? "value" : "values");
        return rows == null
                ? values
                : "%s in %s%d %s"
                        .formatted(
                                values,
                                rows.exact() ? "" : "about ",
                                rows.value(),
                                rows.value() == 1 ? "row" : "rows");
    }

    private boolean mostly(Predicate<String> predicate) {
        if (profile == null) {
            return false;
        }
        List<String> texts =
                Stream.concat(profile.values().stream(), profile.samples().stream())
                        .limit(VALUES_LOOKED_AT)
                        .map(ProfiledValue::text)
                        .toList();
        long hits = texts.stream().filter(predicate).count();
        return hits * 2 > texts.size();
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
