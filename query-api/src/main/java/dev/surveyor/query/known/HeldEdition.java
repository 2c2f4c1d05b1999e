package dev.surveyor.query.known;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.plan.link.Lookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An edition in memory: what it knows of its tables, and the planner's look-ups of it, one for each
 * kind of asker. Safe for many threads.
 */
final class HeldEdition {

    /** Rarely is there more than one set of policies that bind anybody. */
    private static final int LOOKUPS_MAX = 8;

    private final EditionContent content;
    private final Map<TableName, Insight> insights;
    private final Structure structure;
    private final Map<Policies, Lookup> lookups =
            new LinkedHashMap<>(LOOKUPS_MAX, 1, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Policies, Lookup> eldest) {
                    return size() > LOOKUPS_MAX;
                }
            };

    HeldEdition(EditionContent content) {
        this.content = content;
        Map<TableName, Insight> byName = new LinkedHashMap<>();
        content.insights().forEach(insight -> byName.put(insight.name(), insight));
        this.insights = byName;
        this.structure = content.structure();
    }

    EditionContent content() {
        return content;
    }

    Edition edition() {
        return content.edition();
    }

    Structure structure() {
        return structure;
    }

    Iterable<Insight> insights() {
        return insights.values();
    }

    int tables() {
        return insights.size();
    }

    Optional<Insight> insight(TableName table) {
        return Optional.ofNullable(insights.get(table));
    }

    /** The planner's look-up of all that an asker with these policies sees. */
    Lookup lookup(Policies policies, Supplier<Lookup> making) {
        synchronized (lookups) {
            return lookups.computeIfAbsent(policies, none -> making.get());
        }
    }
}
