package dev.surveyor.query.retrieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes words apart that a database writes as one, where it knows both parts as words too. */
final class Compounds {

    private static final int PART_LENGTH_MIN = 3;

    private final Set<String> known;
    private final Map<String, List<Word>> parts = new HashMap<>();

    /** Of all words of the database's names. */
    Compounds(Set<String> known) {
        this.known = new HashSet<>(known);
    }

    /** The word itself, followed by its two parts where it has some. */
    List<Word> of(Word word) {
        return parts.computeIfAbsent(word.written(), written -> taken(word));
    }

    private List<Word> taken(Word word) {
        String written = word.written();
        for (int at = written.length() - PART_LENGTH_MIN; at >= PART_LENGTH_MIN; at--) {
            String first = written.substring(0, at);
            String second = written.substring(at);
            if (known.contains(first) && known.contains(second)) {
                List<Word> all = new ArrayList<>(List.of(word));
                all.addAll(Words.of(first));
                all.addAll(Words.of(second));
                return List.copyOf(all);
            }
        }
        return List.of(word);
    }
}
