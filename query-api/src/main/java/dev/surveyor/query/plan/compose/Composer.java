package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.join.Joins;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Puts whole plans together from the likeliest parts. */
public final class Composer {

    private static final int PARTS_MAX = 90;
    private static final int DRAFTS_MAX = 260;
    private static final double DISTINCT_LEAST = 0.12;

    private final Lookup lookup;
    private final Reading reading;
    private final Froms froms;
    private final Map<Query, Draft> drafts = new LinkedHashMap<>();

    private Composer(Lookup lookup, Joins joins, Reading reading) {
        this.lookup = lookup;
        this.reading = reading;
        froms = new Froms(lookup, joins, reading);
    }

    /** Several plans, in no order; none where nothing fits together. */
    public static List<Draft> drafts(Lookup lookup, Joins joins, Reading reading) {
        Composer composer = new Composer(lookup, joins, reading);
        composer.compose();
        return List.copyOf(composer.drafts.values());
    }

    private record Body(List<Measure> shown, Shape shape) {}

    private record Whole(Body body, Outline outline) {}

    private void compose() {
        List<Choice<Body>> bodies =
                Choice.product(
                        new ShownChoices(lookup, reading).choices(),
                        new ShapeChoices(lookup, reading).choices(),
                        Body::new,
                        60);
        bodies = bodies.stream().filter(body -> fits(body.value())).toList();
        List<Choice<Outline>> outlines = new Outlines(lookup, reading, froms).choices();
        for (Choice<Whole> whole : Choice.product(bodies, outlines, Whole::new, PARTS_MAX)) {
            build(whole.value());
        }
    }

    /** A figure beside plain columns needs groups; groups need a figure somewhere. */
    private static boolean fits(Body body) {
        boolean figures = body.shown().stream().anyMatch(Measure::aggregate);
        boolean plains = body.shown().stream().anyMatch(item -> !item.aggregate());
        boolean grouped = !body.shape().groupBy().isEmpty();
        if (figures && plains) {
            return grouped;
        }
        return !(figures && !grouped && !body.shape().orderBy().isEmpty())
                && !(grouped && body.shown().contains(Measure.STAR));
    }

    /** Groups of what is shown, where that is how they were chosen; none where it shows nothing. */
    private static Body grouped(Body body) {
        if (!body.shape().groupBy().contains(Shape.AS_SHOWN)) {
            return body;
        }
        List<Integer> plain =
                body.shown().stream()
                        .filter(item -> !item.aggregate() && item.column() != Measure.ALL)
                        .map(Measure::column)
                        .toList();
        return new Body(
                body.shown(), new Shape(plain, body.shape().orderBy(), body.shape().limit()));
    }

    private void build(Whole whole) {
        Body body = grouped(whole.body());
        boolean wanted = !whole.body().shape().groupBy().isEmpty();
        if (wanted && body.shape().groupBy().isEmpty()) {
            return;
        }
        Outline outline = whole.outline();
        if (!outline.having().isEmpty() && body.shape().groupBy().isEmpty()) {
            return;
        }
        SequencedSet<Integer> needed = new LinkedHashSet<>();
        body.shown().forEach(measure -> add(measure.column(), needed));
        outline.where().forEach(condition -> addAll(condition, needed));
        outline.having().forEach(condition -> addAll(condition, needed));
        body.shape().groupBy().forEach(column -> add(column, needed));
        body.shape().orderBy().forEach(order -> add(order.measure().column(), needed));
        for (JoinTree from : froms.of(needed)) {
            for (boolean distinct : new boolean[] {false, true}) {
                String label = distinct ? "distinct" : "-";
                boolean figures = body.shown().stream().anyMatch(Measure::aggregate);
                if (reading.chance(Head.DISTINCT, label) >= DISTINCT_LEAST
                        && !(distinct && (figures || isSortedUnseen(body)))
                        && drafts.size() < DRAFTS_MAX) {
                    add(outline, select(distinct, body, outline.where(), outline.having(), from));
                }
            }
        }
    }

    /** Different rows can be sorted by what is shown of them only. */
    private static boolean isSortedUnseen(Body body) {
        return body.shape().orderBy().stream()
                .anyMatch(order -> !body.shown().contains(order.measure()));
    }

    private static Query.Select select(
            boolean distinct,
            Body body,
            List<Condition> where,
            List<Condition> having,
            JoinTree from) {
        return new Query.Select(
                distinct,
                body.shown(),
                from,
                where,
                body.shape().groupBy(),
                having,
                body.shape().orderBy(),
                body.shape().limit());
    }

    private void add(Outline outline, Query.Select select) {
        Query query = outline.finished(select, froms, lookup);
        if (query != null) {
            drafts.putIfAbsent(query, new Draft(query, outline.skipped(), outline.fit()));
        }
    }

    private void add(int column, SequencedSet<Integer> needed) {
        if (column != Measure.ALL) {
            needed.add(lookup.column(column).table());
        }
    }

    private void addAll(Condition condition, SequencedSet<Integer> needed) {
        Parts.simple(List.of(condition)).forEach(simple -> add(Parts.column(simple), needed));
    }
}
