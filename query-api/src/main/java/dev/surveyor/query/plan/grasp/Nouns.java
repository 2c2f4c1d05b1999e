package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.NameIndex.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables and columns that the words at a place may speak of. */
final class Nouns {

    private static final int GAP_MAX = 2;
    private static final int REACH = 8;
    private static final Set<String> GLUE = Set.of("of", "the", "a", "an", "our", "for", "in");

    private final Lookup lookup;
    private final Text text;
    private final List<Map<Long, Named>> named = new ArrayList<>();
    private final Map<Integer, List<Thing>> remembered = new HashMap<>();

    Nouns(Lookup lookup, Text text) {
        this.lookup = lookup;
        this.text = text;
        for (int i = 0; i < text.size(); i++) {
            Map<Long, Named> here = new HashMap<>();
            if (!text.token(i).quoted()) {
                for (Named each : lookup.names().of(text.token(i))) {
                    here.put(key(each) * 100 + each.word() + 1, each);
                }
            }
            named.add(here);
        }
    }

    private static long key(Named named) {
        return named.table() ? -1L - named.id() : named.id();
    }

    /** Those whose names begin to be said here, the best first. */
    List<Thing> at(int index) {
        return remembered.computeIfAbsent(index, this::found);
    }

    private List<Thing> found(int index) {
        if (index < 0 || index >= text.size()) {
            return List.of();
        }
        Map<Long, Thing> best = new HashMap<>();
        for (Named first : named.get(index).values()) {
            Thing thing = said(first, index);
            best.merge(key(first), thing, (a, b) -> a.score() >= b.score() ? a : b);
        }
        return best.values().stream()
                .sorted(
                        Comparator.comparingDouble(Thing::score)
                                .reversed()
                                .thenComparing(Thing::table)
                                .thenComparingInt(Thing::id))
                .toList();
    }

    private Thing said(Named first, int index) {
        Set<Integer> words = new HashSet<>(Set.of(first.word()));
        double sum = first.score();
        int to = index + 1;
        int gap = 0;
        int end = Math.min(text.size(), index + REACH);
        for (int i = index + 1; i < end && gap <= GAP_MAX && words.size() < first.words(); i++) {
            if (text.breaks(i, true)) {
                break;
            }
            Named next = next(first, words, i);
            if (next != null) {
                words.add(next.word());
                sum += next.score();
                to = i + 1;
                gap = 0;
            } else if (text.any(i, GLUE)) {
                gap++;
            } else {
                break;
            }
        }
        double score = first.word() < 0 ? first.score() : sum / first.words();
        return new Thing(first.table(), first.id(), index, to, Math.min(1, score));
    }

    private static final Named NONE = new Named(false, -1, -1, 0, 0);

    private @Nullable Named next(Named first, Set<Integer> words, int at) {
        Named best = NONE;
        for (int word = 0; word < first.words(); word++) {
            Named found = named.get(at).get(key(first) * 100 + word + 1);
            if (found != null && !words.contains(word) && found.score() > best.score()) {
                best = found;
            }
        }
        return best.id() < 0 ? null : best;
    }

    Lookup lookup() {
        return lookup;
    }
}
