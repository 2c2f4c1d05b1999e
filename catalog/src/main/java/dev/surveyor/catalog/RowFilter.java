package dev.surveyor.catalog;

/**
 * Which rows of a table an asker may see.
 *
 * @param condition an expression in the database's SQL over the table's columns and the asker's
 *     attributes ({@code region = asker.region})
 */
public record RowFilter(TableName table, String condition) {}
