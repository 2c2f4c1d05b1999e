package dev.surveyor.embeddings.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which texts to read together: the network's weights then pass through the caches once for all of
 * them.
 */
final class Batches {

    private static final int TEXTS_MAX = 8;

    /** More do not fit into the caches beside the weights: that is slower than text by text. */
    private static final int TOKENS_MAX = 512;

    private Batches() {}

    /**
     * Positions of texts of equal length, for padding would change them; a text of several windows
     * is alone.
     *
     * @param workers none of them should be without work because others have large batches
     */
    static List<List<Integer>> of(List<List<long[]>> texts, int workers) {
        List<List<Integer>> batches = new ArrayList<>();
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).size() == 1) {
                int length = texts.get(i).getFirst().length;
                byLength.computeIfAbsent(length, any -> new ArrayList<>()).add(i);
            } else {
                batches.add(List.of(i));
            }
        }
        int share = Math.ceilDiv(texts.size(), workers);
        byLength.forEach((length, positions) -> {
            int size = Math.clamp(TOKENS_MAX / length, 1, Math.min(TEXTS_MAX, share));
            for (int from = 0; from < positions.size(); from += size) {
                int to = Math.min(from + size, positions.size());
                batches.add(List.copyOf(positions.subList(from, to)));
            }
        });
        return batches;
    }
}
