package dev.surveyor.bench.index;

import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Real texts with their real vectors, repeated with noise up to any size without ever being all in
 * memory: the same number always gives the same point.
 *
 * @param questions texts and vectors that are searched with and are not points themselves
 */
record Corpus(EmbeddingModel model, List<Text> texts, List<Text> questions) {

    /** As far from its text as a text that says nearly the same. */
    private static final double NOISE = 0.35;

    private static final int QUESTIONS = 100;
    private static final int CONNECTIONS = 100;

    /** A text and its vector. */
    record Text(String text, Vector vector) {}

    static Corpus embedded(List<String> texts, TextEmbedder embedder) {
        List<Vector> vectors = embedder.embedPassages(texts);
        List<Text> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(new Text(texts.get(i), vectors.get(i)));
        }
        return of(embedder.model(), all);
    }

    private static Corpus of(EmbeddingModel model, List<Text> all) {
        return new Corpus(model, all.subList(QUESTIONS, all.size()), all.subList(0, QUESTIONS));
    }

    Point point(int number) {
        Text text = texts.get(number % texts.size());
        Vector vector = number < texts.size() ? text.vector() : noisy(text.vector(), number);
        return Point.dense(
                connection(number),
                PointKind.COLUMN,
                "s" + number % 7,
                "subject" + number,
                text.text(),
                model,
                vector);
    }

    static String connection(int number) {
        return "c" + (number / 7) % CONNECTIONS;
    }

    private static Vector noisy(Vector vector, int number) {
        Random random = new Random(number);
        float[] values = vector.toArray();
        double scale = NOISE / Math.sqrt(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (scale * random.nextGaussian());
        }
        return Vector.of(values).unit();
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(model.id());
            out.writeInt(model.dimension());
            out.writeInt(texts.size() + questions.size());
            for (List<Text> part : List.of(questions, texts)) {
                for (Text text : part) {
                    out.writeUTF(text.text().substring(0, Math.min(500, text.text().length())));
                    for (float value : text.vector().toArray()) {
                        out.writeFloat(value);
                    }
                }
            }
        }
    }

    static Corpus read(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            EmbeddingModel model = new EmbeddingModel(in.readUTF(), in.readInt(), 256, "", "");
            int count = in.readInt();
            List<Text> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String text = in.readUTF();
                float[] values = new float[model.dimension()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = in.readFloat();
                }
                all.add(new Text(text, Vector.of(values)));
            }
            return of(model, all);
        }
    }
}
