package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Table;
import java.util.List;

/**
 * A column with the words that its name and its table's name are made of.
 *
 * @param tableWords without what only says that it is a table
 * @param words of the column
 * @param subject of them: what the column is a key of, where it says so
 * @param keyed whether a word says that the column is a key
 */
record Named(
        Table table,
        Column column,
        List<String> tableWords,
        List<String> words,
        List<String> subject,
        boolean keyed) {

    static Named of(Table table, Column column, List<String> tableWords) {
        List<String> words = Words.of(column.name());
        return new Named(
                table,
                column,
                tableWords,
                words,
                Words.withoutKeyWords(words),
                words.stream().anyMatch(Words.KEY_WORDS::contains));
    }

    boolean sameTable(Named other) {
        return table.name().equals(other.table.name());
    }

    boolean isPrimaryKey() {
        return table.primaryKey()
                .map(key -> key.columns().equals(List.of(column.name())))
                .orElse(false);
    }

    boolean isKey() {
        return table.keys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())));
    }
}
