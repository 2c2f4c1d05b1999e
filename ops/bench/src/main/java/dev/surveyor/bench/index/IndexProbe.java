package dev.surveyor.bench.index;

import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.VectorIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A JVM of its own, with little memory, that fills an index and searches in it. */
public final class IndexProbe {

    /** What its lines with figures begin with. */
    static final String FIGURE = "figure ";

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final int WARM_UPS = 30;
    private static final String ASKED = Corpus.connection(0);

    private final Corpus corpus;
    private final VectorIndex index;
    private final int size;
    private final int rounds;

    private IndexProbe(Corpus corpus, VectorIndex index, int size, int rounds) {
        this.corpus = corpus;
        this.index = index;
        this.size = size;
        this.rounds = rounds;
    }

    /** Arguments: the corpus, the index's folder, how many points, how many rounds. */
    public static void main(String[] arguments) throws IOException {
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        EmbeddingSettings settings = EmbeddingSettings.local(EmbeddingSettings.DEFAULT_MODEL);
        int size = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (VectorIndex index =
                Embeddings.index(settings, Path.of(arguments[1]), corpus.model())) {
            new IndexProbe(corpus, index, size, rounds).run();
        }
    }

    private void run() {
        long begin = System.nanoTime();
        index.rebuild(IntStream.range(0, size).mapToObj(corpus::point));
        index.compact();
        tell("filled_s", (System.nanoTime() - begin) / NANOS_PER_MILLI / 1000);
        Filter one = Filter.connections(Set.of(ASKED));
        tell("recall", recall(Filter.all(), number -> true));
        tell("filtered_recall", recall(one, number -> Corpus.connection(number).equals(ASKED)));
        tell("p50_ms", p50(text -> index.byMeaning(text.vector(), Filter.all(), Exact.NEAREST)));
        tell("filtered_p50_ms", p50(text -> index.byMeaning(text.vector(), one, Exact.NEAREST)));
        tell(
                "hybrid_ms",
                p50(text -> index.search(text.text(), text.vector(), Filter.all(), Exact.NEAREST)));
        System.gc();
        tell(
                "heap_mib",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                        / BYTES_PER_MEBIBYTE);
    }

    private static void tell(String name, double value) {
        System.out.println(FIGURE + name + "=" + value);
    }

    private double recall(Filter filter, Predicate<Integer> allowed) {
        List<Set<UUID>> exact = Exact.nearest(corpus, size, allowed);
        long found = 0;
        for (int i = 0; i < exact.size(); i++) {
            found +=
                    index
                            .byMeaning(corpus.questions().get(i).vector(), filter, Exact.NEAREST)
                            .stream()
                            .map(Candidate::id)
                            .filter(exact.get(i)::contains)
                            .count();
        }
        return (double) found / (Exact.NEAREST * exact.size());
    }

    private double p50(Consumer<Corpus.Text> search) {
        List<Double> millis = new ArrayList<>();
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Corpus.Text question : corpus.questions()) {
                long begin = System.nanoTime();
                search.accept(question);
                if (round >= 0) {
                    millis.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
                }
            }
        }
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0.0);
    }
}
