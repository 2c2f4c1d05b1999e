package dev.surveyor.catalog;

import java.util.List;

/** Columns that a database declares to identify a row. */
public record Key(String name, boolean primary, List<String> columns) {

    public Key {
        columns = List.copyOf(columns);
    }
}
