package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Measure.Function;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that ask.
 *
 * @param what where that begins which is asked for
 */
record Head(Kind kind, int from, int what, Function function) {

    /** What is asked for. */
    enum Kind {
        COUNT,
        FIGURE,
        WHICH,
        SHARE,
        LIST
    }

    static final Map<String, Function> FIGURES =
            Map.of(
                    "average",
                    Function.AVG,
                    "mean",
                    Function.AVG,
                    "total",
                    Function.SUM,
                    "sum",
                    Function.SUM,
                    "highest",
                    Function.MAX,
                    "maximum",
                    Function.MAX,
                    "largest",
                    Function.MAX,
                    "lowest",
                    Function.MIN,
                    "minimum",
                    Function.MIN,
                    "smallest",
                    Function.MIN);
    private static final Set<String> SHARES =
            Set.of("percentage", "share", "proportion", "fraction", "percent");
    private static final Set<String> BE = Set.of("is", "was", "are", "were", "do", "did", "does");
    private static final Set<String> OUR = Set.of("the", "our", "their", "a", "of", "all");
    private static final Set<String> HIGH = Set.of("high", "large", "big", "low");
    static final Set<String> SHOW =
            Set.of("list", "show", "give", "find", "name", "display", "return");
    private static final Set<String> AT =
            Set.of("on", "in", "at", "for", "to", "from", "of", "and");

    Head of(Kind other) {
        return new Head(other, from, what, function);
    }

    /** Null: nothing is asked in a way that is known. */
    static @Nullable Head of(Text text) {
        for (int i = 0; i < text.size(); i++) {
            if (text.breaks(i, true) && !text.used(i)) {
                Head head = at(text, text.any(i, AT) ? i + 1 : i);
                if (head != null) {
                    return head;
                }
            }
        }
        return null;
    }

    private static @Nullable Head at(Text text, int i) {
        if (text.says(i, "how", "many")) {
            int next = our(text, i + 2);
            return text.says(next, "percent")
                    ? new Head(Kind.SHARE, i, next + 1, Function.SHARE)
                    : new Head(Kind.COUNT, i, next, Function.COUNT);
        }
        if (text.says(i, "how", "much")) {
            return new Head(Kind.FIGURE, i, our(text, i + 2), Function.SUM);
        }
        if (text.says(i, "number", "of")) {
            return new Head(Kind.COUNT, i, our(text, i + 1), Function.COUNT);
        }
        if (text.says(i, "count")) {
            return new Head(Kind.COUNT, i, our(text, i + 1), Function.COUNT);
        }
        boolean what = text.says(i, "what") || text.says(i, "which");
        if (what && text.any(i + 1, SHARES)) {
            return new Head(Kind.SHARE, i, our(text, i + 2), Function.SHARE);
        }
        boolean be = (what || text.says(i, "who")) && text.any(i + 1, BE);
        boolean high = text.says(i, "how") && text.any(i + 1, HIGH) && text.any(i + 2, BE);
        if (high || text.says(i, "what", "the")) {
            return asked(text, i, our(text, high ? i + 3 : i + 1));
        }
        boolean show = text.any(i, SHOW);
        if (be || show) {
            int next = our(text, be ? i + 2 : i + 1);
            next = our(text, text.says(next, "me") ? next + 1 : next);
            return asked(text, i, next);
        }
        return what ? new Head(Kind.WHICH, i, i + 1, Function.NONE) : null;
    }

    private static Head asked(Text text, int from, int next) {
        Function function = FIGURES.get(text.lower(next));
        if (text.any(next, SHARES)) {
            return new Head(Kind.SHARE, from, our(text, next + 1), Function.SHARE);
        }
        if (text.says(next, "number", "of")
                || text.says(next, "count", "of")
                || text.says(next, "total", "number")) {
            int skip = text.says(next, "total") ? 2 : 1;
            return new Head(Kind.COUNT, from, our(text, next + skip), Function.COUNT);
        }
        if (function != null && text.says(next + 1, "number")) {
            return new Head(Kind.FIGURE, from, text.size(), function);
        }
        if (function != null) {
            return new Head(Kind.FIGURE, from, our(text, next + 1), function);
        }
        if (Superlative.of(text.copy()) != null) {
            return new Head(Kind.WHICH, from, next, Function.NONE);
        }
        boolean ours = text.says(next - 1, "our");
        return new Head(ours ? Kind.FIGURE : Kind.LIST, from, next, Function.SUM);
    }

    private static int our(Text text, int at) {
        int next = at;
        while (text.any(next, OUR)) {
            next++;
        }
        return next;
    }
}
