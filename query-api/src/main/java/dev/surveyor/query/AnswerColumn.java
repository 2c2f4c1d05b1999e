package dev.surveyor.query;

import dev.surveyor.catalog.TypeFamily;

/**
 * A column of an answer.
 *
 * @param type as the database names it; empty where it has none
 */
public record AnswerColumn(String name, String type, TypeFamily family) {}
