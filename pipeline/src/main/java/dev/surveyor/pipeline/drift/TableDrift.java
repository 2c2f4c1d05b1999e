package dev.surveyor.pipeline.drift;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Drift.Change;
import dev.surveyor.catalog.Drift.Kind;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.pipeline.document.Plain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What changed in one table that both editions have. */
public final class TableDrift {

    private static final int NAME_CHARS_MAX = 100;

    /** Fewer rows more or less are an ordinary day's. */
    private static final long ROWS_JUMP_MIN = 100;

    private static final int ROWS_JUMP_FACTOR = 2;

    private final Insight before;
    private final Insight after;
    private final Consumer<Change> changes;

    private TableDrift(Insight before, Insight after, Consumer<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    public static void find(Insight before, Insight after, Consumer<Change> changes) {
        TableDrift drift = new TableDrift(before, after, changes);
        drift.structure();
        drift.columns();
        drift.rows();
        drift.relations();
        ValueDrift.find(before, after, changes);
    }

    private TableName table() {
        return after.name();
    }

    private void change(Kind kind, String sentence) {
        changes.accept(Change.of(kind, table(), null, sentence));
    }

    private void structure() {
        if (!before.table().structureHash().equals(after.table().structureHash())) {
            change(Kind.TABLE_CHANGED, "The structure of %s changed.".formatted(name(table())));
        }
    }

    private void columns() {
        Map<String, Column> earlier = byName(before.table());
        Map<String, Column> later = byName(after.table());
        for (Column column : after.table().columns()) {
            Column was = earlier.get(column.name());
            if (was == null) {
                column(Kind.COLUMN_ADDED, column, "is new (%s)".formatted(type(column)));
            } else if (!was.type().equals(column.type())) {
                column(
                        Kind.COLUMN_CHANGED,
                        column,
                        "was %s and is %s".formatted(type(was), type(column)));
            } else if (was.nullable() != column.nullable()) {
                column(
                        Kind.COLUMN_CHANGED,
                        column,
                        column.nullable() ? "may lack a value now" : "always has a value now");
            } else if (was.readable() != column.readable()) {
                column(
                        Kind.COLUMN_CHANGED,
                        column,
                        column.readable() ? "may be read now" : "may not be read any more");
            }
        }
        before.table().columns().stream()
                .filter(column -> !later.containsKey(column.name()))
                .forEach(column -> column(Kind.COLUMN_DROPPED, column, "is gone"));
    }

    private void column(Kind kind, Column column, String what) {
        changes.accept(
                Change.of(
                        kind,
                        table(),
                        column.name(),
                        "The column %s of %s %s."
                                .formatted(
                                        Plain.quoted(column.name(), NAME_CHARS_MAX),
                                        name(table()),
                                        what)));
    }

    private static String type(Column column) {
        return Plain.line(column.type().name(), NAME_CHARS_MAX);
    }

    private static Map<String, Column> byName(Table table) {
        Map<String, Column> byName = new HashMap<>();
        table.columns().forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    private void rows() {
        Count was = before.profile().rows();
        Count is = after.profile().rows();
        if (was == null || is == null) {
            return;
        }
        long less = Math.min(was.value(), is.value());
        long more = Math.max(was.value(), is.value());
        if (more - less >= ROWS_JUMP_MIN && more / ROWS_JUMP_FACTOR >= less) {
            change(
                    Kind.ROWS_JUMPED,
                    "%s had %s%d rows and has %s%d."
                            .formatted(
                                    name(table()),
                                    was.exact() ? "" : "about ",
                                    was.value(),
                                    is.exact() ? "" : "about ",
                                    is.value()));
        }
    }

    private void relations() {
        List<Relation> earlier = all(before);
        List<Relation> later = all(after);
        missing(later, earlier).forEach(each -> relation(Kind.RELATION_GAINED, each, "now"));
        missing(earlier, later).forEach(each -> relation(Kind.RELATION_LOST, each, "no more"));
    }

    private static List<Relation> all(Insight insight) {
        return Stream.concat(insight.table().relations().stream(), insight.relations().stream())
                .toList();
    }

    /** Whoever says so: a relation that is declared by now is not a new one. */
    private static List<Relation> missing(List<Relation> relations, List<Relation> others) {
        Set<List<Object>> known = new HashSet<>();
        others.forEach(each -> known.add(ends(each)));
        return relations.stream().filter(each -> !known.contains(ends(each))).toList();
    }

    private static List<Object> ends(Relation relation) {
        return List.of(relation.columns(), relation.keyTable(), relation.keyColumns());
    }

    private void relation(Kind kind, Relation relation, String when) {
        String columns = String.join(", ", relation.columns());
        changes.accept(
                Change.of(
                        kind,
                        table(),
                        relation.columns().size() == 1 ? columns : null,
                        "%s of %s points at %s %s (%s)."
                                .formatted(
                                        Plain.quoted(columns, NAME_CHARS_MAX),
                                        name(table()),
                                        name(relation.keyTable()),
                                        when,
                                        relation.declared() ? "declared" : "inferred")));
    }

    static String name(TableName table) {
        return Plain.quoted(table.toString(), NAME_CHARS_MAX);
    }
}
