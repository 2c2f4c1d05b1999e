package dev.surveyor.query.plan.link;

import dev.surveyor.catalog.Column;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;

/** What a column's values can be compared with, by its type. */
final class ColumnKinds {

    private ColumnKinds() {}

    static Kind of(Column column) {
        return switch (column.type().family()) {
            case INTEGER, DECIMAL, FLOAT, MONEY -> Kind.NUMBER;
            case TEXT -> Kind.TEXT;
            case DATE, TIMESTAMP, TIME -> Kind.MOMENT;
            case BOOLEAN -> Kind.TRUTH;
            case ENUM,
                    UUID,
                    INTERVAL,
                    JSON,
                    XML,
                    BINARY,
                    BITS,
                    ARRAY,
                    COMPOSITE,
                    RANGE,
                    GEOMETRY,
                    NETWORK,
                    TEXT_SEARCH,
                    OTHER ->
                    Kind.OTHER;
        };
    }
}
