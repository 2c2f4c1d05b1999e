package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Measure.Function;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds the figures that a part of a question may speak of, to be reckoned with. */
final class Sides {

    private static final int SIDES_MAX = 4;
    private static final int SKIPPED_MAX = 4;
    private static final double SURE = 0.1;
    private static final Set<String> OUR =
            Set.of(
                    "the", "our", "their", "a", "of", "all", "between", "in", "both", "how", "many",
                    "what", "is", "are", "was", "were");
    private static final Set<String> NUMBER = Set.of("number", "count");

    private final Talk talk;
    private final Figures figures;

    Sides(Talk talk) {
        this.talk = talk;
        figures = new Figures(talk);
    }

    /** The likeliest first; none where nothing is counted or computed here. */
    List<Figure> of(int from, int to) {
        return of(from, to, function(from, to));
    }

    /** The same, computed as it is said elsewhere. */
    List<Figure> of(int from, int to, Function function) {
        Text text = talk.text();
        int at = begin(from, to);
        boolean counts =
                text.any(at, NUMBER)
                        || (Head.FIGURES.containsKey(text.lower(at)) && text.any(at + 1, NUMBER));
        List<Figure> found = new ArrayList<>();
        for (int i = at; i < Math.min(to, at + SKIPPED_MAX + 1); i++) {
            double skipped = 0.1 * (i - at);
            if (!counts) {
                add(figures.computed(text, i, function), skipped, to, found);
            }
            if (function == Function.SUM) {
                add(figures.counted(text, i), skipped, to, found);
            }
            boolean sure = found.stream().anyMatch(each -> each.cost() - skipped < SURE);
            if (sure && !Head.FIGURES.containsKey(text.lower(i))) {
                break;
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Figure::cost))
                .limit(SIDES_MAX)
                .toList();
    }

    private static void add(List<Figure> all, double skipped, int to, List<Figure> found) {
        all.stream()
                .filter(each -> each.to() <= to && each.cost() < 0.8)
                .map(each -> each.dearer(skipped))
                .forEach(found::add);
    }

    /** What is done with the numbers here: "the highest …"; a sum where nothing else is said. */
    Function function(int from, int to) {
        int at = begin(from, to);
        boolean number = talk.text().any(at + 1, NUMBER);
        Function said = Head.FIGURES.get(talk.text().lower(at));
        return said == null || number ? Function.SUM : said;
    }

    /** Words that say how a figure is made, beside its own. */
    static void use(Text text, Figure figure) {
        for (int i = Math.max(0, figure.from() - SKIPPED_MAX); i < figure.from(); i++) {
            boolean number = text.any(i, NUMBER);
            boolean made =
                    figure.column() == Measure.ALL
                            ? text.any(i + 1, NUMBER)
                            : Head.FIGURES.get(text.lower(i)) == figure.function();
            if (number || (made && Head.FIGURES.containsKey(text.lower(i)))) {
                text.use(i, i + 1);
            }
        }
    }

    private int begin(int from, int to) {
        int at = from;
        while (at < to && talk.text().any(at, OUR)) {
            at++;
        }
        return at;
    }
}
