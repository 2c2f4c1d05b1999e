package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where a question speaks of tables, columns and values. */
public final class Linker {

    private static final int MENTIONS_MAX = 3;
    private static final int GAP_MAX = 2;
    private static final int SPAN_MAX = 24;

    /** A column is said by its own words; those that it shares with its table say little. */
    private static final double TABLE_WORD_WEIGHT = 0.35;

    private static final Comparator<Mention> BEST =
            Comparator.comparingDouble(Mention::score).reversed().thenComparingInt(Mention::from);

    private final Lookup lookup;
    private final Sentence sentence;
    private final List<Map<String, Double>> likeness = new ArrayList<>();

    private Linker(Lookup lookup, Sentence sentence) {
        this.lookup = lookup;
        this.sentence = sentence;
        for (int i = 0; i < sentence.size(); i++) {
            Map<String, Double> like = new HashMap<>();
            if (!sentence.token(i).quoted()) {
                for (String word : lookup.vocabulary()) {
                    double score = Likeness.of(sentence.token(i), word);
                    if (score > 0) {
                        like.put(word, score);
                    }
                }
            }
            likeness.add(like);
        }
    }

    public static Links link(Lookup lookup, Sentence sentence) {
        return new Linker(lookup, sentence).links();
    }

    private Links links() {
        List<List<Mention>> tables =
                lookup.tables().stream()
                        .map(table -> mentions(table.id(), table.stems(), Set.of()))
                        .toList();
        List<List<Mention>> columns =
                lookup.columns().stream()
                        .map(column ->
                                mentions(
                                        column.id(),
                                        column.stems(),
                                        Set.copyOf(lookup.tableOf(column).stems())))
                        .toList();
        return new Links(sentence, tables, columns, ValueLinker.values(lookup, sentence));
    }

    private List<Mention> mentions(int element, List<String> words, Set<String> light) {
        double whole = words.stream().mapToDouble(word -> weight(word, words, light)).sum();
        List<Mention> mentions = new ArrayList<>();
        int after = 0;
        for (int start = 0; start < sentence.size(); start++) {
            if (start < after) {
                continue;
            }
            Mention mention = from(start, element, words, light, whole);
            if (mention != null) {
                mentions.add(mention);
                after = mention.to();
            }
        }
        mentions.sort(BEST);
        return mentions.size() > MENTIONS_MAX ? mentions.subList(0, MENTIONS_MAX) : mentions;
    }

    private static double weight(String word, List<String> words, Set<String> light) {
        return light.contains(word) && !light.containsAll(words) ? TABLE_WORD_WEIGHT : 1;
    }

    private @Nullable Mention from(
            int start, int element, List<String> words, Set<String> light, double whole) {
        Set<String> left = new HashSet<>(words);
        double matched = 0;
        int end = start;
        int gap = 0;
        boolean own = false;
        int bits = 0;
        for (int i = start;
                i < Math.min(sentence.size(), start + SPAN_MAX)
                        && gap <= GAP_MAX
                        && !left.isEmpty();
                i++) {
            String best = "";
            double score = 0;
            for (String word : left) {
                double like = likeness.get(i).getOrDefault(word, 0.0);
                if (like > score) {
                    best = word;
                    score = like;
                }
            }
            if (score > 0) {
                left.remove(best);
                double weight = weight(best, words, light);
                bits |= 1 << (i - start);
                own |= weight == 1;
                matched += score * weight;
                end = i + 1;
                gap = 0;
            } else if (i == start || !Lexicon.isFunctionWord(sentence.lower(i))) {
                break;
            } else {
                gap++;
            }
        }
        return end == start || !own
                ? null
                : new Mention(element, start, end, bits, Math.min(1, matched / whole));
    }
}
