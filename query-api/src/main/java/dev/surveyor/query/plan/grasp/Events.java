package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Shipped but not delivered": of a column that holds one state at a time this says nothing; what
 * happened is told by days, where there are any.
 */
final class Events {

    private static final double SURE = 0.9;

    private final Talk talk;
    private final Lookup lookup;

    Events(Talk talk) {
        this.talk = talk;
        lookup = talk.lookup();
    }

    /** Puts the day of an event in the place of a state, where the rows have one. */
    void told(int word, boolean not, Condition state, Rows rows) {
        Condition event = event(word, not, rows);
        List<Condition> where = rows.where();
        for (int i = 0; event != null && i < where.size(); i++) {
            boolean within =
                    where.get(i) instanceof Condition.Any(List<Condition> any)
                            && any.contains(state);
            if (within || where.get(i).equals(state)) {
                where.set(i, event);
                return;
            }
        }
    }

    private @Nullable Condition event(int word, boolean not, Rows rows) {
        for (Thing thing : talk.nouns().at(word)) {
            if (!thing.table()
                    && thing.score() > SURE
                    && lookup.column(thing.id()).table() == rows.table()
                    && lookup.lore(thing.id()).dated()
                    && lookup.lore(thing.id()).nullable()) {
                return new Condition.Missing(thing.id(), !not);
            }
        }
        return null;
    }
}
