package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** "Which country has the most customers": the first of what is sorted. */
final class MostFrame extends Frame {

    private static final Set<String> VERBS =
            Set.of("was", "were", "is", "are", "has", "have", "had", "did", "do", "does");

    MostFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        Text probe = talk.text().copy();
        Superlative most = Superlative.of(probe);
        if (most == null) {
            return;
        }
        boolean ends = talk.text().breaks(most.what(), true);
        int named =
                most.often() && !ends
                        ? most.what()
                        : head.what() == most.word() ? most.what() : head.what();
        if (most.often()) {
            for (Thing thing : owned(named)) {
                int table = thing.table() ? thing.id() : lookup.column(thing.id()).table();
                Figure figure =
                        new Figure(
                                table,
                                Measure.ALL,
                                Measure.Function.COUNT,
                                most.what(),
                                most.what(),
                                0);
                ranked(figure, Measure.COUNT, most, named, probe);
            }
            return;
        }
        List<Figure> found =
                new ArrayList<>(figures.computed(talk.text(), most.what(), Measure.Function.SUM));
        if (most.plain()) {
            found.addAll(figures.counted(talk.text(), most.what()));
        }
        if (found.isEmpty()) {
            found.addAll(withoutNoun(most));
        }
        for (Figure figure : found) {
            int before = built();
            ranked(figure, figure.measure(), most, named, probe);
            if (figure.column() == Measure.ALL && built() == before) {
                for (KeyEdge edge : lookup.edgesOf(figure.table())) {
                    if (edge.keyTable() == figure.table() && edge.columns().size() == 1) {
                        Figure over =
                                new Figure(
                                        edge.table(),
                                        Measure.ALL,
                                        Measure.Function.COUNT,
                                        figure.from(),
                                        figure.to(),
                                        figure.cost() + 0.3);
                        ranked(
                                over,
                                new Measure(
                                        Measure.Function.COUNT, true, edge.columns().getFirst()),
                                most,
                                named,
                                probe);
                    }
                }
            }
        }
    }

    /** What is spoken of here, and the columns that are named after their table. */
    private List<Thing> owned(int at) {
        List<Thing> things = new ArrayList<>();
        for (Thing thing : talk.nouns().at(at)) {
            things.add(thing);
            if (thing.table()) {
                talk.nouns().at(thing.to()).stream()
                        .filter(next ->
                                !next.table() && lookup.column(next.id()).table() == thing.id())
                        .forEach(things::add);
            }
        }
        return things;
    }

    /** "Of the days with orders, which had the fewest": what is counted was said before. */
    private List<Figure> withoutNoun(Superlative most) {
        List<Figure> found = new ArrayList<>();
        for (int i = 0; i < most.word(); i++) {
            if (talk.text().says(i, "with") || talk.text().says(i, "by")) {
                found.addAll(figures.counted(talk.text(), i + 1));
            }
        }
        return found;
    }

    private int before(Superlative most) {
        for (int i = 0; i < most.word(); i++) {
            if (talk.text().says(i, "of", "the") || talk.text().says(i, "among", "the")) {
                return i + 2;
            }
        }
        return head.what();
    }

    private void ranked(Figure figure, Measure measure, Superlative most, int named, Text probe) {
        Placing placing = new Placing(talk);
        Text text = placing.text();
        for (int i = 0; i < probe.size(); i++) {
            if (probe.used(i)) {
                text.use(i, i + 1);
            }
        }
        Rows rows = new Rows(lookup, figure.table());
        placing.costs(Math.max(0, figure.cost()));
        text.use(head.from(), head.what());
        text.use(figure.from(), figure.to());
        text.use(most.rank() > 1 ? most.word() - 1 : most.word(), most.what());
        int at = talk.nouns().at(named).isEmpty() && text.any(named, VERBS) ? before(most) : named;
        Group group = new Groups(placing).at(at, rows);
        if (group == null) {
            return;
        }
        text.use(at, group.to());
        boolean alone = group.table() == figure.table() && figure.column() != Measure.ALL;
        Measure ordered = alone ? Measure.of(figure.column()) : measure;
        boolean asked = asked(text);
        List<Group> groups = new ArrayList<>(List.of(group));
        new Groups(placing)
                .said(rows).stream()
                        .filter(more -> !more.keys().equals(group.keys()))
                        .forEach(groups::add);
        List<Measure> given = given(placing, rows, group.table(), groups, ordered);
        placing.rest(rows);
        Set<Measure> items = new LinkedHashSet<>(given);
        if (given.isEmpty()) {
            groups.forEach(each -> items.addAll(each.shown()));
        }
        if (asked) {
            items.add(ordered);
        }
        add(
                placing,
                rows,
                items,
                alone ? List.of() : keys(groups),
                List.of(),
                List.of(new Query.Order(ordered, most.descending())),
                most.rows(),
                most.rank() - 1);
    }

    /** ", and how many?" */
    private boolean asked(Text text) {
        for (int i = head.what(); i < text.size(); i++) {
            boolean and = text.says(i, "and") || text.breaks(i, true);
            int next = text.says(i, "and") ? i + 1 : i;
            if (and
                    && (text.says(next, "how", "many")
                            || text.says(next, "how", "much")
                            || text.says(next, "what"))) {
                text.use(i, text.end(next, true));
                return true;
            }
        }
        return false;
    }
}
