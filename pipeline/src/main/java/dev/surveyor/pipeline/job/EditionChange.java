package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.PolicyRule;
import dev.surveyor.pipeline.EditionDrift;
import dev.surveyor.pipeline.EditionDrift.Pair;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.store.EditionRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the store what a survey's findings change in the edition that readers see. */
final class EditionChange {

    private EditionChange() {}

    /** Looks at tables that differ only; one insight of each side is in memory at a time. */
    static EditionDrift of(
            EditionRows editions, Lease lease, Structure structure, Connection connection) {
        if (!editions.hasCurrent(lease.connection())) {
            return EditionDrift.NONE;
        }
        List<Table> before = new ArrayList<>();
        List<Table> after = new ArrayList<>();
        editions.differences(
                lease,
                (old, found) -> {
                    add(before, old);
                    add(after, found);
                });
        Structure was = with(structure, before);
        Structure is = with(structure, after);
        List<Policies> policies =
                connection.policies().rules().stream().map(EditionChange::policies).toList();
        return EditionDrift.of(was, is, pairs -> changed(editions, lease, pairs), policies);
    }

    private static void changed(EditionRows editions, Lease lease, Consumer<Pair> pairs) {
        editions.differences(
                lease,
                (old, found) -> {
                    if (old != null && found != null) {
                        pairs.accept(new Pair(old, found));
                    }
                });
    }

    private static void add(List<Table> tables, @Nullable Insight insight) {
        if (insight != null) {
            tables.add(insight.table());
        }
    }

    private static Structure with(Structure structure, List<Table> tables) {
        tables.sort(Comparator.comparing(Table::name));
        return new Structure(
                structure.dialect(),
                structure.server(),
                structure.database(),
                structure.schemas(),
                tables);
    }

    private static Policies policies(PolicyRule rule) {
        return new Policies(
                List.of(),
                rule.hiddenSchemas(),
                rule.hiddenTables(),
                rule.hiddenColumns(),
                rule.rowFilters(),
                rule.masks(),
                List.of(),
                List.of());
    }
}
