package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a table's rows point, by declaration and inference. */
public final class Pointers {

    private final List<Relation> all;
    private final Map<String, Relation> byColumn = new LinkedHashMap<>();

    public Pointers(Table table, List<Relation> inferred) {
        all = Stream.concat(table.relations().stream(), inferred.stream()).toList();
        for (Relation relation : all) {
            if (relation.columns().size() == 1) {
                byColumn.putIfAbsent(relation.columns().getFirst(), relation);
            }
        }
        for (Relation relation : all) {
            relation.columns().forEach(column -> byColumn.putIfAbsent(column, relation));
        }
    }

    List<Relation> all() {
        return all;
    }

    public Optional<Relation> of(String column) {
        return Optional.ofNullable(byColumn.get(column));
    }

    /** The tables that rows belong to, as words, each once; not the table itself. */
    List<String> owners(int max) {
        List<String> owners = new ArrayList<>();
        for (Relation relation : all) {
            String words = Plain.words(relation.keyTable().name());
            if (!relation.keyTable().equals(relation.table()) && !owners.contains(words)) {
                owners.add(words);
            }
        }
        return owners.subList(0, Math.min(max, owners.size()));
    }
}
