package dev.surveyor.bench.index;

import dev.surveyor.embeddings.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The ten truly nearest points of each question, found by looking at all of them. */
final class Exact {

    static final int NEAREST = 10;

    private record Seen(UUID id, double cosine) {}

    private Exact() {}

    static List<Set<UUID>> nearest(Corpus corpus, int size, Predicate<Integer> allowed) {
        List<PriorityQueue<Seen>> best = new ArrayList<>();
        for (int i = 0; i < corpus.questions().size(); i++) {
            best.add(new PriorityQueue<>(Comparator.comparingDouble(Seen::cosine)));
        }
        for (int number = 0; number < size; number++) {
            if (allowed.test(number)) {
                Point point = corpus.point(number);
                for (int i = 0; i < best.size(); i++) {
                    double cosine =
                            corpus.questions()
                                    .get(i)
                                    .vector()
                                    .dot(Objects.requireNonNull(point.vector()));
                    offer(best.get(i), new Seen(point.id(), cosine));
                }
            }
        }
        return best.stream()
                .map(queue -> {
                    Set<UUID> ids = new HashSet<>();
                    queue.forEach(seen -> ids.add(seen.id()));
                    return ids;
                })
                .toList();
    }

    private static void offer(PriorityQueue<Seen> best, Seen seen) {
        if (best.size() < NEAREST) {
            best.add(seen);
        } else if (Objects.requireNonNull(best.peek()).cosine() < seen.cosine()) {
            best.poll();
            best.add(seen);
        }
    }
}
