package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.sources.ValueProbe.LookUp;
import java.util.List;

/**
 * A relation that may be.
 *
 * @param asText whether the two sides are of kinds that only compare as text
 * @param keyDeclared whether the database holds the key to be one
 */
record Candidate(
        Table table,
        List<String> columns,
        Table keyTable,
        List<String> keyColumns,
        boolean asText,
        boolean keyDeclared,
        NameMatch name) {

    LookUp lookUp() {
        return new LookUp(table.name(), columns, keyTable.name(), keyColumns, asText);
    }

    /** Whether its names alone are never enough. */
    boolean onlyByValues() {
        return columns.size() > 1;
    }

    Relation relation(double confidence, String reason) {
        return new Relation(
                table.name(),
                columns,
                keyTable.name(),
                keyColumns,
                new Relation.Inferred(confidence, reason));
    }
}
