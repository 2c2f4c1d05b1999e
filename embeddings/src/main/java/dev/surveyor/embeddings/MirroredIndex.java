package dev.surveyor.embeddings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells a second index, which is in this process, what the first is told. */
final class MirroredIndex implements VectorIndex {

    private final VectorIndex index;
    private final VectorIndex mirror;

    MirroredIndex(VectorIndex index, VectorIndex mirror) {
        this.index = index;
        this.mirror = mirror;
    }

    @Override
    public EmbeddingModel model() {
        return index.model();
    }

    @Override
    public void upsert(Collection<Point> points) {
        index.upsert(points);
        mirror.upsert(points);
    }

    @Override
    public void delete(Collection<UUID> ids) {
        index.delete(ids);
        mirror.delete(ids);
    }

    @Override
    public void delete(Filter filter) {
        index.delete(filter);
        mirror.delete(filter);
    }

    @Override
    public List<Candidate> byMeaning(Vector vector, Filter filter, int candidatesMax) {
        return index.byMeaning(vector, filter, candidatesMax);
    }

    @Override
    public List<Candidate> byWords(String text, Filter filter, int candidatesMax) {
        return index.byWords(text, filter, candidatesMax);
    }

    @Override
    public Map<UUID, Entry> entries(Collection<UUID> ids) {
        return index.entries(ids);
    }

    @Override
    public long count(Filter filter) {
        return index.count(filter);
    }

    @Override
    public Health health() {
        return index.health();
    }

    @Override
    public String snapshot() {
        return index.snapshot();
    }

    @Override
    public void compact() {
        index.compact();
        mirror.compact();
    }

    /** One stream fills both: the mirror sees each point as it passes. */
    @Override
    public long rebuild(Stream<Point> points) {
        mirror.delete(Filter.all());
        return index.rebuild(new Passing(mirror).all(points));
    }

    @Override
    public VectorIndex nearby() {
        return mirror;
    }

    @Override
    public void close() {
        index.close();
        mirror.close();
    }

    /** Hands points on in batches while they pass. */
    private record Passing(VectorIndex mirror) {

        private static final int BATCH = 500;

        Stream<Point> all(Stream<Point> points) {
            return points.gather(java.util.stream.Gatherers.windowFixed(BATCH))
                    .peek(mirror::upsert)
                    .flatMap(List::stream);
        }
    }
}
