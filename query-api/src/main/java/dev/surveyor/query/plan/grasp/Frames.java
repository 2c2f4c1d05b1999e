package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds what a question may mean, by how it asks. */
final class Frames {

    private static final int SKIPPED_MAX = 4;
    private static final Set<String> VERBS =
            Set.of("was", "were", "is", "are", "has", "have", "had", "did", "do", "does");

    private final Talk talk;
    private final Lookup lookup;
    private final Figures figures;
    private final Head head;
    private final List<Understood> all = new ArrayList<>();

    private Frames(Talk talk, Head head) {
        this.talk = talk;
        this.head = head;
        lookup = talk.lookup();
        figures = new Figures(talk);
    }

    static List<Understood> of(Talk talk) {
        Head head = Head.of(talk.text());
        if (head == null) {
            return List.of();
        }
        Frames frames = new Frames(talk, head);
        switch (head.kind()) {
            case COUNT -> frames.counts();
            case FIGURE -> frames.figures();
            case WHICH -> frames.which();
            case SHARE -> frames.shares();
            case LIST -> frames.lists();
        }
        return frames.all;
    }

    /** What is counted is said here or after some words that say which of it. */
    private List<Figure> counted(int from) {
        List<Figure> found = new ArrayList<>();
        for (int i = from; i <= from + SKIPPED_MAX && i < talk.text().size(); i++) {
            if (i > from && (talk.text().breaks(i, true) || talk.inSpan(i))) {
                break;
            }
            double skipped = 0.15 * (i - from);
            for (Figure figure : figures.counted(talk.text(), i)) {
                found.add(
                        new Figure(
                                figure.table(),
                                figure.column(),
                                figure.function(),
                                i,
                                figure.to(),
                                figure.cost() + skipped));
            }
            if (found.stream().anyMatch(each -> each.cost() - skipped < 0.1)) {
                break;
            }
        }
        return found;
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
        for (Figure figure : found) {
            Placing placing = begin(figure);
            Rows rows = new Rows(lookup, figure.table());
            List<Group> groups = new Groups(placing).said(rows);
            finish(placing, rows, groups, figure.measure(), figure);
        }
    }

    private Placing begin(Figure figure) {
        Placing placing = new Placing(talk);
        placing.text().use(head.from(), head.what());
        placing.text().use(figure.from(), figure.to());
        placing.costs(Math.max(0, figure.cost()));
        return placing;
    }

    private void finish(
            Placing placing, Rows rows, List<Group> groups, Measure measure, Figure figure) {
        List<Measure> given = given(placing, rows, figure.table(), groups, measure);
        placing.rest(rows);
        Set<Measure> items = new LinkedHashSet<>(given);
        if (given.isEmpty()) {
            groups.forEach(group -> items.addAll(group.shown()));
            items.add(measure);
        }
        add(placing, rows, items, keys(groups), List.of(), List.of(), null, 0);
    }

    private static List<Integer> keys(List<Group> groups) {
        return groups.stream().flatMap(group -> group.keys().stream()).toList();
    }

    private List<Measure> given(
            Placing placing, Rows rows, int near, List<Group> groups, @Nullable Measure measure) {
        Asides asides = talk.asides();
        return asides.giveFrom() < 0
                ? List.of()
                : new Gives(placing)
                        .of(asides.giveFrom(), asides.giveTo(), rows, near, groups, measure);
    }

