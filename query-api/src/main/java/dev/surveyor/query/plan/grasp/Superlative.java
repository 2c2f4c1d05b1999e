package dev.surveyor.query.plan.grasp;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "the most orders", "second highest revenue", "five largest".
 *
 * @param word where the superlative stands
 * @param what where that begins which is most
 * @param often whether it is the most frequent of what follows
 * @param plain whether it says a figure by itself: most, highest, not: oldest, cheapest
 * @param rank 1 for the first
 * @param rows that are wanted
 */
record Superlative(
        int word, int what, boolean descending, boolean often, boolean plain, int rank, int rows) {

    private static final Set<String> MOST =
            Set.of("most", "highest", "largest", "biggest", "greatest", "maximum", "top", "best");
    private static final Set<String> LEAST =
            Set.of("fewest", "least", "lowest", "smallest", "minimum", "worst");
    private static final Set<String> LATE =
            Set.of(
                    "newest",
                    "latest",
                    "youngest",
                    "longest",
                    "heaviest",
                    "tallest",
                    "priciest",
                    "dearest",
                    "last");
    private static final Set<String> EARLY =
            Set.of("oldest", "earliest", "shortest", "lightest", "cheapest", "first");
    private static final Set<String> OFTEN =
            Set.of("common", "frequent", "frequently", "often", "popular");

    static @Nullable Superlative of(Text text) {
        for (int i = 0; i < text.size(); i++) {
            if (text.used(i) || text.says(i - 1, "at")) {
                continue;
            }
            boolean plain = text.any(i, MOST) || text.any(i, LEAST);
            boolean extreme = text.any(i, LATE) || text.any(i, EARLY);
            if ((text.says(i, "first") || text.says(i, "last")) && text.breaks(i + 2, true)) {
                continue;
            }
            if (plain || (extreme && !text.says(i, "first") && !text.says(i, "last"))) {
                boolean often = text.any(i + 1, OFTEN);
                boolean numbered = text.says(i + 1, "number", "of");
                boolean down = text.any(i, MOST) || text.any(i, LATE);
                return new Superlative(
                        i,
                        often ? i + 2 : numbered ? i + 3 : i + 1,
                        down,
                        often,
                        plain,
                        rank(text, i),
                        rows(text, i));
            }
        }
        return null;
    }

    private static int rank(Text text, int at) {
        return switch (text.lower(at - 1)) {
            case "second", "2nd" -> 2;
            case "third", "3rd" -> 3;
            case "fourth", "4th" -> 4;
            case "fifth", "5th" -> 5;
            default -> 1;
        };
    }

    /** "five countries have the most", "top 5", "the 3 largest". */
    private static int rows(Text text, int at) {
        for (int i = Math.max(0, at - 6); i <= Math.min(text.size() - 1, at + 1); i++) {
            Double number = text.token(i).number();
            boolean which =
                    i <= 2
                            || i == at - 1
                            || i == at + 1
                            || text.says(i - 1, "the")
                            || text.says(i - 1, "which");
            if (number != null
                    && number >= 1
                    && number <= 1000
                    && which
                    && i != at
                    && !text.used(i)) {
                text.use(i, i + 1);
                return number.intValue();
            }
        }
        return 1;
    }
}
