package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Arithmetic;
import dev.surveyor.query.plan.query.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "How much did sales grow from 2024 to 2025", "the growth in orders in 2025 over 2024". */
final class GrowthFrame extends Frame {

    private static final Set<String> PERCENT =
            Set.of("growth", "percent", "percentage", "rate", "percentagewise");
    private static final Set<String> CHANGE =
            Set.of(
                    "growth",
                    "grow",
                    "grew",
                    "grown",
                    "increase",
                    "increased",
                    "rise",
                    "rose",
                    "risen",
                    "change",
                    "changed",
                    "more",
                    "develop",
                    "developed");
    private static final Set<String> WORDS =
            Set.of("by", "how", "much", "many", "what", "did", "has", "have", "in", "of", "rate");
    private static final Set<String> COMPARED =
            Set.of("compared", "to", "with", "over", "against", "versus", "vs", "than", "and");
    private static final double UNTOLD = 0.5;
    private static final double SAID_BEFORE = 0.05;

    /** The earlier and the later span, and from where to where they are said. */
    private record Two(Span earlier, Span later, int from, int to) {}

    GrowthFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        int change = change();
        Two two = change < 0 ? null : two();
        if (two == null) {
            return;
        }
        Sides sides = new Sides(talk);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < talk.text().size(); i++) {
            boolean within = i >= two.from() && i < two.to();
            if (!within
                    && (talk.text().content(i) || !talk.nouns().at(i).isEmpty())
                    && !isOfChange(i)) {
                int at = Math.max(0, i - 1);
                boolean function = Head.FIGURES.containsKey(talk.text().lower(at));
                figures.addAll(sides.of(function ? at : i, talk.text().size()));
            }
        }
        figures.stream().distinct().forEach(figure -> grown(figure, two, untold(figure)));
    }

    private int change() {
        for (int i = 0; i < talk.text().size(); i++) {
            if (talk.text().any(i, CHANGE)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOfChange(int at) {
        return talk.text().any(at, CHANGE) || talk.text().any(at, PERCENT);
    }

    private @Nullable Two two() {
        Text text = talk.text();
        for (int i = 0; i < text.size(); i++) {
            boolean range = text.says(i, "from") || text.says(i, "between");
            Span first = Periods.at(text, range || text.says(i, "in") ? i + 1 : i);
            if (first == null || first.to() <= i) {
                continue;
            }
            int next = first.to();
            while (text.any(next, COMPARED) || text.says(next, "in")) {
                next++;
            }
            Span second = next == first.to() ? null : Periods.at(text, next);
            if (second != null) {
                return range
                        ? new Two(first, second, i, second.to())
                        : new Two(second, first, i, second.to());
            }
        }
        return null;
    }

    /** "the total of orders": rows alone are not what is asked for. */
    private double untold(Figure figure) {
        int at = figure.from() - 1;
        while (talk.text().any(at, Set.of("of", "the", "our"))) {
            at--;
        }
        boolean told =
                figure.column() == Measure.ALL && Head.FIGURES.containsKey(talk.text().lower(at));
        return told ? UNTOLD : SAID_BEFORE;
    }

    private void grown(Figure figure, Two two, double more) {
        Placing later = begun(figure, two);
        Placing earlier = begun(figure, two);
        Rows laterRows = new Rows(lookup, figure.table());
        Rows earlierRows = new Rows(lookup, figure.table());
        later.dated(two.later(), moments(), laterRows);
        earlier.dated(two.earlier(), moments(), earlierRows);
        later.rest(laterRows);
        earlier.rest(earlierRows);
        if (!laterRows.broken() && !earlierRows.broken()) {
            compute(
                    percent() ? Arithmetic.GROWTH : Arithmetic.DIFFERENCE,
                    later,
                    single(figure.measure(), laterRows),
                    earlier,
                    single(figure.measure(), earlierRows),
                    Math.max(0, figure.cost()) + more);
        }
    }

    private Placing begun(Figure figure, Two two) {
        Placing placing = new Placing(talk);
        Text text = placing.text();
        text.use(two.from(), two.to());
        text.use(figure.from(), figure.to());
        Sides.use(text, figure);
        for (int i = 0; i < text.size(); i++) {
            if (isOfChange(i) || text.any(i, WORDS)) {
                text.use(i, i + 1);
            }
        }
        return placing;
    }

    private boolean percent() {
        for (int i = 0; i < talk.text().size(); i++) {
            if (talk.text().any(i, PERCENT)) {
                return true;
            }
        }
        return false;
    }

    /** What is said to have happened, by the columns that tell when. */
    private List<Thing> moments() {
        List<Thing> said = new ArrayList<>();
        for (int i = 0; i < talk.text().size(); i++) {
            talk.nouns().at(i).stream()
                    .filter(thing -> !thing.table() && lookup.lore(thing.id()).dated())
                    .forEach(said::add);
        }
        return said;
    }
}
