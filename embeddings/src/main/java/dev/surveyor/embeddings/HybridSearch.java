package dev.surveyor.embeddings;

import dev.surveyor.embeddings.Found.Mode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a question's meaning and words at once and never waits long: what is down, slow or
 * flapping is left out, and the answer says so.
 */
public final class HybridSearch implements AutoCloseable {

    /** In all a question waits less than two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** For reading what was found, where finding it took all the patience there was. */
    private static final Duration PATIENCE_TO_READ = Duration.ofMillis(300);

    /** For the words in this process, where nothing else answered. */
    private static final Duration PATIENCE_IN_ALL = Duration.ofMillis(1900);

    private final TextEmbedder embedder;
    private final VectorIndex index;
    private final Circuit meaning = new Circuit(System::nanoTime);
    private final Circuit words = new Circuit(System::nanoTime);
    private final Circuit nearby = new Circuit(System::nanoTime);
    private final Attempts attempts = new Attempts();

    public HybridSearch(TextEmbedder embedder, VectorIndex index) {
        this.embedder = embedder;
        this.index = index;
    }

    /** The best hits, the best first; what could not be looked for is said in the result. */
    public Found find(String text, Filter filter, int hitsMax) {
        int depth = Fusion.depth(hitsMax);
        long begin = System.nanoTime();
        long deadline = begin + PATIENCE.toNanos();
        Attempt<List<Candidate>> byMeaning =
                attempts.begin(meaning, () -> alike(text, filter, depth));
        Attempt<List<Candidate>> byWords =
                attempts.begin(words, () -> index.byWords(text, filter, depth));
        List<Candidate> alike = byMeaning.result(deadline);
        List<Candidate> sharing = byWords.result(deadline);
        if (sharing != null) {
            Found found = entries(alike, sharing, hitsMax, deadline, byMeaning.complaint());
            if (found != null) {
                return found;
            }
        }
        return nearby(
                text, filter, hitsMax, begin + PATIENCE_IN_ALL.toNanos(), byWords.complaint());
    }

    /** Vectors of different models say nothing about each other. */
    private List<Candidate> alike(String text, Filter filter, int depth) {
        Vector vector = embedder.embedQuery(text);
        String asked = embedder.model().id();
        String kept = index.model().id();
        if (!asked.equals(kept)) {
            throw new EmbeddingException(
                    EmbeddingException.Code.OTHER_MODEL,
                    false,
                    "the index holds vectors of %s, but questions are embedded by %s: start the program again and survey anew."
                            .formatted(kept, asked),
                    null);
        }
        return index.byMeaning(vector, filter, depth);
    }

    private @Nullable Found entries(
            @Nullable List<Candidate> alike,
            List<Candidate> sharing,
            int hitsMax,
            long deadline,
            @Nullable String complaint) {
        List<Fusion.Ranked> ranking =
                Fusion.fused(alike == null ? List.of() : alike, sharing, hitsMax);
        Attempt<List<Hit>> reading = attempts.begin(words, () -> index.hits(ranking));
        long readBy = Math.max(deadline, System.nanoTime() + PATIENCE_TO_READ.toNanos());
        List<Hit> hits = reading.result(readBy);
        if (hits == null) {
            return null;
        }
        return alike == null
                ? new Found(hits, Mode.WORDS_ONLY, limited(complaint))
                : new Found(hits, Mode.MEANING_AND_WORDS, null);
    }

    /** The words in this process; where even these cannot be had, that is the answer. */
    private Found nearby(
            String text, Filter filter, int hitsMax, long deadline, @Nullable String complaint) {
        Attempt<List<Hit>> looking =
                attempts.begin(
                        nearby,
                        () -> {
                            VectorIndex here = index.nearby();
                            List<Candidate> sharing =
                                    here.byWords(text, filter, Fusion.depth(hitsMax));
                            return here.hits(Fusion.fused(List.of(), sharing, hitsMax));
                        });
        List<Hit> hits = looking.result(deadline);
        return hits == null
                ? new Found(
                        List.of(),
                        Mode.NOT_AT_ALL,
                        "Nothing could be looked up: " + reason(looking.complaint()))
                : new Found(hits, Mode.WORDS_ONLY, limited(complaint));
    }

    private static String limited(@Nullable String complaint) {
        return "Only words were looked up, not their meaning: " + reason(complaint);
    }

    private static String reason(@Nullable String complaint) {
        return complaint == null ? "there was no answer in time." : complaint;
    }

    /** Waits for what is under way; what is searched belongs to others. */
    @Override
    public void close() {
        attempts.close();
    }
}
