package dev.surveyor.catalog;

/** What the values of a type are like, whatever its database calls it. */
public enum TypeFamily {
    TEXT,
    INTEGER,
    DECIMAL,
    FLOAT,
    MONEY,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    INTERVAL,
    UUID,
    ENUM,
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
    OTHER
}
