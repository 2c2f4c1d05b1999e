package dev.surveyor.embeddings;

import org.jspecify.annotations.Nullable;

/**
 * A point that was found.
 *
 * @param score what it was ranked by, comparable within one result only
 * @param meaning its cosine; null where it was not among those found by meaning
 * @param words its BM25 score; null where it was not among those found by word
 */
public record Hit(Entry entry, double score, @Nullable Double meaning, @Nullable Double words) {}
