package dev.surveyor.embeddings;

import dev.surveyor.embeddings.Found.Mode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a question's meaning and words at once and never waits long: what is down, slow or
 * flapping is left out, and the answer says so. Whatever is not back in time is not waited for, but
 * never interrupted either: an interrupt closes files under a reader.
 */
public final class HybridSearch implements AutoCloseable {

    /** In all a question waits less than two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** For reading what was found, where finding it took all the patience there was. */
    private static final Duration PATIENCE_TO_READ = Duration.ofMillis(300);

    private static final int LEGS_MAX = 128;

    private final TextEmbedder embedder;
    private final VectorIndex index;
    private final Circuit meaning = new Circuit(System::nanoTime);
    private final Circuit words = new Circuit(System::nanoTime);
    private final Semaphore room = new Semaphore(LEGS_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public HybridSearch(TextEmbedder embedder, VectorIndex index) {
        this.embedder = embedder;
        this.index = index;
    }

    /** The best hits, the best first; what could not be looked for is said in the result. */
    public Found find(String text, Filter filter, int hitsMax) {
        int depth = Fusion.depth(hitsMax);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Leg byMeaning =
                leg(meaning, () -> index.byMeaning(embedder.embedQuery(text), filter, depth));
        Leg byWords = leg(words, () -> index.byWords(text, filter, depth));
        List<Candidate> alike = byMeaning.result(deadline);
        List<Candidate> sharing = byWords.result(deadline);
        if (sharing != null) {
            Found found = entries(alike, sharing, hitsMax, deadline, byMeaning.complaint());
            if (found != null) {
                return found;
            }
        }
        return nearby(text, filter, hitsMax, byWords.complaint());
    }

    private @Nullable Found entries(
            @Nullable List<Candidate> alike,
            List<Candidate> sharing,
            int hitsMax,
            long deadline,
            @Nullable String complaint) {
        List<Fusion.Ranked> ranking =
                Fusion.fused(alike == null ? List.of() : alike, sharing, hitsMax);
        Task<List<Hit>> reading = new Task<>(words, () -> index.hits(ranking));
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
    private Found nearby(String text, Filter filter, int hitsMax, @Nullable String complaint) {
        try {
            VectorIndex nearby = index.nearby();
            List<Candidate> sharing = nearby.byWords(text, filter, Fusion.depth(hitsMax));
            List<Hit> hits = nearby.hits(Fusion.fused(List.of(), sharing, hitsMax));
            return new Found(hits, Mode.WORDS_ONLY, limited(complaint));
        } catch (EmbeddingException e) {
            return new Found(
                    List.of(),
                    Mode.NOT_AT_ALL,
                    "Nothing could be looked up: " + reason(e.getMessage()));
        }
    }

    private static String limited(@Nullable String complaint) {
        return "Only words were looked up, not their meaning: " + reason(complaint);
    }

    private static String reason(@Nullable String complaint) {
        return complaint == null ? "there was no answer in time." : complaint;
    }

    private Leg leg(Circuit circuit, Supplier<List<Candidate>> work) {
        return new Leg(new Task<>(circuit, work));
    }

    /** One way of looking. */
    private record Leg(Task<List<Candidate>> task) {

        @Nullable List<Candidate> result(long deadline) {
            return task.result(deadline);
        }

        @Nullable String complaint() {
            return task.complaint;
        }
    }

    /** Work on a thread of its own, unless its circuit is open or too much is under way. */
    private final class Task<R> {

        private final Circuit circuit;
        private final @Nullable Future<R> future;
        private @Nullable String complaint;

        Task(Circuit circuit, Supplier<R> work) {
            this.circuit = circuit;
            if (!circuit.allows()) {
                complaint = "it did not answer lately and is tried again in a moment.";
                future = null;
            } else if (!room.tryAcquire()) {
                complaint = "too many questions are under way.";
                future = null;
            } else {
                future =
                        threads.submit(() -> {
                            try {
                                return work.get();
                            } finally {
                                room.release();
                            }
                        });
            }
        }

        @Nullable R result(long deadline) {
            if (future == null) {
                return null;
            }
            try {
                long patience = Math.max(0, deadline - System.nanoTime());
                R result = future.get(patience, TimeUnit.NANOSECONDS);
                circuit.succeeded();
                return result;
            } catch (TimeoutException e) {
                circuit.failed();
                return null;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EmbeddingException failure) {
                    circuit.failed();
                    complaint = failure.getMessage();
                    return null;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EmbeddingException(
                        EmbeddingException.Code.STOPPED,
                        true,
                        "Whoever searched was told to stop.",
                        e);
            }
        }
    }

    /** Waits for what is under way; what is searched belongs to others. */
    @Override
    public void close() {
        threads.close();
    }
}
