package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Arithmetic;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all ways to ask have in common. */
abstract class Frame {

    private static final int SKIPPED_MAX = 4;

    final Talk talk;
    final Lookup lookup;
    final Figures figures;
    final Head head;
    private final List<Understood> all = new ArrayList<>();

    Frame(Talk talk, Head head) {
        this.talk = talk;
        this.head = head;
        lookup = talk.lookup();
        figures = new Figures(talk);
    }

    /** The ways to understand a question; none where it asks in no known way. */
    static List<Understood> all(Talk talk) {
        Head head = Head.of(talk.text());
        List<Understood> all = new ArrayList<>(reckoned(talk, head));
        if (head != null) {
            all.addAll(asked(talk, head));
        }
        return List.copyOf(all);
    }

    /** Those that are told by a word of their own, wherever it stands. */
    private static List<Understood> reckoned(Talk talk, @Nullable Head head) {
        Head any = head == null ? new Head(Head.Kind.FIGURE, 0, 0, Measure.Function.SUM) : head;
        List<Understood> all = new ArrayList<>();
        for (Frame frame :
                List.of(
                        new PairFrame(talk, any),
                        new PerFrame(talk, any),
                        new GrowthFrame(talk, any),
                        new WhenFrame(talk, any))) {
            frame.build();
            all.addAll(frame.all);
        }
        return all;
    }

    private static List<Understood> asked(Talk talk, Head head) {
        Frame frame =
                switch (head.kind()) {
                    case COUNT, FIGURE -> new FigureFrame(talk, head);
                    case WHICH ->
                            Superlative.of(talk.text().copy()) == null
                                    ? new ListFrame(talk, head)
                                    : new MostFrame(talk, head);
                    case SHARE -> new ShareFrame(talk, head);
                    case LIST -> new ListFrame(talk, head);
                };
        frame.build();
        List<Understood> all = new ArrayList<>(frame.all);
        if (head.kind() == Head.Kind.LIST && !talk.text().any(head.from(), Head.SHOW)) {
            Frame figure = new FigureFrame(talk, head.of(Head.Kind.FIGURE));
            figure.build();
            all.addAll(figure.all);
        }
        return List.copyOf(all);
    }

    abstract void build();

    final int built() {
        return all.size();
    }

    /** What is counted is said here or after some words that say which of it. */
    final List<Figure> counted(int from) {
        List<Figure> found = new ArrayList<>();
        for (int i = from; i <= from + SKIPPED_MAX && i < talk.text().size(); i++) {
            if (i > from && (talk.text().breaks(i, true) || talk.inSpan(i))) {
                break;
            }
            double skipped = 0.15 * (i - from);
            for (Figure figure : figures.counted(talk.text(), i)) {
                found.add(figure.dearer(skipped));
            }
            if (found.stream().anyMatch(each -> each.cost() - skipped < 0.1)) {
                break;
            }
        }
        return found;
    }

    final Placing begin(Figure figure) {
        Placing placing = new Placing(talk);
        placing.text().use(head.from(), head.what());
        placing.text().use(figure.from(), figure.to());
        placing.costs(Math.max(0, figure.cost()));
        return placing;
    }

    /** One number of two selects, each with words of its own. */
    final void compute(
            Arithmetic how,
            Placing left,
            Query.Select first,
            Placing right,
            Query.Select second,
            double cost) {
        Set<String> missed = new LinkedHashSet<>(left.left());
        missed.addAll(right.left());
        List<Doubt> open = new ArrayList<>(left.open());
        open.addAll(right.open());
        all.add(
                new Understood(
                        new Query.Computed(how, first, second, talk.asides().decimals()),
                        cost + (left.cost() + right.cost()) / 2 + 2 * missed.size(),
                        List.copyOf(missed),
                        open));
    }

    /** One value over all rows. */
    static Query.Select single(Measure measure, Rows rows) {
        return rows.select(List.of(measure), List.of(), List.of(), List.of(), null, 0);
    }

    static List<Integer> keys(List<Group> groups) {
        return groups.stream().flatMap(group -> group.keys().stream()).toList();
    }

    final List<Measure> given(
            Placing placing, Rows rows, int near, List<Group> groups, @Nullable Measure measure) {
        Asides asides = talk.asides();
        return asides.giveFrom() < 0
                ? List.of()
                : new Gives(placing)
                        .of(asides.giveFrom(), asides.giveTo(), rows, near, groups, measure);
    }

    final void add(
            Placing placing,
            Rows rows,
            Set<Measure> items,
            List<Integer> groups,
            List<Condition> over,
            List<Query.Order> orders,
            @Nullable Integer limit,
            int skip) {
        Integer decimals = talk.asides().decimals();
        List<Measure> shown =
                items.stream()
                        .map(item ->
                                decimals != null
                                                && item.aggregate()
                                                && (item.function() != Measure.Function.COUNT
                                                        || item.form().against() != null)
                                        ? item.rounded(decimals)
                                        : item)
                        .toList();
        Query query = rows.select(shown, groups, over, orders, limit, skip);
        if (!rows.broken() && !shown.isEmpty()) {
            all.add(
                    new Understood(
                            query,
                            placing.cost() + 2 * placing.left().size(),
                            placing.left(),
                            placing.open()));
        }
    }
}
