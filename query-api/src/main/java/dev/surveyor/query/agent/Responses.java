package dev.surveyor.query.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to rows, in words. */
final class Responses {

    private static final int TEXT_CHARS_MAX = 200;
    private static final int COLUMNS_TOLD_MAX = 6;

    private Responses() {}

    static String of(Attempt.Ran ran) {
        if (ran.rows().isEmpty()) {
            return "Nothing in the database matches.";
        }
        if (ran.rows().size() == 1) {
            return one(ran);
        }
        return ran.truncated()
                ? "There are more than %d rows; here are the first.".formatted(ran.rows().size())
                : "There are %d rows.".formatted(ran.rows().size());
    }

    private static String one(Attempt.Ran ran) {
        List<@Nullable Object> row = ran.rows().getFirst();
        if (row.size() == 1) {
            return "%s: %s.".formatted(name(ran, 0), text(row.getFirst()));
        }
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < Math.min(row.size(), COLUMNS_TOLD_MAX); i++) {
            said.append(i == 0 ? "" : ", ")
                    .append(name(ran, i))
                    .append(' ')
                    .append(text(row.get(i)));
        }
        return said.append(row.size() > COLUMNS_TOLD_MAX ? ", …" : ".").toString();
    }

    private static String name(Attempt.Ran ran, int column) {
        return ran.columns().get(column).name().replace('_', ' ');
    }

    private static String text(@Nullable Object value) {
        String text = value == null ? "none" : value.toString();
        return text.length() > TEXT_CHARS_MAX ? text.substring(0, TEXT_CHARS_MAX) + "…" : text;
    }
}
