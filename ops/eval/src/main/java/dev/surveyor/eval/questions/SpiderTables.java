package dev.surveyor.eval.questions;

import dev.surveyor.eval.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the schemas of {@code tables.json}: columns of all tables in one list, keys by index. */
final class SpiderTables {

    private final Fields fields;
    private final List<String> names;
    private final List<ColumnName> columns;

    private SpiderTables(Fields fields) {
        this.fields = fields;
        names = fields.optionalTexts("table_names_original");
        columns = columnNames("column_names_original");
    }

    /** Schemas by the database's id. */
    static Map<String, Schema> read(Path file) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        JsonFiles.readArray(
                file,
                fields -> {
                    String id = fields.text("db_id");
                    if (schemas.put(id, new SpiderTables(fields).schema()) != null) {
                        throw fields.bad("db_id", "\"" + id + "\" was there before");
                    }
                });
        return schemas;
    }

    private Schema schema() {
        return new Schema(tables(), references());
    }

    private List<Schema.Table> tables() {
        List<String> words = fields.optionalTexts("table_names");
        List<String> types = fields.optionalTexts("column_types");
        List<ColumnName> columnWords = columnNames("column_names");
        sameSize("table_names", words, names);
        sameSize("column_types", types, columns);
        sameSize("column_names", columnWords, columns);
        Set<Integer> primary = primaryKeys();

        List<List<Schema.Column>> byTable = new ArrayList<>();
        names.forEach(name -> byTable.add(new ArrayList<>()));
        for (int i = 0; i < columns.size(); i++) {
            ColumnName column = columns.get(i);
            if (column.table() >= 0) {
                byTable.get(column.table())
                        .add(
                                new Schema.Column(
                                        column.name(),
                                        columnWords.get(i).name(),
                                        types.get(i),
                                        primary.contains(i)));
            }
        }
        List<Schema.Table> tables = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tables.add(new Schema.Table(names.get(i), words.get(i), byTable.get(i)));
        }
        return tables;
    }

    private void sameSize(String field, List<?> list, List<?> other) {
        if (list.size() != other.size()) {
            throw fields.bad(
                    field, "has " + list.size() + " entries where " + other.size() + " belong");
        }
    }

    private List<ColumnName> columnNames(String field) {
        List<ColumnName> read = new ArrayList<>();
        for (JsonNode pair : fields.array(field)) {
            if (pair.size() != 2 || !pair.path(0).isInt() || !pair.path(1).isString()) {
                throw fields.bad(field, "must hold pairs of a table's index and a name");
            }
            int table = pair.path(0).intValue();
            if (table < -1 || table >= names.size()) {
                throw fields.bad(field, "names table " + table + " of " + names.size());
            }
            read.add(new ColumnName(table, pair.path(1).stringValue()));
        }
        return read;
    }

    /** A key of several columns stands as an array of indexes. */
    private Set<Integer> primaryKeys() {
        Set<Integer> keys = new HashSet<>();
        for (JsonNode key : fields.array("primary_keys")) {
            if (key.isArray()) {
                key.forEach(part -> keys.add(column("primary_keys", part)));
            } else {
                keys.add(column("primary_keys", key));
            }
        }
        return keys;
    }

    private List<Schema.Reference> references() {
        List<Schema.Reference> references = new ArrayList<>();
        for (JsonNode pair : fields.array("foreign_keys")) {
            if (pair.size() != 2) {
                throw fields.bad("foreign_keys", "must hold pairs of columns' indexes");
            }
            ColumnName from = columns.get(column("foreign_keys", pair.path(0)));
            ColumnName to = columns.get(column("foreign_keys", pair.path(1)));
            references.add(
                    new Schema.Reference(
                            names.get(from.table()),
                            from.name(),
                            names.get(to.table()),
                            to.name()));
        }
        return references;
    }

    private int column(String field, JsonNode index) {
        boolean known = index.isInt() && index.intValue() >= 0;
        if (!known
                || index.intValue() >= columns.size()
                || columns.get(index.intValue()).table() < 0) {
            throw fields.bad(field, index + " is not the index of a column");
        }
        return index.intValue();
    }

    private record ColumnName(int table, String name) {}
}
