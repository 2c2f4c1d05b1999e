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

/**
 * Embeds in this process. Several workers compute a text each, on one thread each: on CPUs that is
 * faster than batches or threads within a text, and a batch would change the bits of quantised
 * models.
 */
public final class LocalEmbedder implements TextEmbedder {

    private final ModelFiles files;
    private final EmbeddingModel model;
    private final OnnxModel network;
    private final Tokens tokens;
    private final Workers workers;
    private final LongAdder modelCalls = new LongAdder();
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
            ModelFiles files = files(model);
            CacheFolder folder = new CacheFolder(cache);
            NativeLibraries.prepare(folder);
            // The one waits for the disk while the other computes.
            Tokenizing tokenizing = new Tokenizing(files.tokenizer());
            OnnxModel network = OnnxModel.open(files, folder);
            return new LocalEmbedder(
                    files, network, tokenizing.await(), new Workers(workers, queueMax));
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
        return workers.passages(texts, text -> embedding(files.passagePrefix() + text));
    }

    private Callable<Vector> embedding(String text) {
        return () -> {
            List<long[]> windows = tokens.windows(text, files.tokensMax());
            float[] sum = new float[files.dimension()];
            for (long[] window : windows) {
                float[] part = network.embed(window);
                Vector unit = windows.size() == 1 ? Vector.of(part) : Vector.of(part).unit();
                add(sum, unit.toArray(), windows.size() == 1 ? 1 : window.length);
            }
            modelCalls.increment();
            return Vector.of(sum).unit();
        };
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

    /** Reads the tokenizer beside the network. */
    private static final class Tokenizing {

        private final java.util.concurrent.FutureTask<Tokens> task;

        Tokenizing(Content content) {
            task = new java.util.concurrent.FutureTask<>(() -> Tokens.open(content));
            Thread.ofPlatform().daemon().name("tokenizer").start(task);
        }

        Tokens await() throws IOException {
            try {
                return task.get();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Workers.stopped(e);
            }
        }
    }
}
