package dev.surveyor.eval.planner;

import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.sources.InferredRelations;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.SourceSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Surveys a source in one go, as far as the planner needs it. */
final class Survey {

    private Survey() {}

    /**
     * An edition of what a session shows.
     *
     * @param schema the only one that is meant; null: all
     */
    static EditionContent of(SourceSession session, @Nullable String schema) {
        Structure structure = narrowed(session.structure(), schema);
        List<Table> tables = structure.tables();
        Map<TableName, TableProfile> profiles = new HashMap<>();
        session.profile(
                tables,
                ProfileRequest.standard(ProfileRequest.Depth.FULL),
                profile -> profiles.put(profile.table(), profile));
        List<Relation> inferred = InferredRelations.of(structure, InferredRelations.probe(session));
        List<Insight> insights =
                tables.stream()
                        .filter(table -> profiles.containsKey(table.name()))
                        .map(table -> insight(table, profiles, inferred))
                        .toList();
        Instant now = Instant.EPOCH;
        return new EditionContent(
                new Edition(
                        new UUID(0, 0),
                        1,
                        true,
                        now,
                        now,
                        now,
                        structure.dialect(),
                        structure.server(),
                        structure.database(),
                        structure.schemas(),
                        insights.size(),
                        "none"),
                insights);
    }

    private static Structure narrowed(Structure all, @Nullable String schema) {
        return new Structure(
                all.dialect(),
                all.server(),
                all.database(),
                all.schemas(),
                all.tables().stream()
                        .filter(table -> schema == null || table.name().schema().equals(schema))
                        .filter(table -> !table.name().name().startsWith("sqlite_"))
                        .toList());
    }

    private static Insight insight(
            Table table, Map<TableName, TableProfile> profiles, List<Relation> inferred) {
        TableProfile profile = profiles.get(table.name());
        if (profile == null) {
            throw new IllegalStateException("not profiled: " + table.name());
        }
        return new Insight(
                table,
                profile,
                List.of(),
                inferred.stream().filter(each -> each.table().equals(table.name())).toList(),
                new Description("", Description.Origin.TEMPLATE),
                List.of(),
                List.of(),
                "");
    }
}
