package dev.surveyor.pipeline;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.InferredRelations;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.SourceSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A survey that keeps nothing: for one question at a database that nobody saved. */
public final class ThrowAwayEdition {

    private static final long NUMBER = 1;

    /** Told after each table. */
    @FunctionalInterface
    public interface Progress {

        void tables(int done, int total);
    }

    private ThrowAwayEdition() {}

    /**
     * Surveys a source in this thread, with every row of its tables within the request's budget.
     *
     * @throws dev.surveyor.sources.SourceException when the source cannot be read at all; a table
     *     that cannot be is part of the edition, with its problem
     */
    public static EditionContent of(
            SourceSession session, UUID connection, ProfileRequest request, Progress progress) {
        Instant surveyed = Instant.now();
        Structure structure = session.structure();
        progress.tables(0, structure.tables().size());
        RelationsByTable relations =
                RelationsByTable.of(
                        structure,
                        InferredRelations.of(structure, InferredRelations.probe(session)));
        InsightMaker maker =
                new InsightMaker(
                        structure.database(), request.categoriesMax(), true, StrategyAdvisor.NONE);
        Map<TableName, Table> tables = new HashMap<>();
        structure.tables().forEach(table -> tables.put(table.name(), table));
        List<Insight> insights = new ArrayList<>();
        session.profile(
                structure.tables(),
                request,
                profile -> {
                    Table table = tables.get(profile.table());
                    if (table != null) {
                        insights.add(
                                maker.insight(
                                        new TableFindings(
                                                table,
                                                profile,
                                                relations.inferredFrom(table.name()),
                                                relations.pointingAt(table.name()),
                                                List.of())));
                        progress.tables(insights.size(), structure.tables().size());
                    }
                });
        return new EditionContent(edition(connection, structure, surveyed), insights);
    }

    private static Edition edition(UUID connection, Structure structure, Instant surveyed) {
        Instant done = Instant.now();
        return new Edition(
                connection,
                NUMBER,
                true,
                surveyed,
                done,
                done,
                structure.dialect(),
                structure.server(),
                structure.database(),
                structure.schemas(),
                structure.tables().size(),
                "");
    }
}
