package dev.surveyor.sources.relations;

import dev.surveyor.catalog.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words that names are made of. */
final class Words {

    /** Words that say that a column is a key, not of what. */
    static final Set<String> KEY_WORDS =
            Set.of(
                    "id",
                    "ids",
                    "key",
                    "code",
                    "cd",
                    "no",
                    "nr",
                    "num",
                    "number",
                    "fk",
                    "ref",
                    "uid",
                    "uuid",
                    "guid",
                    "oid",
                    "identifier",
                    "pk",
                    "abbreviation",
                    "short",
                    "name");

    private static final Set<String> TABLE_WORDS =
            Set.of("tbl", "t", "tb", "table", "dim", "fact", "ref", "lkp", "lookup", "the");

    private Words() {}

    static List<String> of(String name) {
        return NameWords.of(name).stream().map(Words::singular).toList();
    }

    /** Of a table's name: without what only says that it is one. */
    static List<String> ofTable(String name) {
        List<String> words = new ArrayList<>(of(name));
        while (words.size() > 1 && TABLE_WORDS.contains(words.getFirst())) {
            words.removeFirst();
        }
        return words;
    }

    /** Of a column's name: what it is a key of. */
    static List<String> withoutKeyWords(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty() && KEY_WORDS.contains(rest.getLast())) {
            rest.removeLast();
        }
        while (!rest.isEmpty() && (rest.getFirst().equals("fk") || rest.getFirst().equals("id"))) {
            rest.removeFirst();
        }
        return rest;
    }

    static String joined(List<String> words) {
        return String.join("", words);
    }

    /** One form for all: not always a word, but the same for movie and movies. */
    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 3 && word.endsWith("ie")) {
            return word.substring(0, word.length() - 2) + "y";
        }
        if (word.length() > 4 && hasLongPlural(word)) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural =
                word.length() > 2
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Classes, boxes, branches, wishes, statuses; but houses and causes end in an s alone. */
    private static boolean hasLongPlural(String word) {
        return word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")
                || (word.endsWith("uses") && !word.endsWith("ouses") && !word.endsWith("auses"));
    }
}
