package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Column;

/**
 * A column whose cells come in a form.
 *
 * @param unique whether the database enforces that no two rows share a value
 */
public record MeasuredColumn(Column column, CellForm form, boolean unique) {}
