package dev.surveyor.catalog;

import org.jspecify.annotations.Nullable;

/** A name space of tables. */
public record Schema(String name, @Nullable String owner, @Nullable String comment) {}
