package dev.surveyor.embeddings.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A network, ready to run. Each call computes on the thread that makes it, and on no other. */
final class OnnxModel implements AutoCloseable {

    /** The fused norm's loop is not vectorised: the parts it is made of take half of its time. */
    private static final String NOT_FUSED = "LayerNormFusionL1;LayerNormFusionL2";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Pooling pooling;
    private final int dimension;

    private OnnxModel(
            OrtEnvironment environment, OrtSession session, Pooling pooling, int dimension) {
        this.environment = environment;
        this.session = session;
        this.pooling = pooling;
        this.dimension = dimension;
    }

    /** With the graph as it was optimised once: also the first time, so that all starts agree. */
    static OnnxModel open(ModelFiles files, CacheFolder cache) throws IOException, OrtException {
        NativeLibraries.prepareRuntime(cache);
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "surveyor");
        environment.setTelemetry(false);
        HeldRuntime.hold();
        String name =
                "%s-%s-%s-ort%s.onnx"
                        .formatted(
                                files.name(),
                                files.weights().key(),
                                System.getProperty("os.arch"),
                                environment.getVersion());
        Path graph = cache.made(name, target -> optimise(environment, files, target));
        try (SessionOptions options = options(OptLevel.NO_OPT)) {
            OrtSession session = environment.createSession(graph.toString(), options);
            return new OnnxModel(environment, session, files.pooling(), files.dimension());
        }
    }

    /** Only what is right on every processor: the saved graph may meet another one. */
    private static void optimise(OrtEnvironment environment, ModelFiles files, Path target)
            throws IOException {
        Files.delete(target);
        try (SessionOptions options = options(OptLevel.EXTENDED_OPT)) {
            options.addConfigEntry("optimization.disable_specified_optimizers", NOT_FUSED);
            options.setOptimizedModelFilePath(target.toString());
            environment.createSession(files.weights().bytes(), options).close();
        } catch (OrtException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static SessionOptions options(OptLevel level) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(level);
        options.setDeterministicCompute(true);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return options;
    }

    /** What texts mean, as the model says it; all of them have equally many tokens. */
    List<float[]> embed(List<long[]> texts) throws OrtException {
        int length = texts.getFirst().length;
        long[] ids = texts.stream().flatMapToLong(Arrays::stream).toArray();
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (String input : session.getInputNames()) {
                inputs.put(
                        input,
                        switch (input) {
                            case "input_ids" -> tensor(ids, length);
                            case "attention_mask" -> tensor(ones, length);
                            default -> tensor(new long[ids.length], length);
                        });
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer tokens = ((OnnxTensor) result.get(0)).getFloatBuffer();
                int size = length * dimension;
                return IntStream.range(0, texts.size())
                        .mapToObj(
                                i -> pooling.pool(tokens.slice(i * size, size), length, dimension))
                        .toList();
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    /**
     * Whether a text beside another gives the same bits as alone. Where a network quantises what
     * passes through it, it does not: the scale is that of all texts together.
     */
    boolean keepsBits(long[] text) throws OrtException {
        long[] other = text.clone();
        for (int i = 1; i < text.length - 1; i++) {
            other[i] = text[text.length - 1 - i];
        }
        List<float[]> together = embed(List.of(text, other));
        return Arrays.equals(together.getFirst(), embed(List.of(text)).getFirst())
                && Arrays.equals(together.getLast(), embed(List.of(other)).getFirst());
    }

    private OnnxTensor tensor(long[] values, int length) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {values.length / length, length});
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
