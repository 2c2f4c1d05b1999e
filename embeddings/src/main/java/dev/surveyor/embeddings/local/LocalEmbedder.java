package dev.surveyor.embeddings.local;

import ai.onnxruntime.OrtException;
import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.EmbeddingCounts;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Embeds in this process. Several workers compute on one thread each: on CPUs that is faster than
 * threads within a text. Texts are read together only where that changes no bit.
 */
public final class LocalEmbedder implements TextEmbedder {

    private static final String PROBE =
            "database sales: table orders with columns id, date, amount";

    private final ModelFiles files;
    private final EmbeddingModel model;
    private final OnnxModel network;
    private final Tokens tokens;
    private final Workers workers;
    private final LongAdder modelCalls = new LongAdder();
    private volatile @Nullable Boolean readsTogether;
    private boolean closed;

    private LocalEmbedder(ModelFiles files, OnnxModel network, Tokens tokens, Workers workers) {
        this.files = files;
        this.model = files.model();
        this.network = network;
        this.tokens = tokens;
        this.workers = workers;
    }

    /**
     * Loads a model.
     *
     * @param model name of one that comes along, or a folder
     * @param cache folder for what is unpacked and worked out once
     * @throws EmbeddingException when there is no such model, or it does not run here
     */
    public static LocalEmbedder open(String model, Path cache, int workers, int queueMax) {
        try {
            CacheFolder folder = new CacheFolder(cache);
            ModelFiles files = files(model);
            Beside<Tokens> tokens =
                    new Beside<>("tokenizer", () -> Tokens.open(files.tokenizer(), folder));
            OnnxModel network = OnnxModel.open(files, folder);
            return new LocalEmbedder(
                    files, network, tokens.await(), new Workers(workers, queueMax));
        } catch (IOException e) {
            throw new EmbeddingException(
                    EmbeddingException.Code.DISK_FAILED,
                    false,
                    "The embedding model could not be unpacked under %s (%s): make room or mend its rights."
                            .formatted(cache, e.getMessage()),
                    e);
        } catch (OrtException | UnsatisfiedLinkError e) {
            throw new EmbeddingException(
                    EmbeddingException.Code.MODEL_FAILED,
                    false,
                    "The embedding model %s does not run here (%s): choose another in surveyor.embeddings.model."
                            .formatted(model, e.getMessage()),
                    e);
        }
    }

    private static ModelFiles files(String model) throws IOException {
        Optional<BundledModel> bundled = BundledModel.named(model);
        return bundled.isPresent()
                ? bundled.get().files()
                : new ModelFolder(Path.of(model)).files();
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public Vector embedQuery(String text) {
        return workers.question(embedding(files.queryPrefix() + text));
    }

    @Override
    public List<Vector> embedPassages(List<String> texts) {
        List<String> passages = texts.stream().map(files.passagePrefix()::concat).toList();
        return texts.size() > 1 && readsTogether()
                ? together(passages)
                : workers.passages(passages, this::embedding);
    }

    /** Found out by trying, once. */
    private boolean readsTogether() {
        Boolean known = readsTogether;
        if (known == null) {
            known =
                    workers.passages(
                                    List.of(PROBE),
                                    text ->
                                            () ->
                                                    network.keepsBits(
                                                            tokens.windows(text, files.tokensMax())
                                                                    .getFirst()))
                            .getFirst();
            readsTogether = known;
        }
        return known;
    }

    private List<Vector> together(List<String> passages) {
        List<List<long[]>> windows =
                passages.stream().map(text -> tokens.windows(text, files.tokensMax())).toList();
        List<List<Integer>> batches = Batches.of(windows, workers.count());
        List<List<Vector>> embedded =
                workers.passages(
                        batches, batch -> () -> vectors(batch.stream().map(windows::get).toList()));
        Vector[] inOrder = new Vector[passages.size()];
        for (int i = 0; i < batches.size(); i++) {
            for (int j = 0; j < batches.get(i).size(); j++) {
                inOrder[batches.get(i).get(j)] = embedded.get(i).get(j);
            }
        }
        return List.of(inOrder);
    }

    private List<Vector> vectors(List<List<long[]>> texts) throws OrtException {
        if (texts.size() == 1) {
            return List.of(vector(texts.getFirst()));
        }
        List<float[]> means = network.embed(texts.stream().map(List::getFirst).toList());
        modelCalls.add(texts.size());
        return means.stream().map(mean -> Vector.of(mean).unit()).toList();
    }

    private Callable<Vector> embedding(String text) {
        return () -> vector(tokens.windows(text, files.tokensMax()));
    }

    /** Of one window what the model says, of several their mean. */
    private Vector vector(List<long[]> windows) throws OrtException {
        modelCalls.increment();
        if (windows.size() == 1) {
            return Vector.of(network.embed(windows).getFirst()).unit();
        }
        float[] sum = new float[files.dimension()];
        for (long[] window : windows) {
            Vector part = Vector.of(network.embed(List.of(window)).getFirst()).unit();
            add(sum, part.toArray(), window.length);
        }
        return Vector.of(sum).unit();
    }

    private static void add(float[] sum, float[] part, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * part[i];
        }
    }

    @Override
    public List<String> chunks(Document document) {
        return document.chunks(
                text -> tokens.count(files.passagePrefix() + text), files.tokensMax());
    }

    @Override
    public EmbeddingCounts counts() {
        return new EmbeddingCounts(modelCalls.sum(), 0);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        workers.close();
        tokens.close();
        try {
            network.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model could not be let go", e);
        }
    }
}
