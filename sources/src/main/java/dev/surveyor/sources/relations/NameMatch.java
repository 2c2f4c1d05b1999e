package dev.surveyor.sources.relations;

import dev.surveyor.catalog.TypeFamily;
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
    static final Set<String> PERSON_TABLES =
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

    /** What ends so says how much of something there is, not which. */
    private static final Set<String> MEASURES =
            Set.of(
                    "amount",
                    "cost",
                    "count",
                    "duration",
                    "height",
                    "length",
                    "percent",
                    "price",
                    "quantity",
                    "rate",
                    "size",
                    "sum",
                    "total",
                    "weight",
                    "width");

    private static final int PREFIX_MIN = 4;

    /**
     * @param onlyPersons whether no other table with a key holds persons
     */
    static NameMatch of(Named column, Named key, boolean onlyPersons) {
        boolean sameTable = column.sameTable(key);
        List<String> keyOf = key.subject();
        List<String> parent = key.tableWords();
        if (!sameTable
                && !keyOf.isEmpty()
                && Words.joined(column.words()).equals(Words.joined(key.words()))) {
            return likeKey(column, key);
        }
        if (!column.subject().isEmpty() && !sameTable) {
            NameMatch match = likeTable(column, parent);
            if (match.score() > 0) {
                return match;
            }
        }
        if (!keyOf.isEmpty()
                && key.keyed()
                && endsWith(column.words(), key.words())
                && column.words().size() > key.words().size()) {
            return new NameMatch(sameTable ? 0.8 : 0.85, "its name ends like the key's");
        }
        if (sameTable) {
            return upwards(column, key);
        }
        return column.subject().isEmpty() ? NONE : byPart(column, key, onlyPersons);
    }

    /** A name, a label or a description is called alike in many tables and points nowhere. */
    private static NameMatch likeKey(Named column, Named key) {
        boolean saysTable = resembles(key.subject(), key.tableWords());
        boolean whole = Words.joined(key.subject()).equals(Words.joined(key.tableWords()));
        if (!key.keyed() && key.column().type().family() == TypeFamily.TEXT) {
            return new NameMatch(whole ? 0.9 : 0.5, "it is called like the key");
        }
        return new NameMatch(
                saysTable && (whole || column.keyed()) ? 1 : 0.6, "it is called like the key");
    }

    private static NameMatch likeTable(Named column, List<String> parent) {
        List<String> subject = column.subject();
        if (Words.joined(subject).equals(Words.joined(parent))) {
            return new NameMatch(0.95, "it is called like the table of the key");
        }
        if (endsWith(subject, parent)) {
            return new NameMatch(0.85, "its name ends like the table of the key");
        }
        int shared = Math.min(sharedHead(column.tableWords(), parent), parent.size() - 1);
        if (shared > 0) {
            List<String> rest = parent.subList(shared, parent.size());
            if (endsWith(subject, rest)) {
                return new NameMatch(
                        column.keyed() ? 0.8 : 0.7,
                        "but for the words that both tables begin with it is called like the table of the key");
            }
            if (column.keyed() && Abbreviation.of(subject, rest)) {
                return new NameMatch(0.65, "its name is short for the table of the key");
            }
        }
        if (Abbreviation.of(subject, parent)) {
            return new NameMatch(
                    column.keyed() ? 0.78 : 0.6, "its name is short for the table of the key");
        }
        return NONE;
    }

    private static int sharedHead(List<String> left, List<String> right) {
        int shared = 0;
        while (shared < Math.min(left.size(), right.size())
                && left.get(shared).equals(right.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static NameMatch upwards(Named column, Named key) {
        boolean says =
                column.words().stream().anyMatch(UPWARDS::contains)
                        || column.words().equals(List.of("report", "to"));
        return says && !column.subject().equals(key.subject())
                ? new NameMatch(0.75, "its name says another row of the same table")
                : NONE;
    }

    private static NameMatch byPart(Named column, Named key, boolean onlyPersons) {
        List<String> subject = column.subject();
        List<String> parent = key.tableWords();
        List<String> own = withoutOwnPrefix(column);
        if (!own.equals(subject)
                && !own.isEmpty()
                && Words.joined(own).equals(Words.joined(parent))) {
            return new NameMatch(
                    0.8, "but for its own table's prefix it is called like the table of the key");
        }
        if (parent.size() > 1 && endsWith(parent, subject) && column.keyed()) {
            return new NameMatch(0.6, "the key's table ends with its name");
        }
        if (!key.subject().isEmpty() && endsWith(subject, key.subject()) && column.keyed()) {
            return new NameMatch(0.7, "its name ends like the key's");
        }
        if (saysPerson(column.words()) && holdsPersons(parent)) {
            return new NameMatch(
                    onlyPersons ? 0.65 : 0.5,
                    "its name says a person's role, and the table holds persons");
        }
        if (MEASURES.contains(column.words().getLast())) {
            return NONE;
        }
        String last = parent.getLast();
        boolean shared =
                subject.stream()
                        .anyMatch(word ->
                                word.length() >= PREFIX_MIN
                                        && last.length() >= PREFIX_MIN
                                        && (last.startsWith(word) || word.startsWith(last)));
        return shared ? new NameMatch(0.4, "its name begins like the table of the key") : NONE;
    }

    static boolean holdsPersons(List<String> table) {
        return table.size() == 1 && PERSON_TABLES.contains(table.getFirst());
    }

    static boolean saysPerson(List<String> words) {
        return words.stream().anyMatch(PERSON_ROLES::contains);
    }

    /** Columns of a table are often called with a short form of its name in front. */
    private static List<String> withoutOwnPrefix(Named column) {
        List<String> words = column.subject();
        String first = words.getFirst();
        boolean prefix =
                words.size() > 1
                        && first.length() <= 4
                        && first.charAt(0) == Words.joined(column.tableWords()).charAt(0);
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
