package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.pipeline.InsightMaker;
import dev.surveyor.pipeline.RelationsByTable;
import dev.surveyor.pipeline.StrategyAdvisor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a survey has to do, as its first step found.
 *
 * @param structure also of tables that are not looked at this time
 * @param documents insights that hold but for their document
 * @param inputs hash of what else than the tables decides what is found
 * @param anything whether there is anything to do; if not, what readers see still holds
 * @param bundles of tables that are surveyed and written together; workers take them away
 */
record Plan(
        Structure structure,
        List<Relation> inferred,
        RelationsByTable relations,
        Map<TableName, List<Correction>> corrections,
        Map<TableName, UUID> documents,
        InsightMaker maker,
        String inputs,
        boolean anything,
        ConcurrentLinkedQueue<List<Table>> bundles) {

    /** Of a survey that is done but for tidying. */
    static final Plan NOTHING = plan(new Structure("", "", "", List.of(), List.of()));

    private static Plan plan(Structure structure) {
        return new Plan(
                structure,
                List.of(),
                RelationsByTable.of(structure, List.of()),
                Map.of(),
                Map.of(),
                new InsightMaker("", 1, false, StrategyAdvisor.NONE),
                "",
                false,
                new ConcurrentLinkedQueue<>());
    }

    @Nullable List<Table> next() {
        return bundles.poll();
    }

    Optional<UUID> onlyDocument(TableName table) {
        return Optional.ofNullable(documents.get(table));
    }

    List<Correction> corrections(TableName table) {
        return corrections.getOrDefault(table, List.of());
    }
}
