package dev.surveyor.query.retrieve;

import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.EmbeddingCounts;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A text is the sum of its words, each a direction of its own; a few words are alike. */
public final class WordEmbedder implements TextEmbedder {

    private static final int DIMENSION = 256;
    private static final float LIKE = 0.8f;

    private static final Map<String, String> ALIKE =
            Map.of("pupil", "student", "pupils", "student", "wage", "salary", "town", "city");

    @Override
    public EmbeddingModel model() {
        return new EmbeddingModel("words", DIMENSION, 128, "", "");
    }

    @Override
    public Vector embedQuery(String text) {
        float[] sum = new float[DIMENSION];
        for (Word word : Words.of(text)) {
            add(sum, word.stem(), 1);
            String other = ALIKE.get(word.written());
            if (other != null) {
                add(sum, Words.of(other).getFirst().stem(), LIKE);
            }
        }
        return Vector.of(sum).unit();
    }

    private static void add(float[] sum, String stem, float weight) {
        Random random = new Random(stem.hashCode());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * (float) random.nextGaussian();
        }
    }

    @Override
    public List<Vector> embedPassages(List<String> texts) {
        return texts.stream().map(this::embedQuery).toList();
    }

    @Override
    public List<String> chunks(Document document) {
        return document.chunks(text -> text.split(" ").length, 128);
    }

    @Override
    public EmbeddingCounts counts() {
        return new EmbeddingCounts(0, 0);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
