package dev.surveyor.query.agent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two statements gave the same, in whatever order of rows and columns. */
final class SameRows {

    private static final MathContext DIGITS = new MathContext(6);

    private SameRows() {}

    static boolean same(Attempt.Ran one, Attempt.Ran other) {
        return one.rows().size() == other.rows().size()
                && one.truncated() == other.truncated()
                && bag(one).equals(bag(other));
    }

    private static Map<String, Integer> bag(Attempt.Ran ran) {
        Map<String, Integer> bag = new HashMap<>();
        for (List<@Nullable Object> row : ran.rows()) {
            bag.merge(
                    String.join("\u0001", row.stream().map(SameRows::text).sorted().toList()),
                    1,
                    Integer::sum);
        }
        return bag;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "\u0000";
            case BigDecimal number -> number.round(DIGITS).stripTrailingZeros().toString();
            default -> value.toString().strip();
        };
    }
}
