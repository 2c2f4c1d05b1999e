package dev.surveyor.embeddings;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes points of texts: all are found by their words, and by meaning too, but single values only
 * as far as a budget reaches: there are many of them, and mostly their words say it all.
 */
public final class PointMaker {

    private final TextEmbedder embedder;

    public PointMaker(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    /**
     * The points of these texts, in their order; what is too long to be read at once makes one
     * point all the same, for {@link TextEmbedder#chunks} is for whoever knows its parts.
     *
     * @param valuesEmbeddedMax so many of the values, the first ones, are embedded
     * @throws EmbeddingException when they cannot be embedded; nothing is made then
     */
    public List<Point> points(String connection, List<Passage> passages, int valuesEmbeddedMax) {
        List<Passage> dense = new ArrayList<>();
        List<Boolean> isDense = new ArrayList<>();
        int values = 0;
        for (Passage passage : passages) {
            boolean embedded = passage.kind() != PointKind.VALUE || values++ < valuesEmbeddedMax;
            isDense.add(embedded);
            if (embedded) {
                dense.add(passage);
            }
        }
        List<Vector> vectors = embedder.embedPassages(dense.stream().map(Passage::text).toList());
        List<Point> points = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < passages.size(); i++) {
            points.add(
                    isDense.get(i)
                            ? dense(connection, passages.get(i), vectors.get(next++))
                            : lexical(connection, passages.get(i)));
        }
        return points;
    }

    private Point dense(String connection, Passage passage, Vector vector) {
        return Point.dense(
                connection,
                passage.kind(),
                passage.schema(),
                passage.subject(),
                passage.text(),
                embedder.model(),
                vector);
    }

    private static Point lexical(String connection, Passage passage) {
        return Point.lexical(
                connection, passage.kind(), passage.schema(), passage.subject(), passage.text());
    }
}
