package dev.surveyor.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says better than the survey, of a table or one of its columns. It applies to all
 * editions when they are read; null: nothing is said of it.
 *
 * @param column null: the table itself, which has neither a personal flag nor a strategy
 * @param strategy takes effect with the next survey
 */
public record Correction(
        TableName table,
        @Nullable String column,
        @Nullable String description,
        @Nullable List<String> synonyms,
        @Nullable Boolean personal,
        @Nullable Strategy strategy) {

    public Correction {
        synonyms = synonyms == null ? null : List.copyOf(synonyms);
        if (column == null && (personal != null || strategy != null)) {
            throw new IllegalArgumentException("columns are personal or have a strategy");
        }
    }

    /** What is said of this column among all that is said. */
    public static Optional<Correction> ofColumn(
            List<Correction> corrections, TableName table, String column) {
        return corrections.stream()
                .filter(each -> each.table.equals(table) && column.equals(each.column))
                .findFirst();
    }

    /** What is said of the table itself among all that is said. */
    public static Optional<Correction> ofTable(List<Correction> corrections, TableName table) {
        return corrections.stream()
                .filter(each -> each.table.equals(table) && each.column == null)
                .findFirst();
    }

    /** What the owner says, else what was said before. */
    Description describe(Description found) {
        return description == null ? found : new Description(description, Description.Origin.OWNER);
    }

    List<String> synonyms(List<String> found) {
        return synonyms == null ? found : synonyms;
    }
}
