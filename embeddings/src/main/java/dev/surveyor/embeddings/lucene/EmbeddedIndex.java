package dev.surveyor.embeddings.lucene;

import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.Entry;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Health;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.VectorIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Vectors, words and filters in one Lucene index on disk. Every change is committed before its call
 * returns, so nothing that was told as done is lost when the process is killed. Vectors are kept
 * and compared in full precision.
 */
public final class EmbeddedIndex implements VectorIndex {

    private final EmbeddingModel model;
    private final boolean keepsVectors;
    private final IndexFolder folder;
    private final Path snapshots;
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock();
    private volatile OpenedIndex opened;
    private volatile boolean damaged;

    private EmbeddedIndex(EmbeddingModel model, Path path, boolean keepsVectors) {
        this.model = model;
        this.keepsVectors = keepsVectors;
        this.folder = new IndexFolder(path, model);
        this.snapshots = path.resolveSibling(path.getFileName() + "-snapshots");
        this.opened = OpenedIndex.of(folder);
        this.damaged = folder.mustBeRebuilt();
    }

    /**
     * Opens the index of a model, or begins one.
     *
     * @param folder holds the indexes of all models
     * @throws EmbeddingException when another process has it open
     */
    public static EmbeddedIndex open(Path folder, EmbeddingModel model) {
        return new EmbeddedIndex(model, path(folder, model, ""), true);
    }

    /** The same without vectors: by meaning nothing is found. */
    public static EmbeddedIndex openWordsOnly(Path folder, EmbeddingModel model) {
        return new EmbeddedIndex(model, path(folder, model, "-words"), false);
    }

    private static Path path(Path folder, EmbeddingModel model, String suffix) {
        String name = model.id().replaceAll("[^A-Za-z0-9.@_-]", "_");
        return folder.toAbsolutePath().resolve(name + suffix);
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public void upsert(Collection<Point> points) {
        points.forEach(this::requireOurs);
        changing(writer -> {
            for (Point point : points) {
                writer.updateDocument(
                        Fields.term(point.id()), Fields.document(point, keepsVectors));
            }
        });
    }

    private void requireOurs(Point point) {
        if (point.vector() != null && !point.model().equals(model.id())) {
            throw new EmbeddingException(
                    Code.OTHER_MODEL,
                    false,
                    "A vector of %s does not belong into an index of %s: embed the text again."
                            .formatted(point.model(), model.id()),
                    null);
        }
    }

    @Override
    public void delete(Collection<UUID> ids) {
        changing(writer -> writer.deleteDocuments(Fields.terms(ids)));
    }

    @Override
    public void delete(Filter filter) {
        if (!filter.letsNothingThrough()) {
            changing(writer -> writer.deleteDocuments(Fields.orAll(Fields.query(filter))));
        }
    }

    @Override
    public List<Candidate> byMeaning(Vector vector, Filter filter, int candidatesMax) {
        if (vector.dimension() != model.dimension()) {
            throw new EmbeddingException(
                    Code.OTHER_MODEL,
                    false,
                    "A vector of %d dimensions cannot be looked for among those of %s: embed the question with that."
                            .formatted(vector.dimension(), model.id()),
                    null);
        }
        return filter.letsNothingThrough()
                ? List.of()
                : looking(finding -> finding.byMeaning(vector, filter, bounded(candidatesMax)));
    }

    @Override
    public List<Candidate> byWords(String text, Filter filter, int candidatesMax) {
        return filter.letsNothingThrough()
                ? List.of()
                : looking(finding -> finding.byWords(text, filter, bounded(candidatesMax)));
    }

    private static int bounded(int max) {
        return Math.clamp(max, 1, CANDIDATES_MAX);
    }

    @Override
    public Map<UUID, Entry> entries(Collection<UUID> ids) {
        return looking(finding -> finding.entries(ids));
    }

    @Override
    public long count(Filter filter) {
        return looking(finding -> finding.count(filter));
    }

    @Override
    public Health health() {
        return damaged
                ? new Health(Health.State.MUST_BE_REBUILT, mustBeRebuilt())
                : new Health(Health.State.SERVING, "The vector index answers.");
    }

    private String mustBeRebuilt() {
        return "The vector index in %s was damaged and must be rebuilt: run 'surveyor index rebuild'."
                .formatted(folder.path());
    }

    @Override
    public String snapshot() {
        writing.readLock().lock();
        try {
            return new Snapshots(snapshots, opened.deletion()).take(folder.path()).toString();
        } catch (IOException e) {
            throw folder.failed(e);
        } finally {
            writing.readLock().unlock();
        }
    }

    @Override
    public void compact() {
        changing(writer -> writer.forceMerge(1));
    }

    @Override
    public long rebuild(Stream<Point> points) {
        writing.writeLock().lock();
        try {
            IndexWriter writer = opened.writer();
            boolean complete = false;
            try {
                writer.deleteAll();
                Iterator<Point> iterator = points.iterator();
                while (iterator.hasNext()) {
                    Point point = iterator.next();
                    requireOurs(point);
                    writer.updateDocument(
                            Fields.term(point.id()), Fields.document(point, keepsVectors));
                }
                writer.commit();
                complete = true;
            } finally {
                if (!complete) {
                    startAgain();
                }
            }
            folder.isRebuilt();
            damaged = false;
            opened.searchers().maybeRefreshBlocking();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            writing.writeLock().unlock();
        }
        return count(Filter.all());
    }

    /** With the last commit, as if the rebuild had not begun. */
    private void startAgain() throws IOException {
        opened.close();
        opened = OpenedIndex.of(folder);
    }

    private interface Change {
        void make(IndexWriter writer) throws IOException;
    }

    private void changing(Change change) {
        locked(
                writing.readLock(),
                () -> {
                    change.make(opened.writer());
                    opened.writer().commit();
                    opened.searchers().maybeRefreshBlocking();
                    return true;
                });
    }

    private interface Look<R> {
        R take(Finding finding) throws IOException;
    }

    private <R> R looking(Look<R> look) {
        if (damaged) {
            throw new EmbeddingException(Code.DAMAGED, true, mustBeRebuilt(), null);
        }
        SearcherManager searchers = opened.searchers();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return look.take(new Finding(searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw failed(e);
        } catch (AlreadyClosedException e) {
            throw stopped(e);
        }
    }

    private interface Work<R> {
        R run() throws IOException;
    }

    private <R> R locked(Lock lock, Work<R> work) {
        lock.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw failed(e);
        } catch (AlreadyClosedException e) {
            throw stopped(e);
        } finally {
            lock.unlock();
        }
    }

    private EmbeddingException failed(IOException e) {
        if (e instanceof CorruptIndexException) {
            damaged = true;
            return new EmbeddingException(Code.DAMAGED, true, mustBeRebuilt(), e);
        }
        return folder.failed(e);
    }

    private static EmbeddingException stopped(AlreadyClosedException e) {
        return new EmbeddingException(
                Code.STOPPED, true, "The vector index is closed: open it again.", e);
    }

    @Override
    public void close() {
        locked(
                writing.writeLock(),
                () -> {
                    opened.close();
                    return true;
                });
    }
}
