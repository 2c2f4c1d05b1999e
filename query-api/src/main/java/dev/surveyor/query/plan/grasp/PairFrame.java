package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Arithmetic;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Measure.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "The ratio of returns to orders", "refunds divided by sales", "returns per order". */
final class PairFrame extends Frame {

    private static final double PER = 0.3;
    private static final Set<String> RATIOS = Set.of("ratio", "quotient");
    private static final Set<String> SHARES = Set.of("percentage", "percent", "share");
    private static final Set<String> TO = Set.of("to", "and", "over");

    /**
     * What stands where.
     *
     * @param left where the first figure may begin
     * @param sign from where to where it is said what is made of both
     */
    private record Pattern(Arithmetic how, int from, int left, int sign, int right, double cost) {}

    private final Sides sides;

    PairFrame(Talk talk, Head head) {
        super(talk, head);
        sides = new Sides(talk);
    }

    @Override
    void build() {
        Pattern pattern = pattern();
        if (pattern == null) {
            return;
        }
        int end = talk.text().size();
        Function later = sides.function(pattern.right(), end);
        for (Figure right : sides.of(pattern.right(), end)) {
            List<Figure> lefts = new ArrayList<>(sides.of(pattern.left(), pattern.sign()));
            if (lefts.isEmpty() && right.column() != Measure.ALL) {
                Function said = sides.function(pattern.left(), pattern.sign());
                lefts.add(
                        new Figure(
                                right.table(),
                                right.column(),
                                said,
                                pattern.left(),
                                pattern.sign(),
                                0,
                                right.times()));
            }
            for (Figure left : lefts) {
                boolean same = left.measure().equals(right.measure());
                if (!same || later != Function.SUM || left.column() == Measure.ALL) {
                    pair(pattern, left, right);
                }
            }
        }
    }

    private @Nullable Pattern pattern() {
        Text text = talk.text();
        for (int i = 0; i < text.size(); i++) {
            if (text.any(i, RATIOS)) {
                return split(Arithmetic.RATIO, i, TO);
            }
            if (text.says(i, "difference", "between") || text.says(i, "difference", "in")) {
                return split(Arithmetic.DIFFERENCE, i, Set.of("and"));
            }
            if (text.says(i, "divided", "by")) {
                return new Pattern(Arithmetic.RATIO, i, head.from(), i, i + 2, 0);
            }
            if (text.says(i, "minus")) {
                return new Pattern(Arithmetic.DIFFERENCE, i, head.from(), i, i + 1, 0);
            }
            boolean share = text.says(i, "as", "a") && text.any(i + 2, SHARES);
            if (share && text.says(i + 3, "of")) {
                return new Pattern(Arithmetic.PERCENTAGE, i, head.from(), i, i + 4, 0);
            }
            if (text.says(i, "per") && !isOfGroups(i)) {
                boolean counts = head.kind() == Head.Kind.COUNT;
                return new Pattern(
                        Arithmetic.RATIO, i, head.from(), i, i + 1, counts ? 2 * PER : PER);
            }
        }
        return null;
    }

    /** "the highest number of orders per …": counted for each, then put together. */
    private boolean isOfGroups(int before) {
        for (int i = 0; i < before; i++) {
            Function function = Head.FIGURES.get(talk.text().lower(i));
            boolean number = talk.text().says(i + 1, "number") || talk.text().says(i + 1, "count");
            if (function != null && function != Function.SUM && number) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Pattern split(Arithmetic how, int at, Set<String> between) {
        Text text = talk.text();
        for (int i = at + 2; i < text.size(); i++) {
            if (text.any(i, between) && !talk.inSpan(i)) {
                return new Pattern(how, at, at + 1, i, i + 1, 0);
            }
        }
        return null;
    }

    private void pair(Pattern pattern, Figure left, Figure right) {
        double cost = pattern.cost() + Math.max(0, left.cost()) + Math.max(0, right.cost());
        if (left.table() == right.table() && together(pattern, left, right, cost)) {
            return;
        }
        Placing first = begun(pattern, left, pattern.sign(), right.to());
        Placing second = begun(pattern, right, pattern.left(), pattern.sign());
        Rows firstRows = new Rows(lookup, left.table());
        Rows secondRows = new Rows(lookup, right.table());
        first.rest(firstRows);
        second.rest(secondRows);
        if (!firstRows.broken() && !secondRows.broken()) {
            compute(
                    pattern.how(),
                    first,
                    single(left.measure(), firstRows),
                    second,
                    single(right.measure(), secondRows),
                    cost);
        }
    }

    /** Both over the same rows, perhaps for each of several groups; whether nothing forbids it. */
    private boolean together(Pattern pattern, Figure left, Figure right, double cost) {
        Placing placing = begun(pattern, left, right.from(), right.to());
        Text text = placing.text();
        for (int i = pattern.left(); i < right.to(); i++) {
            boolean function = Head.FIGURES.containsKey(text.lower(i)) || text.says(i, "number");
            boolean outside = i >= pattern.sign() && i < pattern.right();
            if (!text.used(i) && text.content(i) && !function && !outside) {
                return false;
            }
        }
        text.use(pattern.left(), right.to());
        Rows rows = new Rows(lookup, left.table());
        List<Group> groups = new Groups(placing).said(rows);
        placing.rest(rows);
        placing.costs(cost);
        Set<Measure> items = new LinkedHashSet<>();
        groups.forEach(group -> items.addAll(group.shown()));
        items.add(left.measure().against(pattern.how(), right.measure()));
        add(placing, rows, items, keys(groups), List.of(), List.of(), null, 0);
        return true;
    }

    /** Without the words of the other side. */
    private Placing begun(Pattern pattern, Figure own, int from, int to) {
        Placing placing = new Placing(talk);
        Text text = placing.text();
        text.use(head.from(), head.what());
        text.use(pattern.from(), pattern.from() + 1);
        text.use(pattern.sign(), pattern.right());
        text.use(own.from(), own.to());
        text.use(from, to);
        Sides.use(text, own);
        return placing;
    }
}
