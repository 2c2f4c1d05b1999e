package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import java.util.List;

/** A relation that may be. */
record Candidate(
        Table table,
        List<String> columns,
        Table keyTable,
        List<String> keyColumns,
        NameMatch name) {

    Relation relation(double confidence, String reason) {
        return new Relation(
                table.name(),
                columns,
                keyTable.name(),
                keyColumns,
                new Relation.Inferred(confidence, reason));
    }
}
