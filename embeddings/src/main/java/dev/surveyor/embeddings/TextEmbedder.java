package dev.surveyor.embeddings;

import java.util.List;

/**
 * Turns texts into vectors. Safe for many threads; nothing heavy happens before the first call. A
 * text comes out the same, bit for bit, whatever else is embedded beside it.
 *
 * <p>Nothing is cut off: a text longer than the model reads at once is read in windows and comes
 * out as their mean. A document is better {@linkplain #chunks cut into texts of their own}.
 */
public interface TextEmbedder extends AutoCloseable {

    /**
     * The model that is used.
     *
     * @throws EmbeddingException when it cannot be found out
     */
    EmbeddingModel model();

    /**
     * The vector to search with; goes before the passages that wait.
     *
     * @throws EmbeddingException when there is no vector to be had
     */
    Vector embedQuery(String text);

    /**
     * The vectors to be found, in the order of their texts. Waits where more is asked than the
     * workers can take.
     *
     * @throws EmbeddingException when there are no vectors to be had; none then
     */
    List<Vector> embedPassages(List<String> texts);

    /** A document as texts that the model reads whole, each begun with the header. */
    List<String> chunks(Document document);

    EmbeddingCounts counts();

    /** Takes no more texts, lets those under way finish, lets go of the model. */
    @Override
    void close();
}
