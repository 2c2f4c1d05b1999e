package dev.surveyor.embeddings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens an index when it is first used; a failure to open is met again by the next use. */
final class LazyIndex implements VectorIndex {

    private final Supplier<VectorIndex> opening;
    private volatile @Nullable VectorIndex opened;
    private boolean closed;

    LazyIndex(Supplier<VectorIndex> opening) {
        this.opening = opening;
    }

    private VectorIndex opened() {
        VectorIndex there = opened;
        return there != null ? there : open();
    }

    private synchronized VectorIndex open() {
        if (closed) {
            throw new EmbeddingException(
                    EmbeddingException.Code.STOPPED,
                    true,
                    "The vector index was closed with the program: start it again.",
                    null);
        }
        VectorIndex there = opened;
        if (there == null) {
            there = opening.get();
            opened = there;
        }
        return there;
    }

    @Override
    public EmbeddingModel model() {
        return opened().model();
    }

    @Override
    public void upsert(Collection<Point> points) {
        opened().upsert(points);
    }

    @Override
    public void delete(Collection<UUID> ids) {
        opened().delete(ids);
    }

    @Override
    public void delete(Filter filter) {
        opened().delete(filter);
    }

    @Override
    public List<Candidate> byMeaning(Vector vector, Filter filter, int candidatesMax) {
        return opened().byMeaning(vector, filter, candidatesMax);
    }

    @Override
    public List<Candidate> byWords(String text, Filter filter, int candidatesMax) {
        return opened().byWords(text, filter, candidatesMax);
    }

    @Override
    public Map<UUID, Entry> entries(Collection<UUID> ids) {
        return opened().entries(ids);
    }

    @Override
    public long count(Filter filter) {
        return opened().count(filter);
    }

    @Override
    public Health health() {
        return opened().health();
    }

    @Override
    public String snapshot() {
        return opened().snapshot();
    }

    @Override
    public void compact() {
        opened().compact();
    }

    @Override
    public long rebuild(Stream<Point> points) {
        return opened().rebuild(points);
    }

    @Override
    public VectorIndex nearby() {
        return opened().nearby();
    }

    @Override
    public synchronized void close() {
        closed = true;
        VectorIndex there = opened;
        if (there != null) {
            there.close();
        }
    }
}
