package dev.surveyor.pipeline;

import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import java.util.List;

/**
 * All that was found of a table.
 *
 * @param relations that were inferred, from this table to others
 * @param pointing relations of other tables at this one, declared and inferred
 * @param corrections of this table and its columns
 */
public record TableFindings(
        Table table,
        TableProfile profile,
        List<Relation> relations,
        List<Relation> pointing,
        List<Correction> corrections) {

    public TableFindings {
        relations = List.copyOf(relations);
        pointing = List.copyOf(pointing);
        corrections = List.copyOf(corrections);
    }
}
