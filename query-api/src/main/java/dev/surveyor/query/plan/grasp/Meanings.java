package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.words.Lexicon;

/** Chooses what words mean: the better said and the nearer, the likelier. */
final class Meanings {

    private static final double FAR = 0.35;
    private static final double COST_MAX = 1.7;
    private static final double QUALIFIED = 0.6;

    private final Talk talk;
    private final Text text;
    private final Lookup lookup;

    Meanings(Talk talk, Text text) {
        this.talk = talk;
        this.text = text;
        lookup = talk.lookup();
    }

    Meaning of(int at, Rows rows) {
        Meaning best = new Meaning.Nothing();
        double least = COST_MAX;
        if (!text.token(at).quoted() && Lexicon.isFunctionWord(text.lower(at))) {
            return best;
        }
        for (Thing thing : talk.nouns().at(at)) {
            double cost = cost(thing, rows);
            if (cost < least && text.free(thing.from(), thing.from() + 1)) {
                least = cost;
                best = new Meaning.Said(thing, cost);
            }
        }
        for (ValueMention value : talk.values(at)) {
            if (!text.free(value.from(), value.to())) {
                continue;
            }
            if (value.column() == ValueMention.OPEN) {
                continue;
            }
            double cost = cost(value, value.column(), rows);
            if (cost < least) {
                least = cost;
                best = new Meaning.Held(value, value.column(), cost);
            }
        }
        return best;
    }

    private double cost(Thing thing, Rows rows) {
        int table = thing.table() ? thing.id() : lookup.column(thing.id()).table();
        if (!rows.paths().reaches(table)) {
            return Double.MAX_VALUE;
        }
        double cost = 1 - thing.score() + FAR * rows.paths().cost(table);
        cost -= 0.1 * (thing.to() - thing.from() - 1);
        if (thing.table()) {
            return cost;
        }
        ColumnFacts column = lookup.column(thing.id());
        return switch (column.kind()) {
            case TRUTH -> cost;
            case MOMENT -> cost + (spanFollows(thing.to()) ? 0 : 0.15);
            case NUMBER, TEXT, OTHER -> cost + 0.2;
        };
    }

    private boolean spanFollows(int at) {
        int end = Math.min(text.size(), at + 4);
        for (int i = at; i < end; i++) {
            if (talk.inSpan(i) || text.says(i, "after") || text.says(i, "before")) {
                return true;
            }
        }
        return false;
    }

    private double cost(ValueMention value, int column, Rows rows) {
        int table = lookup.column(column).table();
        if (!rows.paths().reaches(table)) {
            return Double.MAX_VALUE;
        }
        double cost = 1 - value.score() + FAR * rows.paths().cost(table);
        cost -= 0.1 * (value.to() - value.from() - 1);
        if (lookup.column(column).kind() == Kind.TEXT && !lookup.column(column).complete()) {
            cost += 0.3;
        }
        return qualified(value, column) ? cost - QUALIFIED : cost;
    }

    /** "the group birthday", "the gold loyalty tier": the column is named beside its value. */
    private boolean qualified(ValueMention value, int column) {
        for (int i = Math.max(0, value.from() - 4);
                i < Math.min(text.size(), value.to() + 2);
                i++) {
            if (i < value.from() || i >= value.to()) {
                for (Thing thing : talk.nouns().at(i)) {
                    if (!thing.table() && thing.id() == column && thing.score() > 0.55) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a value of this column stands beside its name. */
    boolean heldNear(Thing thing) {
        for (int i = Math.max(0, thing.from() - 4);
                i < Math.min(text.size(), thing.to() + 4);
                i++) {
            for (ValueMention value : talk.values(i)) {
                if (value.column() == thing.id()) {
                    return true;
                }
            }
        }
        return false;
    }

    void useQualifiers(Meaning.Held held) {
        int to = held.value().to();
        for (int i = to; i < Math.min(text.size(), to + 2); i++) {
            for (Thing thing : talk.nouns().at(i)) {
                boolean its =
                        thing.table()
                                ? thing.id() == lookup.column(held.column()).table()
                                : thing.id() == held.column();
                if (its && thing.score() > 0.55 && text.free(thing.from(), thing.to())) {
                    text.use(thing.from(), thing.to());
                    return;
                }
            }
        }
    }
}
