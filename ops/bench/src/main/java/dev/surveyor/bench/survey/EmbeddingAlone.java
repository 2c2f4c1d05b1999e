package dev.surveyor.bench.survey;

import dev.surveyor.bench.server.StoreLogin;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.TextEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The texts of a surveyed connection embedded once more, with nothing else to do meanwhile. */
final class EmbeddingAlone {

    private static final int BATCH = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private EmbeddingAlone() {}

    static double seconds(StoreLogin login, Path data, String connection) throws IOException {
        List<String> texts = texts(login, data, connection);
        EmbeddingSettings settings =
                EmbeddingSettings.local(EmbeddingSettings.DEFAULT_MODEL).withCacheSize(0);
        try (TextEmbedder embedder = Embeddings.embedder(settings, data.resolve("alone"))) {
            embedder.embedPassages(texts.subList(0, Math.min(BATCH, texts.size())));
            long begin = System.nanoTime();
            for (int from = 0; from < texts.size(); from += BATCH) {
                embedder.embedPassages(texts.subList(from, Math.min(from + BATCH, texts.size())));
            }
            return (System.nanoTime() - begin) / NANOS_PER_SECOND;
        }
    }

    private static List<String> texts(StoreLogin login, Path data, String connection)
            throws IOException {
        List<String> texts = new ArrayList<>();
        try (Connection store = login.connect(data);
                PreparedStatement query =
                        store.prepareStatement(
                                """
                                SELECT p.text FROM point p JOIN connection c ON c.id = p.connection_id
                                 WHERE c.name = ? AND p.vector IS NOT NULL ORDER BY p.id
                                """)) {
            query.setString(1, connection);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IOException("the catalog cannot be looked into", e);
        }
        return texts;
    }
}
