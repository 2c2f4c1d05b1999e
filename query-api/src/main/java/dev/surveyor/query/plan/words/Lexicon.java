package dev.surveyor.query.plan.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The word lists beside this class: general English, nothing of any database. */
public final class Lexicon {

    private static final Set<String> FUNCTION_WORDS = Set.copyOf(lines("function-words.txt"));
    private static final Set<String> LIGHT_WORDS = Set.copyOf(lines("light-words.txt"));
    private static final Map<String, Set<String>> RELATED = related("related-words.txt");
    private static final Map<String, Set<String>> ALSO = related("also-words.txt");

    private Lexicon() {}

    /** Words that hold a sentence together and say nothing of the world. */
    public static boolean isFunctionWord(String lower) {
        return FUNCTION_WORDS.contains(lower);
    }

    /** Whether one may stand for the other, both as stems. */
    public static boolean related(String stem, String other) {
        Set<String> others = RELATED.get(stem);
        return others != null && others.contains(other);
    }

    /** Words of talk that change no answer, whatever the database. */
    public static boolean isLightWord(String lower) {
        return LIGHT_WORDS.contains(lower);
    }

    /** Stems that may stand for this one. */
    public static Set<String> relatedTo(String stem) {
        Set<String> related = new LinkedHashSet<>(ALSO.getOrDefault(stem, Set.of()));
        related.addAll(RELATED.getOrDefault(stem, Set.of()));
        return related;
    }

    static boolean isWord(String word) {
        return RELATED.containsKey(Stems.of(word));
    }

    static Map<String, String> pairs(String resource) {
        Map<String, String> pairs = new HashMap<>();
        for (String line : lines(resource)) {
            int colon = line.indexOf(':');
            pairs.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return Map.copyOf(pairs);
    }

    private static Map<String, Set<String>> related(String resource) {
        Map<String, Set<String>> related = new HashMap<>();
        for (String line : lines(resource)) {
            int colon = line.indexOf(':');
            String head = Stems.of(line.substring(0, colon).strip());
            for (String word : line.substring(colon + 1).strip().split("[,\\s]+", -1)) {
                String stem = Stems.of(word);
                related.computeIfAbsent(head, none -> new TreeSet<>()).add(stem);
                related.computeIfAbsent(stem, none -> new TreeSet<>()).add(head);
            }
        }
        return related;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Lexicon.class.getResourceAsStream(resource), resource),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
