package dev.surveyor.embeddings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Points, kept and found again. It holds vectors of one model: those of another are refused. Safe
 * for many threads. What does not work is an {@link EmbeddingException}.
 */
public interface VectorIndex extends AutoCloseable {

    /** Most candidates that are looked for at once. */
    int CANDIDATES_MAX = 1000;

    EmbeddingModel model();

    /** Adds points, or writes them again; when it returns they are on disk and are found. */
    void upsert(Collection<Point> points);

    /** Removes points; those that are not there are no mistake. */
    void delete(Collection<UUID> ids);

    /** Removes all points that the filter lets through. */
    void delete(Filter filter);

    /** The points nearest to a vector of length 1, the best first; equal scores by their ids. */
    List<Candidate> byMeaning(Vector vector, Filter filter, int candidatesMax);

    /** The points that share the text's words, the best first; equal scores by their ids. */
    List<Candidate> byWords(String text, Filter filter, int candidatesMax);

    /** What is known of these points; those that are not there are left out. */
    Map<UUID, Entry> entries(Collection<UUID> ids);

    long count(Filter filter);

    Health health();

    /** Copies all there is to a safe place, without standing in the way; says where. */
    String snapshot();

    /** Gives back the room of what was deleted. */
    void compact();

    /**
     * Replaces all there is. Searches see the old points until the new ones are complete, where the
     * old ones can be served.
     *
     * @return how many points there are now
     */
    long rebuild(Stream<Point> points);

    /** Both ways at once, ranked by {@link Fusion}. */
    default List<Hit> search(String text, Vector vector, Filter filter, int hitsMax) {
        List<Candidate> meaning = byMeaning(vector, filter, Fusion.depth(hitsMax));
        List<Candidate> words = byWords(text, filter, Fusion.depth(hitsMax));
        return hits(Fusion.fused(meaning, words, hitsMax));
    }

    /** What was ranked, with what is known of it. */
    default List<Hit> hits(List<Fusion.Ranked> ranking) {
        Map<UUID, Entry> known = entries(ranking.stream().map(Fusion.Ranked::id).toList());
        return ranking.stream()
                .flatMap(ranked -> Stream.ofNullable(known.get(ranked.id())).map(ranked::hit))
                .toList();
    }

    /**
     * The same words in this process, for when this index does not answer; itself where it is in
     * this process.
     */
    default VectorIndex nearby() {
        return this;
    }

    @Override
    void close();
}
