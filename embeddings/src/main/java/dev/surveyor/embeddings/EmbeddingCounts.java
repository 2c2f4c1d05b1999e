package dev.surveyor.embeddings;

/**
 * What an embedder has done since it was made.
 *
 * @param modelCalls texts that a model has read
 * @param remembered texts whose vectors were known already
 */
public record EmbeddingCounts(long modelCalls, long remembered) {}
