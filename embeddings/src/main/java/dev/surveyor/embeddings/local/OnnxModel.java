package dev.surveyor.embeddings.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network, ready to run. Each call computes on the thread that makes it, and on no other: with
 * one thread and one text at a time the same text gives the same bits.
 */
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

    /** What the text of these tokens means, as the model says it. */
    float[] embed(long[] ids) throws OrtException {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (String input : session.getInputNames()) {
                inputs.put(
                        input,
                        switch (input) {
                            case "input_ids" -> tensor(ids);
                            case "attention_mask" -> tensor(ones);
                            default -> tensor(new long[ids.length]);
                        });
            }
            try (OrtSession.Result result = session.run(inputs)) {
                OnnxTensor tokens = (OnnxTensor) result.get(0);
                return pooling.pool(tokens.getFloatBuffer(), ids.length, dimension);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
