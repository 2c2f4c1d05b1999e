package dev.surveyor.embeddings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors made up from texts, and a list of the texts that were read. */
final class CountingEmbedder implements TextEmbedder {

    final List<String> read = new ArrayList<>();

    @Override
    public EmbeddingModel model() {
        return SamplePoints.MODEL;
    }

    @Override
    public Vector embedQuery(String text) {
        return embed("query " + text);
    }

    @Override
    public List<Vector> embedPassages(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private Vector embed(String text) {
        read.add(text);
        return SamplePoints.vector(new Random(text.hashCode()));
    }

    @Override
    public List<String> chunks(Document document) {
        return document.chunks(String::length, model().tokensMax());
    }

    @Override
    public EmbeddingCounts counts() {
        return new EmbeddingCounts(read.size(), 0);
    }

    @Override
    public void close() {}
}
