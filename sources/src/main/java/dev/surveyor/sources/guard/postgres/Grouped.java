package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Column;
import dev.surveyor.sources.guard.postgres.Expression.Literal;
import dev.surveyor.sources.guard.postgres.Query.Body;
import dev.surveyor.sources.guard.postgres.Query.Grouping;
import dev.surveyor.sources.guard.postgres.Query.Item;
import dev.surveyor.sources.guard.postgres.Scope.Range;
import dev.surveyor.sources.guard.postgres.Scope.Rewritten;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GROUP BY of a table's primary key lets its other columns stand ungrouped. The query that stands
 * in a table's place has no key, so its columns are grouped by in words; the groups stay the same.
 */
final class Grouped {

    private final List<Use> uses = new ArrayList<>();
    private final IdentityHashMap<Column, Use> byColumn = new IdentityHashMap<>();

    /** A column of an item of FROM. */
    private record Use(Range range, String name) {}

    /** How many uses there were up to now. */
    int used() {
        return uses.size();
    }

    void use(Column column, Range range, String name) {
        Use use = new Use(range, name);
        uses.add(use);
        byColumn.put(column, use);
    }

    /** One that is named without its table; where several tables have it, none is meant. */
    void use(Column column, Scope scope, String name) {
        List<Range> having =
                scope.ranges().stream().filter(range -> range.columns().contains(name)).toList();
        if (having.size() == 1) {
            use(column, having.getFirst(), name);
        }
    }

    void useAll(Range range) {
        range.columns().forEach(name -> uses.add(new Use(range, name)));
    }

    /**
     * @param since the number of uses before its select list
     */
    List<String> besides(Body.Select select, List<Range> ranges, int since) {
        boolean plain =
                !select.groups().isEmpty()
                        && select.groups().stream().allMatch(group -> group.value() != null);
        if (!plain) {
            return List.of();
        }
        List<Use> groups = new ArrayList<>();
        for (Grouping group : select.groups()) {
            Use use = use(group.value(), select.items());
            if (use != null) {
                groups.add(use);
            }
        }
        List<String> besides = new ArrayList<>();
        for (Range range : ranges) {
            besides.addAll(besides(range, groups, uses.subList(since, uses.size())));
        }
        return besides;
    }

    private static Collection<String> besides(Range range, List<Use> groups, List<Use> uses) {
        Rewritten rewritten = range.rewritten();
        Set<String> grouped = names(range, groups);
        if (rewritten == null
                || rewritten.key().isEmpty()
                || !grouped.containsAll(rewritten.key())) {
            return List.of();
        }
        Set<String> besides = new LinkedHashSet<>();
        for (String name : names(range, uses)) {
            if (!grouped.contains(name) && rewritten.groupable().contains(name)) {
                besides.add(Quoting.qualified(List.of(range.name(), name)));
            }
        }
        return besides;
    }

    private static Set<String> names(Range range, List<Use> uses) {
        Set<String> names = new LinkedHashSet<>();
        for (Use use : uses) {
            if (use.range().equals(range)) {
                names.add(use.name());
            }
        }
        return names;
    }

    /** The column that is grouped by: named, or by the number or the label of an item. */
    private @Nullable Use use(@Nullable Expression group, List<Item> items) {
        if (group instanceof Column column) {
            Use use = byColumn.get(column);
            return use == null ? labelled(column.name().getLast(), items) : use;
        }
        return group instanceof Literal literal ? numbered(literal.text(), items) : null;
    }

    private @Nullable Use labelled(String label, List<Item> items) {
        Set<Use> found = new HashSet<>();
        for (Item item : items) {
            if (OutputNames.of(item).equals(label) && item.value() instanceof Column column) {
                Use use = byColumn.get(column);
                if (use != null) {
                    found.add(use);
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private @Nullable Use numbered(String number, List<Item> items) {
        boolean fits = number.matches("[1-9]\\d{0,3}") && Integer.parseInt(number) <= items.size();
        return fits && items.get(Integer.parseInt(number) - 1).value() instanceof Column column
                ? byColumn.get(column)
                : null;
    }
}
