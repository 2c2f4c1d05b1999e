package dev.surveyor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param method how it is organised: {@code btree}, {@code gin}, …
 * @param unique whether it holds its parts to be unique, today and for all rows that it covers
 * @param predicate which rows it covers; null: all
 */
public record Index(
        String name, String method, boolean unique, List<Part> parts, @Nullable String predicate) {

    /**
     * What is indexed.
     *
     * @param text a column's name, or an expression
     */
    public record Part(String text, boolean expression) {}

    public Index {
        parts = List.copyOf(parts);
    }
}
