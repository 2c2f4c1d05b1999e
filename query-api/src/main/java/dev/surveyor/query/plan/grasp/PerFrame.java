package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Arithmetic;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Form;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Measure.Function;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** "The average number of orders per customer": rows are counted for groups, then all together. */
final class PerFrame extends Frame {

    PerFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        Text text = talk.text();
        for (int i = 0; i < text.size(); i++) {
            Function function = Head.FIGURES.get(text.lower(i));
            boolean number = text.says(i + 1, "number", "of") || text.says(i + 1, "count", "of");
            if (number && function != null && function != Function.SUM) {
                counted(function, i, i + 3);
                return;
            }
            if (text.says(i, "on", "average") && head.kind() == Head.Kind.COUNT) {
                counted(Function.AVG, i, i + 2);
                return;
            }
        }
    }

    private void counted(Function function, int from, int to) {
        int what = to < talk.text().size() && from < to - 2 ? to : head.what();
        for (Figure figure : counted(what)) {
            Placing placing = new Placing(talk);
            placing.text().use(head.from(), Math.min(head.what(), figure.from()));
            placing.text().use(from, to);
            placing.text().use(figure.from(), figure.to());
            placing.costs(Math.max(0, figure.cost()));
            Rows rows = new Rows(lookup, figure.table());
            List<Group> groups = new ArrayList<>(new Groups(placing).said(rows));
            if (groups.isEmpty() || groups.getFirst().keys().size() > 1) {
                continue;
            }
            Group per = groups.removeFirst();
            placing.rest(rows);
            if (function == Function.AVG) {
                average(placing, rows, per, groups);
            } else if (groups.isEmpty()) {
                most(placing, rows, per, function == Function.MAX);
            }
        }
    }

    /** As many rows as there are, over as many groups as these make. */
    private void average(Placing placing, Rows rows, Group per, List<Group> groups) {
        Measure shown = per.shown().getFirst();
        int key = per.keys().isEmpty() ? shown.column() : per.keys().getFirst();
        Form form = per.keys().isEmpty() ? Form.of(shown.form().grain()) : Form.PLAIN;
        if (lookup.lore(key).nullable() && per.table() < 0) {
            rows.add(new Condition.Missing(key, true));
        }
        Set<Measure> items = new LinkedHashSet<>();
        groups.forEach(group -> items.addAll(group.shown()));
        items.add(
                Measure.COUNT.against(
                        Arithmetic.RATIO, new Measure(Function.COUNT, true, key, form)));
        add(placing, rows, items, keys(groups), List.of(), List.of(), null, 0);
    }

    private void most(Placing placing, Rows rows, Group per, boolean highest) {
        List<Query.Order> orders =
                new ArrayList<>(List.of(new Query.Order(Measure.COUNT, highest)));
        if (per.keys().isEmpty()) {
            orders.add(new Query.Order(per.shown().getFirst(), false));
        }
        add(placing, rows, Set.of(Measure.COUNT), per.keys(), List.of(), orders, 1, 0);
    }
}