    private void shares() {
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

    private void lists() {
        for (Figure figure : counted(head.what())) {
            list(figure, head.what(), figure.from());
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
        placing.rest(rows);
        if (items.isEmpty()) {
            Labels.of(lookup, figure.table()).forEach(each -> items.add(Measure.of(each.id())));
        }
        add(placing, rows, new LinkedHashSet<>(items), List.of(), List.of(), List.of(), null, 0);
    }

    private void which() {
        Text probe = talk.text().copy();
        Superlative most = Superlative.of(probe);
        if (most == null) {
            chosen();
            return;
        }
        boolean ends = talk.text().breaks(most.what(), true);
        int named =
                most.often() && !ends
                        ? most.what()
                        : head.what() == most.word() ? most.what() : head.what();
        if (most.often()) {
            for (Thing thing : owned(named)) {
                int table = thing.table() ? thing.id() : lookup.column(thing.id()).table();
                Figure figure =
                        new Figure(
                                table,
                                Measure.ALL,
                                Measure.Function.COUNT,
                                most.what(),
                                most.what(),
                                0);
                ranked(figure, Measure.COUNT, most, named, probe);
            }
            return;
        }
        List<Figure> found =
                new ArrayList<>(figures.computed(talk.text(), most.what(), Measure.Function.SUM));
        if (most.plain()) {
            found.addAll(figures.counted(talk.text(), most.what()));
        }
        if (found.isEmpty()) {
            found.addAll(withoutNoun(most));
        }
        for (Figure figure : found) {
            int before = all.size();
            ranked(figure, figure.measure(), most, named, probe);
            if (figure.column() == Measure.ALL && all.size() == before) {
                for (KeyEdge edge : lookup.edgesOf(figure.table())) {
                    if (edge.keyTable() == figure.table() && edge.columns().size() == 1) {
                        Figure over =
                                new Figure(
                                        edge.table(),
                                        Measure.ALL,
                                        Measure.Function.COUNT,
                                        figure.from(),
                                        figure.to(),
                                        figure.cost() + 0.3);
                        ranked(
                                over,
                                new Measure(
                                        Measure.Function.COUNT, true, edge.columns().getFirst()),
                                most,
                                named,
                                probe);
                    }
                }
            }
        }
    }

    /** What is spoken of here, and the columns that are named after their table. */
    private List<Thing> owned(int at) {
        List<Thing> things = new ArrayList<>();
        for (Thing thing : talk.nouns().at(at)) {
            things.add(thing);
            if (thing.table()) {
                talk.nouns().at(thing.to()).stream()
                        .filter(next ->
                                !next.table() && lookup.column(next.id()).table() == thing.id())
                        .forEach(things::add);
            }
        }
        return things;
    }

    /** "Of the days with orders, which had the fewest": what is counted was said before. */
    private List<Figure> withoutNoun(Superlative most) {
        List<Figure> found = new ArrayList<>();
        for (int i = 0; i < most.word(); i++) {
            if (talk.text().says(i, "with") || talk.text().says(i, "by")) {
                found.addAll(figures.counted(talk.text(), i + 1));
            }
        }
        return found;
    }

    private int before(Superlative most) {
        for (int i = 0; i < most.word(); i++) {
            if (talk.text().says(i, "of", "the") || talk.text().says(i, "among", "the")) {
                return i + 2;
            }
        }
        return head.what();
    }

    private void ranked(Figure figure, Measure measure, Superlative most, int named, Text probe) {
        Placing placing = new Placing(talk);
        Text text = placing.text();
        for (int i = 0; i < probe.size(); i++) {
            if (probe.used(i)) {
                text.use(i, i + 1);
            }
        }
        Rows rows = new Rows(lookup, figure.table());
        placing.costs(Math.max(0, figure.cost()));
        text.use(head.from(), head.what());
        text.use(figure.from(), figure.to());
        text.use(most.rank() > 1 ? most.word() - 1 : most.word(), most.what());
        int at = talk.nouns().at(named).isEmpty() && text.any(named, VERBS) ? before(most) : named;
        Group group = new Groups(placing).at(at, rows);
        if (group == null) {
            return;
        }
        text.use(at, group.to());
        boolean alone = group.table() == figure.table() && figure.column() != Measure.ALL;
        Measure ordered = alone ? Measure.of(figure.column()) : measure;
        boolean asked = asked(text);
        List<Group> groups = new ArrayList<>(List.of(group));
        new Groups(placing)
                .said(rows).stream()
                        .filter(more -> !more.keys().equals(group.keys()))
                        .forEach(groups::add);
        List<Measure> given = given(placing, rows, group.table(), groups, ordered);
        placing.rest(rows);
        Set<Measure> items = new LinkedHashSet<>(given);
        if (given.isEmpty()) {
            groups.forEach(each -> items.addAll(each.shown()));
        }
        if (asked) {
            items.add(ordered);
        }
        add(
                placing,
                rows,
                items,
                alone ? List.of() : keys(groups),
                List.of(),
                List.of(new Query.Order(ordered, most.descending())),
                most.rows(),
                most.rank() - 1);
    }

    /** ", and how many?" */
    private boolean asked(Text text) {
        for (int i = head.what(); i < text.size(); i++) {
            boolean and = text.says(i, "and") || text.breaks(i, true);
            int next = text.says(i, "and") ? i + 1 : i;
            if (and
                    && (text.says(next, "how", "many")
                            || text.says(next, "how", "much")
                            || text.says(next, "what"))) {
                text.use(i, text.end(next, true));
                return true;
            }
        }
        return false;
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

    private void add(
            Placing placing,
            Rows rows,
            Set<Measure> items,
            List<Integer> groups,
            List<Condition> over,
            List<Query.Order> orders,
            @Nullable Integer limit,
            int skip) {
        Integer decimals = talk.asides().decimals();
        List<Measure> shown =
                items.stream()
                        .map(item ->
                                decimals != null
                                                && item.aggregate()
                                                && item.function() != Measure.Function.COUNT
                                        ? item.rounded(decimals)
                                        : item)
                        .toList();
        Query query = rows.select(shown, groups, over, orders, limit, skip);
        if (!rows.broken() && !shown.isEmpty()) {
            all.add(
                    new Understood(
                            query,
                            placing.cost() + 2 * placing.left().size(),
                            placing.left(),
                            placing.open()));
        }
    }
}
