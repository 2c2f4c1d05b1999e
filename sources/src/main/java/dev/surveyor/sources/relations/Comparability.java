package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.TypeFamily;

/** Whether values of a column can be looked for among those of a key. */
enum Comparability {
    AS_THEY_ARE,
    /** Numbers that one of the two keeps as text. */
    AS_TEXT,
    NEVER;

    static Comparability of(Column column, Column key) {
        TypeFamily left = column.type().family();
        TypeFamily right = key.type().family();
        return switch (left) {
            case INTEGER -> number(right, TypeFamily.DECIMAL);
            case DECIMAL -> number(right, TypeFamily.INTEGER);
            case TEXT ->
                    right == TypeFamily.INTEGER ? AS_TEXT : left == right ? AS_THEY_ARE : NEVER;
            case UUID, ENUM, NETWORK, OTHER -> left == right ? AS_THEY_ARE : NEVER;
            case FLOAT,
                    MONEY,
                    BOOLEAN,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    INTERVAL,
                    JSON,
                    XML,
                    BINARY,
                    BITS,
                    ARRAY,
                    COMPOSITE,
                    RANGE,
                    GEOMETRY,
                    TEXT_SEARCH ->
                    NEVER;
        };
    }

    private static Comparability number(TypeFamily key, TypeFamily alike) {
        if (key == TypeFamily.TEXT) {
            return AS_TEXT;
        }
        return key == TypeFamily.INTEGER || key == alike || key == TypeFamily.DECIMAL
                ? AS_THEY_ARE
                : NEVER;
    }
}
