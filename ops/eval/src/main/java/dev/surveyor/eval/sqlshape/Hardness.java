package dev.surveyor.eval.sqlshape;

import java.util.Locale;
import java.util.Optional;

/** Spider's four levels, and one for questions whose SQL nobody wrote or nobody can parse. */
public enum Hardness {
    EASY,
    MEDIUM,
    HARD,
    EXTRA,
    UNRATED;

    /** As questions files and tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what files call it; Spider also says "extra hard". */
    public static Optional<Hardness> ofWord(String word) {
        String spelling = word.strip().toLowerCase(Locale.ROOT).replaceFirst(" hard$", "");
        for (Hardness hardness : values()) {
            if (hardness.word().equals(spelling)) {
                return Optional.of(hardness);
            }
        }
        return Optional.empty();
    }

    /**
     * Spider's table of levels.
     *
     * @param clauses component 1: WHERE, GROUP BY, ORDER BY, LIMIT, each join, OR, LIKE
     * @param nested component 2: set operations and nested queries
     * @param others more than one aggregate, selected column, condition or grouped column
     */
    static Hardness of(int clauses, int nested, int others) {
        if (clauses <= 1 && others == 0 && nested == 0) {
            return EASY;
        }
        if (nested == 0 && ((clauses <= 1 && others <= 2) || (clauses <= 2 && others < 2))) {
            return MEDIUM;
        }
        boolean hardUnnested =
                nested == 0 && ((clauses <= 2 && others > 2) || (clauses == 3 && others <= 2));
        if (hardUnnested || (nested <= 1 && clauses <= 1 && others == 0)) {
            return HARD;
        }
        return EXTRA;
    }
}
