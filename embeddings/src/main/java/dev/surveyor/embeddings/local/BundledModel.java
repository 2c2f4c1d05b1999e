package dev.surveyor.embeddings.local;

import dev.surveyor.embeddings.EmbeddingException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model whose files can lie on the class path, as Maven artifacts carry them, and how its makers
 * say it is to be used.
 */
enum BundledModel {
    MINILM("all-minilm-l6-v2", Pooling.MEAN, 256, "", ""),
    MINILM_INT8("all-minilm-l6-v2-q", Pooling.MEAN, 256, "", ""),
    BGE("bge-small-en-v1.5", Pooling.CLS, 512, Prefix.BGE_QUERY, ""),
    BGE_INT8("bge-small-en-v1.5-q", Pooling.CLS, 512, Prefix.BGE_QUERY, ""),
    E5("e5-small-v2", Pooling.MEAN, 512, Prefix.E5_QUERY, Prefix.E5_PASSAGE),
    E5_INT8("e5-small-v2-q", Pooling.MEAN, 512, Prefix.E5_QUERY, Prefix.E5_PASSAGE);

    private static final int DIMENSION = 384;

    private final String title;
    private final Pooling pooling;
    private final int tokensMax;
    private final String queryPrefix;
    private final String passagePrefix;

    BundledModel(
            String title,
            Pooling pooling,
            int tokensMax,
            String queryPrefix,
            String passagePrefix) {
        this.title = title;
        this.pooling = pooling;
        this.tokensMax = tokensMax;
        this.queryPrefix = queryPrefix;
        this.passagePrefix = passagePrefix;
    }

    static Optional<BundledModel> named(String title) {
        return Arrays.stream(values()).filter(model -> model.title.equals(title)).findFirst();
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(model -> model.title).toList();
    }

    ModelFiles files() throws IOException {
        return new ModelFiles(
                title,
                content(title + ".onnx"),
                content(title + "-tokenizer.json"),
                pooling,
                DIMENSION,
                tokensMax,
                queryPrefix,
                passagePrefix);
    }

    private Content content(String resource) throws IOException {
        URL url = BundledModel.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new EmbeddingException(
                    EmbeddingException.Code.MODEL_MISSING,
                    false,
                    ("The embedding model \"%s\" does not come with this program: set"
                                    + " surveyor.embeddings.model to a folder that holds it.")
                            .formatted(title),
                    null);
        }
        try {
            return Content.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Prefix {
        static final String BGE_QUERY = "Represent this sentence for searching relevant passages: ";
        static final String E5_QUERY = "query: ";
        static final String E5_PASSAGE = "passage: ";
    }
}
