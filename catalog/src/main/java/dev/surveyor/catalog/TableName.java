package dev.surveyor.catalog;

import java.util.Comparator;

/** A table's full name, as the database stores it: no quotes, any character. */
public record TableName(String schema, String name) implements Comparable<TableName> {

    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** For people: schema and name with a dot between, not quoted. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
