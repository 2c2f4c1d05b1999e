package dev.surveyor.sources.relations;

import java.util.List;
import java.util.Set;

/**
 * How much a column's name says that it points at a key.
 *
 * @param score between 0 and 1
 */
record NameMatch(double score, String reason) {

    static final NameMatch NONE = new NameMatch(0, "");

    private static final Set<String> UPWARDS =
            Set.of(
                    "parent",
                    "manager",
                    "supervisor",
                    "boss",
                    "report",
                    "superior",
                    "predecessor",
                    "successor",
                    "previous",
                    "next",
                    "mgr",
                    "super",
                    "chief",
                    "referred",
                    "original",
                    "replace",
                    "replaced");
    private static final Set<String> PERSON_ROLES =
            Set.of(
                    "manager",
                    "rep",
                    "head",
                    "owner",
                    "author",
                    "creator",
                    "handled",
                    "booked",
                    "created",
                    "updated",
                    "modified",
                    "assigned",
                    "approved",
                    "inspector",
                    "supervisor",
                    "leader",
                    "advisor",
                    "agent",
                    "seller",
                    "buyer",
                    "by");
    private static final Set<String> PERSON_TABLES =
            Set.of(
                    "employee",
                    "staff",
                    "user",
                    "person",
                    "people",
                    "worker",
                    "member",
                    "account",
                    "entity");
    private static final int PREFIX_MIN = 4;

    /**
     * @param table the pointing table
     * @param keyTable the table with the key
     */
    static NameMatch of(
            String table, String column, String keyTable, String key, boolean sameTable) {
        List<String> columnWords = Words.of(column);
        List<String> keyWords = Words.of(key);
        List<String> parent = Words.ofTable(keyTable);
        List<String> keyOf = Words.withoutKeyWords(keyWords);
        List<String> columnOf = Words.withoutKeyWords(columnWords);
        boolean keyNamesItsTable = !keyOf.isEmpty() && resembles(keyOf, parent);
        if (!sameTable
                && !keyOf.isEmpty()
                && Words.joined(columnWords).equals(Words.joined(keyWords))) {
            return new NameMatch(keyNamesItsTable ? 1 : 0.6, "it is called like the key");
        }
        if (!columnOf.isEmpty() && !sameTable) {
            if (Words.joined(columnOf).equals(Words.joined(parent))) {
                return new NameMatch(0.95, "it is called like the table of the key");
            }
            if (endsWith(columnOf, parent)) {
                return new NameMatch(0.85, "its name ends like the table of the key");
            }
        }
        if (!keyOf.isEmpty()
                && endsWith(columnWords, keyWords)
                && columnWords.size() > keyWords.size()) {
            return new NameMatch(sameTable ? 0.8 : 0.85, "its name ends like the key's");
        }
        if (sameTable) {
            return upwards(columnWords, columnOf, keyOf);
        }
        return byPart(table, columnWords, columnOf, parent, keyOf);
    }

    private static NameMatch upwards(
            List<String> columnWords, List<String> columnOf, List<String> keyOf) {
        if (columnWords.stream().anyMatch(UPWARDS::contains) && !columnOf.equals(keyOf)) {
            return new NameMatch(0.75, "its name says another row of the same table");
        }
        return NONE;
    }

    private static NameMatch byPart(
            String table,
            List<String> columnWords,
            List<String> columnOf,
            List<String> parent,
            List<String> keyOf) {
        if (columnOf.isEmpty()) {
            return NONE;
        }
        List<String> own = withoutOwnPrefix(table, columnOf);
        if (!own.equals(columnOf)
                && !own.isEmpty()
                && Words.joined(own).equals(Words.joined(parent))) {
            return new NameMatch(
                    0.8, "but for its own table's prefix it is called like the table of the key");
        }
        if (parent.size() > 1
                && endsWith(parent, columnOf)
                && columnOf.size() >= 1
                && hasKeyWord(columnWords)) {
            return new NameMatch(0.6, "the key's table ends with its name");
        }
        if (keyOf.size() > 0 && endsWith(columnOf, keyOf) && hasKeyWord(columnWords)) {
            return new NameMatch(0.7, "its name ends like the key's");
        }
        if (columnWords.stream().anyMatch(PERSON_ROLES::contains)
                && parent.size() == 1
                && PERSON_TABLES.contains(parent.getFirst())) {
            return new NameMatch(0.5, "its name says a person's role, and the table holds persons");
        }
        String last = parent.getLast();
        boolean shared =
                columnOf.stream()
                        .anyMatch(word ->
                                word.length() >= PREFIX_MIN
                                        && last.length() >= PREFIX_MIN
                                        && (last.startsWith(word) || word.startsWith(last)));
        return shared ? new NameMatch(0.4, "its name begins like the table of the key") : NONE;
    }

    private static boolean hasKeyWord(List<String> words) {
        return words.stream().anyMatch(Words.KEY_WORDS::contains);
    }

    /** Columns of a table are often called with a short form of its name in front. */
    private static List<String> withoutOwnPrefix(String table, List<String> words) {
        String first = words.getFirst();
        boolean prefix =
                words.size() > 1
                        && first.length() <= 4
                        && first.charAt(0) == Words.joined(Words.ofTable(table)).charAt(0);
        return prefix ? words.subList(1, words.size()) : words;
    }

    static boolean resembles(List<String> keyOf, List<String> parent) {
        String left = Words.joined(keyOf);
        String right = Words.joined(parent);
        return left.equals(right) || right.endsWith(left) || left.endsWith(right);
    }

    private static boolean endsWith(List<String> words, List<String> end) {
        if (end.isEmpty() || end.size() > words.size()) {
            return false;
        }
        return words.subList(words.size() - end.size(), words.size()).equals(end);
    }
}
