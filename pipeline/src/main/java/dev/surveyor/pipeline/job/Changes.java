package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.pipeline.store.WorkRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is new, changed or gone since the edition before. */
final class Changes {

    private final Map<TableName, WorkRow> before;
    private final Map<TableName, Fingerprint> marks;
    private final Scope scope;

    Changes(Map<TableName, WorkRow> before, Map<TableName, Fingerprint> marks, Scope scope) {
        this.before = before;
        this.marks = marks;
        this.scope = scope;
    }

    /** Whether every table is certain to be as it was. */
    boolean none(List<Table> tables) {
        return nothingIsGone(tables) && tables.stream().allMatch(this::isAsItWas);
    }

    /** Whether a table is certain to be as it was. */
    boolean isAsItWas(Table table) {
        WorkRow row = before.get(table.name());
        return row != null && mark(table).sameAs(row.fingerprint());
    }

    /** Whether all but those of which nobody can tell, such as views, are as they were. */
    boolean onlyUnmarked(List<Table> tables) {
        return nothingIsGone(tables)
                && tables.stream()
                        .allMatch(table -> {
                            WorkRow row = before.get(table.name());
                            return row != null && row.fingerprint().equals(mark(table));
                        });
    }

    private boolean nothingIsGone(List<Table> tables) {
        long looked = before.keySet().stream().filter(scope::looksAt).count();
        return looked == tables.stream().filter(table -> before.containsKey(table.name())).count();
    }

    private Fingerprint mark(Table table) {
        return Objects.requireNonNull(marks.get(table.name()));
    }
}
