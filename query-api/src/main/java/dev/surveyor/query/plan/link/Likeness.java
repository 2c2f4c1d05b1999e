package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Token;
import java.util.Set;

/** How much a word of a question is like a word of a name: exact, by form, by meaning. */
final class Likeness {

    private static final double SAME = 1.0;
    private static final double SAME_BEGINNING = 0.75;
    private static final double RELATED = 0.6;
    private static final double INITIAL = 0.3;
    private static final double MISSPELT = 0.7;

    /** Words that ask, and in asking say what is asked for. */
    private static final Set<String> TELLING = Set.of("where", "when", "who");

    private Likeness() {}

    /** Between 0, nothing in common, and 1, the same. */
    static double of(Token said, String named) {
        if (said.stem().equals(named) || said.lower().equals(named)) {
            return SAME;
        }
        boolean function = Lexicon.isFunctionWord(said.lower());
        if (function && !TELLING.contains(said.lower())) {
            return 0;
        }
        if (Lexicon.related(said.stem(), named)) {
            return function ? RELATED * 0.7 : RELATED;
        }
        if (function || said.number() != null) {
            return 0;
        }
        return byForm(said.stem(), named);
    }

    private static double byForm(String said, String named) {
        int shorter = Math.min(said.length(), named.length());
        int longer = Math.max(said.length(), named.length());
        int common = commonBeginning(said, named);
        if (named.length() == 1) {
            return common == 1 && said.length() > 3 ? INITIAL : 0;
        }
        if (common == shorter && shorter >= 3) {
            return named.length() < said.length() || shorter >= 5 ? SAME_BEGINNING : 0.4;
        }
        if (common >= 5 && common * 10 >= longer * 6) {
            return SAME_BEGINNING;
        }
        return shorter >= 6 && oneEditApart(said, named, common) ? MISSPELT : 0;
    }

    private static int commonBeginning(String a, String b) {
        int end = Math.min(a.length(), b.length());
        int common = 0;
        while (common < end && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common;
    }

    /** One letter more, less, other, or two swapped. */
    private static boolean oneEditApart(String a, String b, int common) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        String restA = a.substring(common);
        String restB = b.substring(common);
        if (a.length() == b.length()) {
            return restA.substring(1).equals(restB.substring(1))
                    || (restA.length() > 1
                            && restA.charAt(0) == restB.charAt(1)
                            && restA.charAt(1) == restB.charAt(0)
                            && restA.substring(2).equals(restB.substring(2)));
        }
        return a.length() > b.length()
                ? restA.substring(1).equals(restB)
                : restB.substring(1).equals(restA);
    }
}
