package dev.surveyor.eval;

import java.util.List;
import java.util.Objects;

/** A database's structure as its publishers describe it; empty where they do not. */
public record Schema(List<Table> tables, List<Reference> references) {

    public static final Schema UNKNOWN = new Schema(List.of(), List.of());

    public Schema {
        tables = List.copyOf(tables);
        references = List.copyOf(references);
    }

    /**
     * A table.
     *
     * @param name as the database spells it
     * @param words the same in plain words
     */
    public record Table(String name, String words, List<Column> columns) {

        public Table {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(words, "words");
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column.
     *
     * @param name as the database spells it
     * @param words the same in plain words
     * @param type text, number, time, boolean or others
     */
    public record Column(String name, String words, String type, boolean primaryKey) {

        public Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(type, "type");
        }
    }

    /** A foreign key of one column. */
    public record Reference(String table, String column, String toTable, String toColumn) {

        public Reference {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(toTable, "toTable");
            Objects.requireNonNull(toColumn, "toColumn");
        }
    }
}
