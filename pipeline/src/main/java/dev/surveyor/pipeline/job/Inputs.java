package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TextHash;
import dev.surveyor.connections.SurveyOptions;
import dev.surveyor.pipeline.RelationsByTable;
import dev.surveyor.pipeline.store.WorkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What else than its rows decides what is found of a table, as hashes that can be compared. */
final class Inputs {

    /** Raised when the same findings make other insights, so that old ones are made anew. */
    private static final String FORM = "2";

    private final String base;
    private final String all;
    private final boolean keepValues;

    Inputs(
            int categoriesMax,
            SurveyOptions options,
            String model,
            Map<TableName, List<Correction>> corrections) {
        this.keepValues = options.keepValues();
        this.base =
                TextHash.of(
                                FORM,
                                Integer.toString(categoriesMax),
                                Boolean.toString(options.keepValues()),
                                Boolean.toString(options.askModel()),
                                options.excludedTables().toString(),
                                model)
                        .toString();
        this.all = TextHash.of(base, new TreeMap<>(corrections).toString()).toString();
    }

    boolean keepValues() {
        return keepValues;
    }

    /** Of the connection as a whole. */
    String all() {
        return all;
    }

    /** Of one table: only what is said of it, and how it hangs together with others. */
    String of(TableName table, RelationsByTable relations, Map<TableName, List<Correction>> said) {
        return WorkRow.inputs(
                TextHash.of(
                        base,
                        relations.inferredFrom(table).toString(),
                        said.getOrDefault(table, List.of()).toString()),
                TextHash.of(relations.pointingAt(table).toString()));
    }

    /** What relations are inferred from. */
    static String hash(Structure structure, Map<TableName, Fingerprint> marks) {
        List<String> texts = new ArrayList<>();
        structure.tables().forEach(table -> texts.add(String.valueOf(marks.get(table.name()))));
        return TextHash.of(texts.toArray(String[]::new)).toString();
    }
}
