package dev.surveyor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column's full type. Columns of one type share one instance.
 *
 * @param name as the database writes it, with its modifiers: {@code numeric(10,2)}
 * @param form how it is made up
 * @param family of the values; that of its base for a domain
 * @param base what a domain restricts, an array or range holds; null for all others
 * @param labels of an enum, in their order
 * @param fields of a composite, in their order
 */
public record ColumnType(
        String name,
        Form form,
        TypeFamily family,
        @Nullable ColumnType base,
        List<String> labels,
        List<Field> fields) {

    /** How a type is made up. */
    public enum Form {
        PLAIN,
        DOMAIN,
        ENUM,
        ARRAY,
        COMPOSITE,
        RANGE
    }

    /** One field of a composite type. */
    public record Field(String name, String type) {}

    public ColumnType {
        labels = List.copyOf(labels);
        fields = List.copyOf(fields);
    }

    /** A type that needs no more than its name. */
    public static ColumnType plain(String name, TypeFamily family) {
        return new ColumnType(name, Form.PLAIN, family, null, List.of(), List.of());
    }
}
