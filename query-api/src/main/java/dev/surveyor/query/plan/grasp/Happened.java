package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Places what happened: when, that it did, or that it did not yet. */
final class Happened {

    private static final Set<String> PRESENT = Set.of("current", "present", "currently");
    private static final Set<String> FORMER = Set.of("former", "past", "previous");
    private static final Set<String> ENDED =
            Set.of(
                    "left",
                    "leav",
                    "end",
                    "close",
                    "termin",
                    "discontinu",
                    "expir",
                    "deactiv",
                    "cancel",
                    "resign",
                    "retir",
                    "quit");
    private static final double BEYOND = 1;

    private final Placing placing;
    private final Talk talk;
    private final Lookup lookup;
    private final Text text;

    Happened(Placing placing) {
        this.placing = placing;
        talk = placing.talk();
        lookup = talk.lookup();
        text = placing.text();
    }

    /** What happened to rows, without saying when: that it happened. */
    List<Thing> told(List<Thing> verb, boolean not, Rows rows) {
        for (Thing thing : verb) {
            if (!thing.table()
                    && lookup.column(thing.id()).table() == rows.table()
                    && lookup.lore(thing.id()).dated()
                    && thing.score() > 0.9
                    && lookup.lore(thing.id()).nullable()) {
                rows.add(new Condition.Missing(thing.id(), !not));
                placing.costs(0.2);
                break;
            }
        }
        return List.of();
    }

    /** "current employees": those whose end is not known. */
    boolean presence(int i, Rows rows) {
        boolean present = text.any(i, PRESENT);
        if (!present && !text.any(i, FORMER)) {
            return false;
        }
        for (ColumnFacts column : lookup.table(rows.table()).columns()) {
            if (lookup.lore(column.id()).dated()
                    && lookup.lore(column.id()).nullable()
                    && column.stems().stream().anyMatch(ENDED::contains)) {
                rows.add(new Condition.Missing(column.id(), !present));
                text.use(i, i + 1);
                return true;
            }
        }
        return false;
    }

    /** Holds rows to a span of what happened. */
    void date(Span span, List<Thing> verb, Rows rows) {
        List<Dates.Dated> dated = placing.dates().of(rows, verb.isEmpty() ? ahead(span) : verb);
        text.use(span.from(), span.to());
        if (dated.isEmpty()) {
            placing.misses(span.to() - 1);
            return;
        }
        ColumnFacts column = dated.getFirst().column();
        LocalDate today = talk.today(column);
        if (today == null) {
            today = LocalDate.EPOCH;
        }
        Days days = span.days().apply(today);
        LocalDate first = days.from();
        LocalDate newest = lookup.lore(column.id()).newest();
        if (first != null && newest != null && first.isAfter(newest)) {
            placing.costs(BEYOND);
        }
        placing.costs(Math.max(-0.2, dated.getFirst().cost()));
        if (placing.dates().rivals(dated).size() > 1) {
            placing.open().add(Doubt.columns("date", placing.dates().rivals(dated), lookup));
        }
        rows.of(column.table()).add(new Condition.Within(column.id(), days.from(), days.before()));
    }

    /** "in May were placed": what happened is said only after when. */
    private List<Thing> ahead(Span span) {
        List<Thing> said = new ArrayList<>();
        for (int i = span.to(); i < Math.min(text.size(), span.to() + 3); i++) {
            said.addAll(talk.nouns().at(i));
        }
        return said;
    }
}
