package dev.surveyor.catalog;

/** A column's full name, as the database stores it. */
public record ColumnName(TableName table, String name) {

    /** For people: with dots between, not quoted. */
    @Override
    public String toString() {
        return table + "." + name;
    }
}
