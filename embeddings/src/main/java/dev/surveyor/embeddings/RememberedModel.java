package dev.surveyor.embeddings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What a distant embedder said of its model when it last answered, so that the index of that model
 * can be opened, and searched by word, also while it does not.
 *
 * @param name what the settings call the model; of another one nothing is remembered
 */
record RememberedModel(Path file, String name) {

    private static final String NAME = "name";
    private static final String ID = "id";
    private static final String DIMENSION = "dimension";
    private static final String TOKENS_MAX = "tokens-max";
    private static final String QUERY_PREFIX = "query-prefix";
    private static final String PASSAGE_PREFIX = "passage-prefix";

    Optional<EmbeddingModel> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException e) {
            throw failed(e);
        }
        return name.equals(kept.getProperty(NAME))
                ? Optional.of(
                        new EmbeddingModel(
                                kept.getProperty(ID, ""),
                                Integer.parseInt(kept.getProperty(DIMENSION, "0")),
                                Integer.parseInt(kept.getProperty(TOKENS_MAX, "0")),
                                kept.getProperty(QUERY_PREFIX, ""),
                                kept.getProperty(PASSAGE_PREFIX, "")))
                : Optional.empty();
    }

    void write(EmbeddingModel model) {
        Properties kept = new Properties();
        kept.setProperty(NAME, name);
        kept.setProperty(ID, model.id());
        kept.setProperty(DIMENSION, Integer.toString(model.dimension()));
        kept.setProperty(TOKENS_MAX, Integer.toString(model.tokensMax()));
        kept.setProperty(QUERY_PREFIX, model.queryPrefix());
        kept.setProperty(PASSAGE_PREFIX, model.passagePrefix());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (Writer writer = Files.newBufferedWriter(part)) {
                kept.store(writer, null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private EmbeddingException failed(IOException e) {
        return new EmbeddingException(
                EmbeddingException.Code.DISK_FAILED,
                true,
                "%s cannot be read or written (%s): make room or mend its rights."
                        .formatted(file, e.getMessage()),
                e);
    }
}
