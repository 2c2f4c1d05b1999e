package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.query.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** "How many orders per channel", "the average total": rows are counted, values computed. */
final class FigureFrame extends Frame {

    private static final int SKIPPED_MAX = 4;

    /** Computing over groups of one row each is hardly meant. */
    private static final double OWN = 0.6;

    FigureFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        if (head.kind() == Head.Kind.COUNT) {
            counts();
        } else {
            figures();
        }
    }

    private void counts() {
        for (Figure figure : counted(head.what())) {
            Placing placing = begin(figure);
            Rows rows = new Rows(lookup, figure.table());
            List<Group> groups = new Groups(placing).said(rows);
            finish(placing, rows, groups, Measure.COUNT, figure);
        }
        for (Thing thing : talk.nouns().at(Figures.skip(talk.text(), head.what()))) {
            if (!thing.table()
                    && thing.score() > 0.9
                    && lookup.column(thing.id()).kind() == Kind.TEXT) {
                int table = lookup.column(thing.id()).table();
                Figure figure =
                        new Figure(
                                table,
                                thing.id(),
                                Measure.Function.COUNT,
                                thing.from(),
                                thing.to(),
                                1.2 - thing.score());
                Placing placing = begin(figure);
                Rows rows = new Rows(lookup, table);
                List<Group> groups = new Groups(placing).said(rows);
                finish(
                        placing,
                        rows,
                        groups,
                        new Measure(Measure.Function.COUNT, true, thing.id()),
                        figure);
            }
        }
    }

    private void figures() {
        List<Figure> found = List.of();
        for (int i = head.what(); i <= head.what() + SKIPPED_MAX && found.isEmpty(); i++) {
            found = figures.computed(talk.text(), i, head.function());
        }
        found = new ArrayList<>(found);
        for (int i = head.from(); i < head.what(); i++) {
            if (talk.text().says(i, "total")) {
                found.addAll(figures.computed(talk.text(), i, Measure.Function.SUM));
            }
        }
        for (Figure figure : found) {
            Placing placing = begin(figure);
            Rows rows = new Rows(lookup, figure.table());
            List<Group> groups = new Groups(placing).said(rows);
            finish(placing, rows, groups, figure.measure(), figure);
        }
    }

    private void finish(
            Placing placing, Rows rows, List<Group> groups, Measure measure, Figure figure) {
        boolean own = groups.stream().anyMatch(group -> group.table() == figure.table());
        placing.costs(own && figure.column() != Measure.ALL ? OWN : 0);
        List<Measure> given = given(placing, rows, figure.table(), groups, measure);
        placing.rest(rows);
        Set<Measure> items = new LinkedHashSet<>(given);
        if (given.isEmpty()) {
            groups.forEach(group -> items.addAll(group.shown()));
            items.add(measure);
        }
        add(placing, rows, items, keys(groups), List.of(), List.of(), null, 0);
    }
}
