package dev.surveyor.embeddings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens an index when it is first used; a failure to open is met again by the next use. */
final class LazyIndex implements VectorIndex {

    private final Lazy<VectorIndex> lazy;

    LazyIndex(Supplier<VectorIndex> opening) {
        this.lazy =
                new Lazy<>(
                        opening,
                        VectorIndex::close,
                        "The vector index was closed with the program: start it again.");
    }

    /** Whether somebody used it, or wanted to. */
    boolean tried() {
        return lazy.tried();
    }

    @Override
    public EmbeddingModel model() {
        return lazy.opened().model();
    }

    @Override
    public void upsert(Collection<Point> points) {
        lazy.opened().upsert(points);
    }

    @Override
    public void delete(Collection<UUID> ids) {
        lazy.opened().delete(ids);
    }

    @Override
    public void delete(Filter filter) {
        lazy.opened().delete(filter);
    }

    @Override
    public List<Candidate> byMeaning(Vector vector, Filter filter, int candidatesMax) {
        return lazy.opened().byMeaning(vector, filter, candidatesMax);
    }

    @Override
    public List<Candidate> byWords(String text, Filter filter, int candidatesMax) {
        return lazy.opened().byWords(text, filter, candidatesMax);
    }

    @Override
    public Map<UUID, Entry> entries(Collection<UUID> ids) {
        return lazy.opened().entries(ids);
    }

    @Override
    public long count(Filter filter) {
        return lazy.opened().count(filter);
    }

    @Override
    public Health health() {
        return lazy.opened().health();
    }

    @Override
    public String snapshot() {
        return lazy.opened().snapshot();
    }

    @Override
    public void compact() {
        lazy.opened().compact();
    }

    @Override
    public long rebuild(Stream<Point> points) {
        return lazy.opened().rebuild(points);
    }

    @Override
    public VectorIndex nearby() {
        return lazy.opened().nearby();
    }

    @Override
    public void close() {
        lazy.end();
    }
}
