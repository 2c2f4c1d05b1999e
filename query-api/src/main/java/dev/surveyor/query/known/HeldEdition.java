package dev.surveyor.query.known;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.retrieve.ContextWriter.Block;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, TableName> printed = new HashMap<>();
    private final Structure structure;
    private final Map<Policies, Lookup> lookups =
            new LinkedHashMap<>(LOOKUPS_MAX, 1, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Policies, Lookup> eldest) {
                    return size() > LOOKUPS_MAX;
                }
            };

    private final Map<Telling, Map<TableName, Block>> texts =
            new LinkedHashMap<>(LOOKUPS_MAX, 1, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Telling, Map<TableName, Block>> eldest) {
                    return size() > LOOKUPS_MAX;
                }
            };

    /** What a language model may be told by an asker. */
    private record Telling(Policies policies, boolean values) {}

    HeldEdition(EditionContent content) {
        this.content = content;
        Map<TableName, Insight> byName = new LinkedHashMap<>();
        content.insights()
                .forEach(insight -> {
                    byName.put(insight.name(), insight);
                    printed.put(insight.name().toString(), insight.name());
                });
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

    Optional<TableName> printed(String name) {
        return Optional.ofNullable(printed.get(name));
    }

    /** The planner's look-up of all that an asker with these policies sees. */
    Lookup lookup(Policies policies, Supplier<Lookup> making) {
        synchronized (lookups) {
            return lookups.computeIfAbsent(policies, none -> making.get());
        }
    }

    /** Tables as a language model was told of them by an asker with these policies. */
    Map<TableName, Block> texts(Policies policies, boolean withValues) {
        synchronized (texts) {
            return texts.computeIfAbsent(
                    new Telling(policies, withValues), none -> new ConcurrentHashMap<>());
        }
    }
}
