package dev.surveyor.query.plan.grasp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said beside the question: how to round, how things are spelt, what to leave out, what to
 * show.
 */
final class Asides {

    private static final Set<String> SPELLING =
            Set.of(
                    "spelt",
                    "spelled",
                    "written",
                    "capitalised",
                    "capitalized",
                    "typed",
                    "blanks",
                    "capitals",
                    "case",
                    "spelling");
    private static final Set<String> WHATEVER =
            Set.of("however", "whatever", "whichever", "regardless", "irrespective");
    private static final Set<String> GIVE =
            Set.of("give", "show", "list", "name", "return", "report");

    private final Text text;
    private final List<int[]> excluded = new ArrayList<>();
    private final List<int[]> included = new ArrayList<>();
    private @Nullable Integer decimals;
    private int giveFrom = -1;
    private int giveTo = -1;

    private Asides(Text text) {
        this.text = text;
    }

    static Asides of(Text text) {
        Asides asides = new Asides(text);
        for (int i = 0; i < text.size(); i++) {
            asides.rounding(i);
            asides.zone(i);
            asides.spelling(i);
            asides.leaving(i);
            asides.give(i);
            asides.thatIs(i);
            asides.sorted(i);
            asides.percent(i);
        }
        return asides;
    }

    @Nullable Integer decimals() {
        return decimals;
    }

    /** From where to where it is said what to show; -1: nowhere. */
    int giveFrom() {
        return giveFrom;
    }

    int giveTo() {
        return giveTo;
    }

    /** Places of words for what is not meant. */
    List<int[]> excluded() {
        return excluded;
    }

    /** Places of words for what is meant as well. */
    List<int[]> included() {
        return included;
    }

    private void rounding(int i) {
        if (!text.lower(i).startsWith("round") && !text.says(i, "to")) {
            return;
        }
        int to = text.says(i, "to") ? i : i + 1;
        to = text.says(to, "off") ? to + 1 : to;
        if (text.says(to, "to")) {
            to++;
        }
        if (text.says(to, "the")) {
            to++;
        }
        Double number = to < text.size() ? text.token(to).number() : null;
        if (number != null && text.lower(to + 1).startsWith("decimal")) {
            decimals = number.intValue();
            int end = text.says(to + 2, "places") ? to + 3 : to + 2;
            text.use(i, end);
        } else if (text.any(to, Set.of("cent", "cents"))) {
            decimals = 2;
            text.use(i, to + 1);
        } else if (text.says(to, "whole") || text.says(to, "nearest") || text.says(to, "full")) {
            decimals = 0;
            text.use(i, text.end(i, true));
        }
    }

    /** "by the day in UTC", "(UTC)". */
    private void zone(int i) {
        if (text.says(i, "utc")) {
            int from = i;
            while (from > 0
                    && !text.breaks(from, true)
                    && text.any(from - 1, Set.of("in", "by", "the", "day", "days", "time"))) {
                from--;
            }
            text.use(from, i + 1);
        }
    }

    /** "…, in percent". */
    private void percent(int i) {
        if (text.says(i, "in", "percent")) {
            text.use(i, i + 2);
        }
    }

    private void spelling(int i) {
        if (!text.any(i, WHATEVER)) {
            return;
        }
        int end = text.end(i, true);
        for (int k = i + 1; k < end; k++) {
            if (text.any(k, SPELLING)) {
                text.use(i, end);
                return;
            }
        }
    }

    private void leaving(int i) {
        if (text.used(i)) {
            return;
        }
        int end = text.end(i, true);
        boolean out =
                (text.says(i, "leave") || text.says(i, "leaving")) && text.says(end - 1, "out");
        boolean not =
                text.says(i, "not", "counting")
                        || text.says(i, "not", "including")
                        || text.says(i, "do", "not", "count")
                        || text.says(i, "don't", "count");
        boolean without =
                text.says(i, "excluding")
                        || text.says(i, "ignoring")
                        || text.says(i, "exclude")
                        || text.says(i, "ignore")
                        || text.says(i, "disregard")
                        || text.says(i, "except")
                        || text.says(i, "excepting")
                        || text.says(i, "skip");
        boolean aside =
                text.says(end - 1, "aside")
                        || text.says(end - 1, "apart")
                        || text.says(end - 2, "left", "out");
        if (aside && text.breaks(i, true)) {
            excluded.add(new int[] {i, text.says(end - 1, "out") ? end - 2 : end - 1});
            text.use(i, end);
            return;
        }
        if (out || not || without || (text.says(i, "without") && text.breaks(i, true) && i > 0)) {
            int from = not ? i + 2 : i + 1;
            from += text.says(i, "do", "not", "count") ? 1 : 0;
            from += text.says(from, "for") ? 1 : 0;
            excluded.add(new int[] {from, out ? end - 1 : end});
            text.use(i, end);
        } else if (text.says(end - 1, "excluded")) {
            excluded.add(new int[] {i, end - 1});
            text.use(i, end);
        } else if (text.says(end - 1, "included") && text.breaks(i, true)) {
            included.add(new int[] {i, end - 1});
            text.use(i, end);
        } else if (text.says(i, "including")
                || text.says(i, "not", "even")
                || text.says(i, "even")) {
            included.add(new int[] {text.says(i, "not") ? i + 2 : i + 1, end});
            text.use(i, end);
        }
    }

    private void give(int i) {
        boolean later = i > 0 && text.breaks(i, false) && text.any(i, GIVE);
        if (later && giveFrom < 0) {
            giveFrom = i + 1;
            giveTo = text.end(i, false);
            text.use(i, i + 1);
        }
    }

    /** "…, that is …": what comes after says it again, and better. */
    private void thatIs(int i) {
        if (text.says(i, "that", "is") && text.breaks(i, true) && i > 0) {
            int back = i - 1;
            while (back > 0 && !text.any(back, Set.of("is", "are", "was", "were"))) {
                back--;
            }
            if (back > 0) {
                text.use(back, i + 2);
            }
        }
    }

    /** ", the largest first": how the answer is sorted, which a superlative says already. */
    private void sorted(int i) {
        boolean first = text.lower(i).endsWith("est") || text.says(i, "best");
        if (first
                && text.says(i + 1, "first")
                && text.breaks(text.says(i - 1, "the") ? i - 1 : i, true)) {
            text.use(text.says(i - 1, "the") ? i - 1 : i, i + 2);
            giveTo =
                    giveTo > i - 1 && giveFrom < i ? (text.says(i - 1, "the") ? i - 1 : i) : giveTo;
        }
    }
}
