package dev.surveyor.eval.finders;

import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.query.retrieve.PassageVectors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The texts by which editions are found, each embedded once and kept in a file. */
final class VectorFile implements PassageVectors, AutoCloseable {

    private final Path file;
    private final TextEmbedder embedder;
    private final Map<String, Vector> kept = new HashMap<>();
    private boolean changed;

    private VectorFile(Path file, TextEmbedder embedder) {
        this.file = file;
        this.embedder = embedder;
    }

    /** The vectors of another model are in another file. */
    static VectorFile open(Path folder, TextEmbedder embedder) {
        String model = embedder.model().id().replaceAll("[^A-Za-z0-9.-]+", "_");
        VectorFile vectors = new VectorFile(folder.resolve("vectors-" + model), embedder);
        if (Files.exists(vectors.file)) {
            vectors.readAll();
        }
        return vectors;
    }

    private void readAll() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String text = in.readUTF();
                float[] values = new float[embedder.model().dimension()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = in.readFloat();
                }
                kept.put(text, Vector.of(values));
            }
        } catch (IOException e) {
            throw new EvaluationException("Cannot read " + file + ": delete it (" + e + ").", e);
        }
    }

    @Override
    public List<Vector> of(UUID connection, List<Passage> passages) {
        embed(passages);
        return passages.stream()
                .map(passage -> Objects.requireNonNull(kept.get(passage.text())))
                .toList();
    }

    private void embed(List<Passage> passages) {
        Set<String> missing = new LinkedHashSet<>();
        for (Passage passage : passages) {
            if (!kept.containsKey(passage.text())) {
                missing.add(passage.text());
            }
        }
        List<String> texts = List.copyOf(missing);
        List<Vector> embedded = embedder.embedPassages(texts);
        for (int i = 0; i < texts.size(); i++) {
            kept.put(texts.get(i), embedded.get(i));
        }
        changed |= !texts.isEmpty();
    }

    @Override
    public void close() {
        if (!changed) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(kept.size());
            for (Map.Entry<String, Vector> entry : kept.entrySet()) {
                out.writeUTF(entry.getKey());
                for (float value : entry.getValue().toArray()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
