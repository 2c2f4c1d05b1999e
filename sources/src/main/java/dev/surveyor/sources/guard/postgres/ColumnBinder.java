package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Expression.Column;
import dev.surveyor.sources.guard.postgres.Expression.Star;
import dev.surveyor.sources.guard.postgres.Scope.Output;
import dev.surveyor.sources.guard.postgres.Scope.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a column's name means, from the inside out. */
final class ColumnBinder {

    private static final Set<String> SYSTEM_COLUMNS =
            Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid");

    /** The name under which a row filter knows the asker. */
    static final String ASKER = "asker";

    private final Binder binder;

    ColumnBinder(Binder binder) {
        this.binder = binder;
    }

    void column(Column column, Scope scope) {
        List<String> name = column.name();
        if (name.size() == 1) {
            single(column, name.getFirst(), scope);
            return;
        }
        if (name.size() == 2 && name.getFirst().equals(ASKER) && binder.attributes != null) {
            attribute(column, binder.attributes.get(name.getLast()));
            return;
        }
        List<String> own = name.size() == 4 ? withoutDatabase(column) : name;
        if (own.size() > 3) {
            throw unknown(column);
        }
        String wanted = own.getLast();
        Range range = range(own.subList(0, own.size() - 1), scope);
        if (range == null) {
            throw unknown(column);
        }
        boolean there = range.columns().contains(wanted);
        if (!there && SYSTEM_COLUMNS.contains(wanted)) {
            throw systemColumn(column);
        }
        if (!there && !range.open()) {
            throw unknown(column);
        }
        if (!there) {
            binder.rules.names().field(wanted, column.at());
        }
        binder.grouped.use(column, range, wanted);
        binder.decided.put(
                column,
                Quoting.qualified(qualifier(range, own)) + "." + Quoting.identifier(wanted));
    }

    private void attribute(Column column, @Nullable String value) {
        if (value == null) {
            throw Refusals.of(
                    GuardRule.POLICY,
                    "The row filter asks for the asker's "
                            + column.name().getLast()
                            + ", which is not known",
                    -1);
        }
        binder.decided.put(column, Quoting.literal(value));
    }

    private List<String> withoutDatabase(Column column) {
        if (!column.name().getFirst().equals(binder.rules.facts().database())) {
            throw unknown(column);
        }
        return column.name().subList(1, 4);
    }

    /** A query in a table's place is known by the table's bare name only. */
    private static List<String> qualifier(Range range, List<String> name) {
        return name.size() == 3 && range.rewritten() == null
                ? name.subList(0, 2)
                : List.of(range.name());
    }

    private void single(Column column, String name, Scope scope) {
        for (Scope one = scope; one != null; one = one.parent()) {
            if (one.labels().contains(name) || isColumn(name, one)) {
                binder.grouped.use(column, one, name);
                binder.decided.put(column, Quoting.identifier(name));
                return;
            }
        }
        for (Scope one = scope; one != null; one = one.parent()) {
            for (Range range : one.ranges()) {
                if (range.name().equals(name)) {
                    refuseHidden(range, column.at());
                    binder.decided.put(column, Quoting.identifier(name));
                    return;
                }
            }
        }
        if (SYSTEM_COLUMNS.contains(name)) {
            throw systemColumn(column);
        }
        for (Scope one = scope; one != null; one = one.parent()) {
            if (one.ranges().stream().anyMatch(Range::open)) {
                binder.decided.put(column, Quoting.identifier(name));
                return;
            }
        }
        throw unknown(column);
    }

    private static boolean isColumn(String name, Scope scope) {
        for (Range range : scope.ranges()) {
            if (range.columns().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Range range(List<String> qualifier, Scope scope) {
        for (Scope one = scope; one != null; one = one.parent()) {
            for (Range range : one.ranges()) {
                boolean same =
                        qualifier.size() == 1
                                ? range.name().equals(qualifier.getFirst())
                                : range.schema().equals(qualifier.getFirst())
                                        && range.name().equals(qualifier.getLast());
                if (same && !range.name().isEmpty()) {
                    return range;
                }
            }
        }
        return null;
    }

    Output star(Star star, Scope scope) {
        if (star.qualifier().isEmpty()) {
            for (Range range : scope.ranges()) {
                refuseHidden(range, star.at());
                binder.grouped.useAll(range);
            }
            binder.decided.put(star, "*");
            return Output.of(scope.ranges());
        }
        List<String> qualifier = binder.rules.names().withoutDatabase(star.qualifier(), star.at());
        Range range = range(qualifier, scope);
        if (range == null) {
            throw Refusals.of(
                    GuardRule.UNKNOWN_TABLE,
                    "There is no " + String.join(".", star.qualifier()) + " in FROM",
                    star.at().offset());
        }
        refuseHidden(range, star.at());
        binder.grouped.useAll(range);
        List<String> written = new ArrayList<>(qualifier);
        written.add("");
        binder.decided.put(star, Quoting.qualified(qualifier(range, written)) + ".*");
        return new Output(range.columns(), range.open());
    }

    static void refuseHidden(Range range, Position at) {
        if (range.hidden()) {
            throw Refusals.of(
                    GuardRule.WHOLE_ROW,
                    "Not every column of " + range.name() + " may be seen",
                    at.offset(),
                    "columns by their names: " + String.join(", ", range.columns()));
        }
    }

    private static Refusing unknown(Column column) {
        return Refusals.of(
                GuardRule.UNKNOWN_COLUMN,
                "There is no column " + String.join(".", column.name()) + " that may be seen here",
                column.at().offset());
    }

    private static Refusing systemColumn(Column column) {
        return Refusals.of(
                GuardRule.SYSTEM_COLUMN,
                "The system's column " + column.name().getLast() + " may not be read",
                column.at().offset());
    }
}
