package dev.surveyor.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row of a table meets.
 *
 * @param expression null where it is not to be had while another session changes the table
 */
public record Check(String name, @Nullable String expression) {}
