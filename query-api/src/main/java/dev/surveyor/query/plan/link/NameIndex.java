package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which tables and columns a word may speak of; made once. */
public final class NameIndex {

    /** Words of names that say what kind of column it is, not which. */
    private static final Set<String> LIGHT =
            Set.of("is", "has", "on", "at", "was", "t", "in", "by", "tbl");

    private static final double SAME = 1;
    private static final double RELATED = 0.6;
    private static final double TOLD = 0.45;
    private static final double FORM = 0.7;
    private static final double FORM_LIKE = 0.7;
    private static final int FORM_LEAST = 5;
    private static final int WORDS_MAX = 200;

    /**
     * A table or column that a word speaks of.
     *
     * @param word which of the words of its name it is; -1: it is told of it elsewhere
     * @param words of its name that say something
     */
    public record Named(boolean table, int id, int word, int words, double score) {}

    private final Map<String, List<Named>> byStem = new TreeMap<>();
    private final Map<String, List<Named>> told = new HashMap<>();

    private NameIndex() {}

    static NameIndex of(List<TableFacts> tables, List<Lore> lore, List<List<String>> tableWords) {
        NameIndex index = new NameIndex();
        for (TableFacts table : tables) {
            index.add(
                    true, table.id(), heavy(table.stems(), List.of()), tableWords.get(table.id()));
            for (ColumnFacts column : table.columns()) {
                index.add(
                        false,
                        column.id(),
                        heavy(column.stems(), table.stems()),
                        lore.get(column.id()).told());
            }
        }
        return index;
    }

    /** Without what is said of all columns of a table alike, where anything else is left. */
    private static List<String> heavy(List<String> stems, List<String> owners) {
        List<String> own =
                stems.stream().filter(s -> !LIGHT.contains(s) && !owners.contains(s)).toList();
        return own.isEmpty() ? stems : own;
    }

    private void add(boolean table, int id, List<String> words, List<String> also) {
        for (int i = 0; i < words.size(); i++) {
            Named named = new Named(table, id, i, words.size(), SAME);
            byStem.computeIfAbsent(words.get(i), none -> new ArrayList<>()).add(named);
        }
        for (String stem : also) {
            if (!words.contains(stem)) {
                told.computeIfAbsent(stem, none -> new ArrayList<>())
                        .add(new Named(table, id, -1, 1, TOLD));
            }
        }
    }

    /** All that a word may speak of, each element's word once, the best score of it. */
    public List<Named> of(Token said) {
        Map<List<Object>, Named> found = new LinkedHashMap<>();
        collect(byStem.getOrDefault(said.stem(), List.of()), 1, found);
        for (String other : Lexicon.relatedTo(said.stem())) {
            collect(byStem.getOrDefault(other, List.of()), RELATED, found);
        }
        collect(told.getOrDefault(said.stem(), List.of()), 1, found);
        if (found.isEmpty() && said.lower().length() >= FORM_LEAST) {
            byStem.forEach((stem, all) -> {
                double like = Likeness.of(said, stem);
                if (like >= FORM_LIKE) {
                    collect(all, FORM, found);
                }
            });
        }
        return found.values().stream().limit(WORDS_MAX).toList();
    }

    private static void collect(List<Named> all, double factor, Map<List<Object>, Named> found) {
        for (Named each : all) {
            found.putIfAbsent(
                    List.of(each.table(), each.id(), each.word()),
                    new Named(
                            each.table(),
                            each.id(),
                            each.word(),
                            each.words(),
                            each.score() * factor));
        }
    }
}
