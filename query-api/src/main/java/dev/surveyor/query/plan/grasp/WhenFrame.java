package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Measure.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** "When was the first order placed", "when did each customer last order". */
final class WhenFrame extends Frame {

    private static final Set<String> FIRST = Set.of("first", "earliest", "oldest");
    private static final Set<String> LAST =
            Set.of("last", "latest", "newest", "recent", "recently");
    private static final Set<String> BE =
            Set.of("was", "is", "were", "did", "has", "have", "do", "does");

    WhenFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        Text text = talk.text();
        if (!text.says(0, "when") || !text.any(1, BE)) {
            return;
        }
        for (int i = 2; i < text.size(); i++) {
            if (text.any(i, FIRST) || text.any(i, LAST)) {
                for (int k = i + 1; k < text.size(); k++) {
                    for (Figure figure : figures.counted(text, k)) {
                        extreme(figure, i, 0.1 * (k - i - 1));
                    }
                }
                return;
            }
        }
    }

    private void extreme(Figure figure, int at, double skipped) {
        Placing placing = new Placing(talk);
        Text text = placing.text();
        text.use(0, 2);
        text.use(text.says(at - 1, "most") ? at - 1 : at, at + 1);
        text.use(figure.from(), figure.to());
        placing.costs(Math.max(0, figure.cost()) + skipped);
        Rows rows = new Rows(lookup, figure.table());
        List<Thing> said = new ArrayList<>();
        for (int i = 2; i < text.size(); i++) {
            said.addAll(talk.nouns().at(i));
        }
        List<Dates.Dated> dated = placing.dates().of(rows, said);
        if (dated.isEmpty() || !rows.paths().single(dated.getFirst().column().table())) {
            return;
        }
        ColumnFacts column = dated.getFirst().column();
        said.stream()
                .filter(thing -> !thing.table() && thing.id() == column.id())
                .forEach(thing -> text.use(thing.from(), thing.to()));
        List<ColumnFacts> rivals = placing.dates().rivals(dated);
        if (rivals.size() > 1) {
            placing.open().add(Doubt.columns("date", rivals, lookup));
        }
        placing.costs(Math.max(0, dated.getFirst().cost()));
        rows.of(column.table());
        List<Group> groups = new Groups(placing).said(rows);
        placing.rest(rows);
        Set<Measure> items = new LinkedHashSet<>();
        groups.forEach(group -> items.addAll(group.shown()));
        Function function = text.any(at, FIRST) ? Function.MIN : Function.MAX;
        items.add(Measure.of(function, column.id()));
        add(placing, rows, items, keys(groups), List.of(), List.of(), null, 0);
    }
}
