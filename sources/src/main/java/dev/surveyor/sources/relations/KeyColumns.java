package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Index;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns that identify a row of their table, found by the words of their names: a database of
 * thousands of tables has too many pairs to look at each.
 */
final class KeyColumns {

    private static final int WORD_HEAD = 4;

    /** Of a word that may be short for a longer one. */
    private static final int SHORT_HEAD = 2;

    /** What more names than this have in common tells nothing. */
    private static final int NAMES_OF_CLUE_MAX = 2_000;

    /**
     * @param declared whether the database says so; else only its name does
     */
    record KeyColumn(Named named, boolean primary, boolean declared) {}

    private final Map<String, List<KeyColumn>> byClue = new HashMap<>();
    private final Map<TableName, List<KeyColumn>> ofTable = new HashMap<>();
    private final Set<TableName> personTables = new HashSet<>();

    KeyColumns(Structure structure) {
        for (Table table : structure.tables()) {
            keysOf(table, Words.ofTable(table.name().name())).forEach(this::add);
        }
    }

    private static List<KeyColumn> keysOf(Table table, List<String> words) {
        List<KeyColumn> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Key key : table.keys()) {
            if (key.columns().size() == 1 && seen.add(key.columns().getFirst())) {
                table.column(key.columns().getFirst())
                        .map(column ->
                                new KeyColumn(Named.of(table, column, words), key.primary(), true))
                        .ifPresent(keys::add);
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique()
                    && index.predicate() == null
                    && index.parts().size() == 1
                    && !index.parts().getFirst().expression()
                    && seen.add(index.parts().getFirst().text())) {
                table.column(index.parts().getFirst().text())
                        .map(column -> new KeyColumn(Named.of(table, column, words), false, true))
                        .ifPresent(keys::add);
            }
        }
        if (table.keys().isEmpty() && keys.isEmpty()) {
            undeclared(table, words).forEach(keys::add);
        }
        return keys;
    }

    /** Of a table without any key: what is called like one. */
    private static List<KeyColumn> undeclared(Table table, List<String> words) {
        return table.columns().stream()
                .map(column -> Named.of(table, column, words))
                .filter(named ->
                        named.subject().isEmpty()
                                ? named.words().equals(List.of("id"))
                                : NameMatch.resembles(named.subject(), words))
                .map(named -> new KeyColumn(named, true, false))
                .toList();
    }

    private void add(KeyColumn key) {
        ofTable.computeIfAbsent(key.named().table().name(), _ -> new ArrayList<>()).add(key);
        if (NameMatch.holdsPersons(key.named().tableWords())) {
            personTables.add(key.named().table().name());
        }
        Set<String> clues = new HashSet<>();
        for (String word : key.named().tableWords()) {
            clues.add(head(word, WORD_HEAD));
            clues.add(shortClue(word));
        }
        for (String word : key.named().subject()) {
            clues.add(head(word, WORD_HEAD));
        }
        clues.addAll(initials(key.named().tableWords()));
        clues.forEach(clue -> byClue.computeIfAbsent(clue, _ -> new ArrayList<>()).add(key));
    }

    /** Whether the roles that persons have can only be meant of this table. */
    boolean onlyPersons(Table table) {
        return personTables.size() == 1 && personTables.contains(table.name());
    }

    private static List<String> initials(List<String> words) {
        StringBuilder letters = new StringBuilder();
        words.forEach(word -> letters.append(word.charAt(0)));
        List<String> initials = new ArrayList<>();
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 2; to <= Math.min(letters.length(), from + WORD_HEAD); to++) {
                initials.add(letters.substring(from, to));
            }
        }
        return initials;
    }

    /** Every key that the column's name could have to do with. */
    Set<KeyColumn> near(Named column) {
        Set<KeyColumn> near =
                new LinkedHashSet<>(ofTable.getOrDefault(column.table().name(), List.of()));
        for (String word : column.subject()) {
            near.addAll(found(head(word, WORD_HEAD)));
            if (word.length() <= WORD_HEAD) {
                near.addAll(found(shortClue(word)));
            }
        }
        if (NameMatch.saysPerson(column.words())) {
            for (String table : NameMatch.PERSON_TABLES) {
                near.addAll(found(head(table, WORD_HEAD)));
            }
        }
        return near;
    }

    private List<KeyColumn> found(String clue) {
        List<KeyColumn> found = byClue.getOrDefault(clue, List.of());
        return found.size() > NAMES_OF_CLUE_MAX ? List.of() : found;
    }

    private static String head(String word, int letters) {
        return word.substring(0, Math.min(letters, word.length()));
    }

    private static String shortClue(String word) {
        return head(word, SHORT_HEAD) + "…";
    }
}
