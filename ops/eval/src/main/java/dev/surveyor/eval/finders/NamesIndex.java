package dev.surveyor.eval.finders;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.Hit;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.TableFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All tables in one index of one model, as documents that are made of names only. */
public final class NamesIndex implements AutoCloseable {

    /** Models are unpacked once; indexes are made anew. */
    private static final Path FOLDER = Path.of("eval-results", "embeddings");

    /** A table may be found by several of its chunks. */
    private static final int HITS_PER_TABLE = 3;

    private final TextEmbedder embedder;
    private final VectorIndex index;
    private final Path folder;

    private NamesIndex(TextEmbedder embedder, VectorIndex index, Path folder) {
        this.embedder = embedder;
        this.index = index;
        this.folder = folder;
    }

    /** Embeds all tables but those that SQLite keeps for itself. */
    public static NamesIndex of(List<TableFinder.Searched> databases, String model) {
        EmbeddingSettings settings = EmbeddingSettings.local(model);
        TextEmbedder embedder = Embeddings.embedder(settings, FOLDER);
        try {
            Path folder = Files.createTempDirectory("surveyor-names");
            VectorIndex index = Embeddings.index(settings, folder, embedder.model());
            List<Point> points = new ArrayList<>();
            for (TableFinder.Searched database : databases) {
                for (Schema.Table table : database.schema().tables()) {
                    if (!table.name().toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
                        points.addAll(points(database.database(), table, embedder));
                    }
                }
            }
            index.rebuild(points.stream());
            index.compact();
            return new NamesIndex(embedder, index, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EmbeddingException e) {
            throw new EvaluationException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Point> points(String database, Schema.Table table, TextEmbedder embedder) {
        List<String> texts = TableDocument.of(database, table).chunks(embedder);
        List<Vector> vectors = embedder.embedPassages(texts);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            points.add(
                    Point.dense(
                            database,
                            PointKind.TABLE,
                            "",
                            table.name(),
                            texts.get(i),
                            embedder.model(),
                            vectors.get(i)));
        }
        return points;
    }

    /** The best tables, each by its best chunk. */
    public List<TableFinder.Found> find(Way way, String wording, int tablesMax) {
        Map<String, TableFinder.Found> tables = new LinkedHashMap<>();
        for (Hit hit : way.find(index, embedder, wording, tablesMax * HITS_PER_TABLE)) {
            String database = hit.entry().connection();
            String table = hit.entry().subject();
            tables.putIfAbsent(
                    database + "." + table, new TableFinder.Found(database, table, hit.score()));
        }
        return tables.values().stream().limit(tablesMax).toList();
    }

    @Override
    public void close() {
        index.close();
        embedder.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
