package dev.surveyor.catalog;

/** What kind of thing rows are selected from. */
public enum TableKind {
    TABLE,
    /** One table to its users; its partitions are counted, not listed. */
    PARTITIONED_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    /** Its rows come from another server, which may be slow or silent. */
    FOREIGN_TABLE,
    /** Its rows come from a module of the database (SQLite). */
    VIRTUAL_TABLE
}
