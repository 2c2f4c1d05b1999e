package dev.surveyor.pipeline.correct;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableCorrections;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.Connection;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.pipeline.InsightMaker;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.StrategyAdvisor;
import dev.surveyor.pipeline.TableFindings;
import dev.surveyor.pipeline.store.CorrectionRows;
import dev.surveyor.pipeline.store.KeptInsights;
import dev.surveyor.pipeline.store.KeptInsights.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what people say better than a survey. Readers see descriptions and synonyms at once, the
 * index with the next survey. Values of a column that is personal from now on are gone from all
 * kept editions before the answer: each of their insights is made anew from its own profile.
 */
@Component
class Correcting {

    private final Editions editions;
    private final CorrectionRows rows;
    private final KeptInsights kept;
    private final VectorIndex index;
    private final TransactionOperations transactions;
    private final PipelineSettings settings;

    Correcting(
            Editions editions,
            CorrectionRows rows,
            KeptInsights kept,
            VectorIndex index,
            TransactionOperations transactions,
            PipelineSettings settings) {
        this.editions = editions;
        this.rows = rows;
        this.kept = kept;
        this.index = index;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The insight that readers see of a table. */
    Insight insight(UUID connection, UUID table) {
        Optional<Edition> edition = editions.current(connection);
        return edition.flatMap(current -> editions.insight(current, table))
                .orElseThrow(() ->
                        new PipelineException(
                                Code.INSIGHT_UNKNOWN,
                                "There is no such table in the newest edition: survey the connection, or ask for its insights."));
    }

    /**
     * Replaces what is said of a table.
     *
     * @throws PipelineException when a column is not there, or somebody else said something since
     */
    TableCorrections correct(
            Connection connection,
            Insight insight,
            long version,
            List<Correction> said,
            String by) {
        requireColumns(insight, said);
        TableName table = insight.name();
        List<UUID> unlisted =
                Objects.requireNonNull(
                        transactions.execute(status -> {
                            rows.hold(connection.id());
                            if (!rows.replace(connection.id(), table, version, said, by)) {
                                throw new PipelineException(
                                        Code.CHANGED_MEANWHILE,
                                        "Somebody corrected this table since you looked: read it again and say it with the new version.");
                            }
                            return becomesPersonal(insight, said)
                                    ? redact(connection, table, said)
                                    : List.<UUID>of();
                        }));
        if (!unlisted.isEmpty()) {
            forget(unlisted);
        }
        return editions.corrections(connection.id(), table);
    }

    private static void requireColumns(Insight insight, List<Correction> said) {
        said.stream()
                .map(Correction::column)
                .filter(column -> column != null && insight.column(column).isEmpty())
                .findFirst()
                .ifPresent(column -> {
                    throw new PipelineException(
                            Code.FIELD_INVALID,
                            "The table %s has no column '%s'.".formatted(insight.name(), column));
                });
    }

    private static boolean becomesPersonal(Insight insight, List<Correction> said) {
        return said.stream()
                .filter(each -> Boolean.TRUE.equals(each.personal()) && each.column() != null)
                .anyMatch(each ->
                        !insight.column(Objects.requireNonNull(each.column()))
                                .map(ColumnInsight::personal)
                                .orElse(true));
    }

    private List<UUID> redact(Connection connection, TableName table, List<Correction> said) {
        UUID id = Insight.id(connection.id(), table);
        List<UUID> unlisted = new ArrayList<>();
        for (Kept each : kept.of(connection.id(), id)) {
            InsightMaker maker =
                    new InsightMaker(
                            each.database(),
                            settings.categoriesMax(),
                            connection.options().survey().keepValues(),
                            StrategyAdvisor.NONE);
            Insight made =
                    maker.insight(
                            new TableFindings(
                                    each.insight().table(),
                                    each.insight().profile(),
                                    each.insight().relations(),
                                    pointing(each.relations(), table),
                                    said));
            unlisted.addAll(kept.replace(connection.id(), id, each, made));
        }
        return unlisted.stream().distinct().toList();
    }

    private static List<Relation> pointing(List<Relation> relations, TableName table) {
        return relations.stream().filter(each -> each.keyTable().equals(table)).toList();
    }

    private void forget(List<UUID> points) {
        try {
            index.delete(points);
            kept.forget(points);
        } catch (EmbeddingException e) {
            throw new PipelineException(
                    Code.SURVEY_FAILED,
                    true,
                    "The values are gone from the catalog, but the index is away (%s): they leave it with the next survey."
                            .formatted(e.getMessage()),
                    null,
                    e);
        }
    }
}
