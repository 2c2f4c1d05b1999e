package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses what words mean: the better said and the nearer, the likelier. */
final class Meanings {

    private static final double FAR = 0.35;
    private static final double COST_MAX = 1.7;
    private static final double QUALIFIED = 0.6;

    private static final Set<String> WIDE =
            Stream.of("region", "state", "province", "county", "country", "district")
                    .map(Stems::of)
                    .collect(Collectors.toUnmodifiableSet());
    private static final double SAME = 0.005;

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
            if (best instanceof Meaning.Held held && Math.abs(cost - least) < SAME) {
                best = tied(held, value);
            } else if (cost < least) {
                least = cost;
                best = new Meaning.Held(value, value.column(), cost, List.of());
            }
        }
        return best;
    }

    /** The same words are as likely a value of another column, and not by reference. */
    private Meaning.Held tied(Meaning.Held held, ValueMention other) {
        int one = held.column();
        ColumnFacts first = lookup.column(one);
        ColumnFacts second = lookup.column(other.column());
        boolean related =
                first.id() == second.id()
                        || (first.table() == second.table() && isWide(first) != isWide(second))
                        || first.isKeyLike()
                        || second.isKeyLike()
                        || lookup.isView(first.table())
                        || lookup.isView(second.table());
        if (related || held.value().from() != other.from() || held.value().to() != other.to()) {
            return held;
        }
        boolean firstOwned = ownedNear(held.value(), first.table());
        boolean secondOwned = ownedNear(other, second.table());
        if (firstOwned != secondOwned) {
            return firstOwned
                    ? held
                    : new Meaning.Held(other, other.column(), held.cost(), List.of());
        }
        List<Integer> rivals = new ArrayList<>(held.rivals());
        rivals.add(other.column());
        return new Meaning.Held(held.value(), one, held.cost(), rivals);
    }

    /** A town is meant before the region that is called like it. */
    private static boolean isWide(ColumnFacts column) {
        return column.stems().stream().anyMatch(WIDE::contains);
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

    /** "clients in Paris": whose value it is stands beside it. */
    private boolean ownedNear(ValueMention value, int table) {
        int end = Math.min(text.size(), value.to() + 1);
        for (int i = Math.max(0, value.from() - 2); i < end; i++) {
            if (talk.nouns().at(i).stream()
                    .anyMatch(thing ->
                            thing.table() && thing.id() == table && thing.score() > 0.55)) {
                return true;
            }
        }
        return false;
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
