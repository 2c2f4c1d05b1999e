package dev.surveyor.embeddings.local;

import dev.surveyor.embeddings.EmbeddingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence-transformers model with ONNX weights, in a folder as its makers publish it. What the
 * folder does not say is the family's custom: the mean of the tokens, no prefixes.
 */
final class ModelFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WEIGHTS =
            List.of(
                    "model.onnx",
                    "onnx/model.onnx",
                    "model_quantized.onnx",
                    "onnx/model_quantized.onnx");
    private static final int TOKENS_MAX_UNSAID = 512;
    private static final int TOKENS_MAX = 8192;

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    ModelFiles files() throws IOException {
        JsonNode config = json("config.json");
        JsonNode pooling = json("1_Pooling/config.json");
        JsonNode prompts = json("config_sentence_transformers.json").path("prompts");
        int dimension = config.path("hidden_size").asInt(0);
        if (dimension < 1) {
            throw missing("config.json with a hidden_size");
        }
        int positions = config.path("max_position_embeddings").asInt(TOKENS_MAX_UNSAID);
        int tokensMax = json("sentence_bert_config.json").path("max_seq_length").asInt(positions);
        return new ModelFiles(
                folder.getFileName().toString(),
                Content.of(weights().toUri()),
                Content.of(file("tokenizer.json").toUri()),
                pooling(pooling),
                dimension,
                Math.min(TOKENS_MAX, Math.min(tokensMax, positions)),
                prompts.path("query").asString(""),
                prompts.path("passage").asString(prompts.path("document").asString("")));
    }

    private Pooling pooling(JsonNode config) {
        if (config.path("pooling_mode_cls_token").asBoolean(false)) {
            return Pooling.CLS;
        }
        if (config.isEmpty() || config.path("pooling_mode_mean_tokens").asBoolean(false)) {
            return Pooling.MEAN;
        }
        throw missing("way of pooling that is known here (1_Pooling/config.json: mean or cls)");
    }

    private Path weights() {
        return WEIGHTS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing("one of " + String.join(", ", WEIGHTS)));
    }

    private Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw missing(name);
        }
        return file;
    }

    /** An empty object where there is no such file. */
    private JsonNode json(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new EmbeddingException(
                    EmbeddingException.Code.MODEL_MISSING,
                    false,
                    "%s is not JSON: copy the model's folder again.".formatted(file),
                    e);
        }
    }

    private EmbeddingException missing(String what) {
        return new EmbeddingException(
                EmbeddingException.Code.MODEL_MISSING,
                false,
                ("%s has no %s: surveyor.embeddings.model must be one of %s or the folder of a"
                                + " sentence-transformers model with ONNX weights.")
                        .formatted(folder, what, String.join(", ", BundledModel.titles())),
                null);
    }
}
