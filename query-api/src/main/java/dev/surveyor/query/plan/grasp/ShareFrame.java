package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** "What percentage of orders was cancelled": how many of a hundred rows hold a condition. */
final class ShareFrame extends Frame {

    private static final Set<String> VERBS =
            Set.of("was", "were", "is", "are", "has", "have", "had", "did", "do", "does");

    ShareFrame(Talk talk, Head head) {
        super(talk, head);
    }

    @Override
    void build() {
        for (Figure figure : counted(head.what())) {
            Placing placing = begin(figure);
            Rows rows = new Rows(lookup, figure.table());
            List<Group> groups = new Groups(placing).said(rows);
            int verb = figure.to();
            while (verb < talk.text().size() && !talk.text().any(verb, VERBS)) {
                verb++;
            }
            placing.place(0, verb, rows);
            int before = rows.where().size();
            placing.rest(rows);
            List<Condition> share = new ArrayList<>();
            for (int i = rows.where().size() - 1; i >= before; i--) {
                if (!(rows.where().get(i) instanceof Condition.Within)) {
                    share.add(rows.where().remove(i));
                }
            }
            for (int i = rows.where().size() - 1; i >= 0 && share.isEmpty(); i--) {
                if (!(rows.where().get(i) instanceof Condition.Within)) {
                    share.add(rows.where().remove(i));
                }
            }
            if (share.isEmpty() && !rows.where().isEmpty()) {
                share.add(rows.where().removeLast());
            }
            if (!share.isEmpty()) {
                Set<Measure> items = new LinkedHashSet<>();
                groups.forEach(group -> items.addAll(group.shown()));
                items.add(Measure.share(share.reversed()));
                add(placing, rows, items, keys(groups), List.of(), List.of(), null, 0);
            }
        }
    }
}
