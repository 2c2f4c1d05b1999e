package dev.surveyor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an edition knows of one table.
 *
 * @param profile without values of personal columns
 * @param columns in the order of the table's
 * @param relations that were inferred, from this table to others
 * @param synonyms other words that people use for it
 * @param questions that it can answer
 * @param document all of it as a text that a question can meet; what the database says is quoted
 */
public record Insight(
        Table table,
        TableProfile profile,
        List<ColumnInsight> columns,
        List<Relation> relations,
        Description description,
        List<String> synonyms,
        List<String> questions,
        String document) {
    public Insight {
        columns = List.copyOf(columns);
        relations = List.copyOf(relations);
        synonyms = List.copyOf(synonyms);
        questions = List.copyOf(questions);
    }

    /** The same for a table in every edition of its connection. */
    public static UUID id(UUID connection, TableName table) {
        return TextHash.of(connection.toString(), table.schema(), table.name());
    }

    public TableName name() {
        return table.name();
    }

    public Optional<ColumnInsight> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public Insight withDocument(String replacement) {
        return new Insight(
                table, profile, columns, relations, description, synonyms, questions, replacement);
    }

    /**
     * As people see it who know what was said of it. Values of a column that is personal by now are
     * gone at once, and with them the document, until it is written anew without them; a strategy
     * waits for the next survey.
     */
    public Insight corrected(List<Correction> corrections) {
        if (corrections.stream().noneMatch(each -> each.table().equals(name()))) {
            return this;
        }
        List<ColumnInsight> corrected =
                columns.stream()
                        .map(column ->
                                Correction.ofColumn(corrections, name(), column.name())
                                        .map(column::corrected)
                                        .orElse(column))
                        .toList();
        boolean hidden = false;
        for (int i = 0; i < corrected.size(); i++) {
            hidden |= corrected.get(i).personal() && !columns.get(i).personal();
        }
        Optional<Correction> own = Correction.ofTable(corrections, name());
        return new Insight(
                table,
                profile.withoutValuesOf(corrected),
                corrected,
                relations,
                own.map(each -> each.describe(description)).orElse(description),
                own.map(each -> each.synonyms(synonyms)).orElse(synonyms),
                questions,
                hidden ? "" : document);
    }
}
