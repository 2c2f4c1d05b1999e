package dev.surveyor.sources;

import dev.surveyor.catalog.TypeFamily;

/**
 * A column of a result.
 *
 * @param type as the source names it; empty where it has none
 */
public record ResultColumn(String name, String type, TypeFamily family) {}
