package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.read.Clue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** "Which suppliers are active", "list the names of the stores": rows are shown. */
final class ListFrame extends Frame {

    /** What a comment alone says of a table does not make it what is asked for. */
    private static final double TOLD = 0.5;

    ListFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        if (head.kind() == Head.Kind.LIST) {
            lists();
        } else {
            chosen();
        }
    }

    private void lists() {
        for (Figure figure : counted(head.what())) {
            if (figure.cost() < TOLD) {
                list(figure, head.what(), figure.from());
            }
        }
        for (int i = head.what(); i < Math.min(talk.text().size(), head.what() + 8); i++) {
            if (talk.text().any(i, Set.of("of", "for", "from"))) {
                for (Figure figure : counted(i + 1)) {
                    list(figure, head.what(), i);
                }
                break;
            }
        }
    }

    private void list(Figure figure, int from, int to) {
        Placing placing = new Placing(talk);
        placing.text().use(head.from(), head.what());
        placing.costs(Math.max(0, figure.cost()));
        Rows rows = new Rows(lookup, figure.table());
        List<Measure> items = new ArrayList<>();
        if (to > from && talk.text().any(to, Set.of("of", "for", "from"))) {
            items.addAll(new Gives(placing).of(from, to, rows, figure.table(), List.of(), null));
        }
        placing.text().use(figure.from(), figure.to());
        items.addAll(given(placing, rows, figure.table(), List.of(), null));
        items.addAll(new Kin(placing).shown(figure.to(), rows));
        placing.rest(rows);
        if (items.isEmpty()) {
            Labels.of(lookup, figure.table()).forEach(each -> items.add(Measure.of(each.id())));
        }
        add(placing, rows, new LinkedHashSet<>(items), List.of(), List.of(), List.of(), null, 0);
    }

    /** Those that conditions hold for, perhaps with how many of something they have. */
    private void chosen() {
        for (Figure figure : counted(head.what())) {
            list(figure, head.what(), figure.from());
            for (Clue.Compared clue : talk.clues().of(Clue.Compared.class).toList()) {
                having(figure, clue);
            }
        }
        for (Thing thing : talk.nouns().at(head.what())) {
            if (!thing.table()) {
                ColumnFacts column = lookup.column(thing.id());
                Placing placing = new Placing(talk);
                placing.text().use(head.from(), thing.to());
                placing.costs(1.1 - thing.score());
                Rows rows = new Rows(lookup, column.table());
                placing.rest(rows);
                add(
                        placing,
                        rows,
                        Set.of(Measure.of(column.id())),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        0);
            }
        }
    }

    /** "more than 25 different products": how many is a condition, and shown. */
    private void having(Figure named, Clue.Compared clue) {
        for (Figure counted : figures.counted(talk.text(), clue.to())) {
            for (KeyEdge edge : lookup.edgesOf(counted.table())) {
                boolean over = edge.keyTable() == counted.table() && edge.columns().size() == 1;
                int fact = over ? edge.table() : counted.table();
                Measure measure =
                        over
                                ? new Measure(
                                        Measure.Function.COUNT, true, edge.columns().getFirst())
                                : Measure.COUNT;
                Placing placing = begin(named);
                Rows rows = new Rows(lookup, fact);
                if (!rows.paths().single(named.table()) || talk.asides().giveFrom() < 0) {
                    continue;
                }
                Group group = new Groups(placing).at(named.from(), rows);
                if (group == null || group.table() != named.table()) {
                    continue;
                }
                placing.text().use(clue.from(), counted.to());
                placing.costs(Math.max(0, counted.cost()) + (over ? 0.1 : 0));
                List<Measure> items = given(placing, rows, group.table(), List.of(group), measure);
                placing.rest(rows);
                if (items.contains(measure)) {
                    add(
                            placing,
                            rows,
                            new LinkedHashSet<>(items),
                            group.keys(),
                            List.of(
                                    new Condition.Compared(
                                            measure, clue.comparison(), clue.value())),
                            List.of(),
                            null,
                            0);
                }
            }
        }
    }
}
