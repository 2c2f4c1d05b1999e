package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.PointMaker;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.pipeline.TableFindings;
import dev.surveyor.pipeline.store.Finding;
import dev.surveyor.pipeline.store.Findings;
import dev.surveyor.pipeline.store.KeptInsights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The second step, for some tables: profile, strategy, document, vectors. */
@Component
class TableSurvey {

    private final TableProfiles profiles;
    private final Findings findings;
    private final KeptInsights kept;
    private final Editions editions;
    private final TextEmbedder embedder;
    private final PointMaker points;
    private final EmbeddingSettings embedding;
    private final Patience patience;

    TableSurvey(
            TableProfiles profiles,
            Findings findings,
            KeptInsights kept,
            Editions editions,
            TextEmbedder embedder,
            PointMaker points,
            EmbeddingSettings embedding,
            Patience patience) {
        this.profiles = profiles;
        this.findings = findings;
        this.kept = kept;
        this.editions = editions;
        this.embedder = embedder;
        this.points = points;
        this.embedding = embedding;
        this.patience = patience;
    }

    List<Finding> survey(SurveyRun run, List<Table> tables) {
        Map<TableName, Insight> known = new HashMap<>();
        Map<TableName, TableProfile> measured = new HashMap<>();
        List<Table> open = new ArrayList<>();
        for (Table table : tables) {
            Optional<Insight> holds = documentedAnew(run, table);
            if (holds.isPresent()) {
                known.put(table.name(), holds.get());
            } else if (Excluded.is(table.name(), run.connection().options().survey())) {
                measured.put(table.name(), Excluded.profile(table.name()));
            } else {
                open.add(table);
            }
        }
        measured.putAll(profiles.of(run, open));
        List<Insight> insights = new ArrayList<>();
        List<TableProfile> found = new ArrayList<>();
        for (Table table : tables) {
            Insight insight = known.get(table.name());
            if (insight == null) {
                TableProfile profile = Objects.requireNonNull(measured.get(table.name()));
                insight = insight(run, table, profile);
                found.add(profile);
            } else {
                found.add(insight.profile());
            }
            insights.add(insight);
        }
        return embedded(run, insights, found);
    }

    /** What the edition before says of it, where only what points at it is another. */
    private Optional<Insight> documentedAnew(SurveyRun run, Table table) {
        Plan plan = run.plan();
        return plan.onlyDocument(table.name())
                .flatMap(kept::found)
                .filter(insight -> insight.profile().problem() == null)
                .map(insight ->
                        plan.maker()
                                .documented(insight, plan.relations().pointingAt(table.name())));
    }

    private Insight insight(SurveyRun run, Table table, TableProfile profile) {
        Plan plan = run.plan();
        return plan.maker()
                .insight(
                        new TableFindings(
                                table,
                                timeless(carriedOver(run, table, profile)),
                                plan.relations().inferredFrom(table.name()),
                                plan.relations().pointingAt(table.name()),
                                plan.corrections(table.name())));
    }

    /**
     * Of a table that could not be measured, what the edition before knew of it, as long as it is
     * built as it was: older figures are better than none.
     */
    private TableProfile carriedOver(SurveyRun run, Table table, TableProfile profile) {
        Problem problem = profile.problem();
        if (problem == null || profile.method() != Method.NOTHING) {
            return profile;
        }
        return editions.current(run.connection().id())
                .flatMap(edition -> editions.insight(edition, table.name()))
                .filter(before -> before.table().structureHash().equals(table.structureHash()))
                .map(Insight::profile)
                .map(before ->
                        new TableProfile(
                                table.name(),
                                before.method(),
                                before.rows(),
                                before.columns(),
                                before.took(),
                                problem))
                .orElse(profile);
    }

    /** How long it took is no part of what was found: the same finding is to be the same. */
    private static TableProfile timeless(TableProfile profile) {
        return new TableProfile(
                profile.table(),
                profile.method(),
                profile.rows(),
                profile.columns(),
                Duration.ZERO,
                profile.problem());
    }

    /** Only texts that the catalog has no vector of go through the model. */
    private List<Finding> embedded(
            SurveyRun run, List<Insight> insights, List<TableProfile> profiles) {
        String connection = run.connection().id().toString();
        EmbeddingModel model = embedder.model();
        List<List<Passage>> passages = new ArrayList<>();
        List<List<UUID>> ids = new ArrayList<>();
        for (Insight insight : insights) {
            List<Passage> texts = texts(run, insight);
            passages.add(texts);
            ids.add(
                    texts.stream()
                            .map(text ->
                                    Point.idOf(
                                            connection,
                                            text.kind(),
                                            text.subject(),
                                            text.text(),
                                            model))
                            .toList());
        }
        Set<UUID> known = findings.known(ids.stream().flatMap(List::stream).toList());
        List<Passage> missing = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            for (int j = 0; j < passages.get(i).size(); j++) {
                if (known.add(ids.get(i).get(j))) {
                    missing.add(passages.get(i).get(j));
                }
            }
        }
        Map<UUID, Point> made = new HashMap<>();
        patience.outlast(
                        run,
                        "survey",
                        () -> points.points(connection, missing, embedding.valuesEmbeddedMax()))
                .forEach(point -> made.put(point.id(), point));
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < insights.size(); i++) {
            all.add(
                    new Finding(
                            insights.get(i),
                            ids.get(i).stream()
                                    .map(made::get)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList(),
                            ids.get(i),
                            profiles.get(i).took(),
                            sentence(profiles.get(i).problem())));
        }
        return all;
    }

    /** Values are found by their words in the edition itself; points of them only if embedded. */
    private List<Passage> texts(SurveyRun run, Insight insight) {
        return run.plan().maker().passages(insight, embedder::chunks).stream()
                .filter(passage ->
                        passage.kind() != PointKind.VALUE || embedding.valuesEmbeddedMax() > 0)
                .toList();
    }

    private static @Nullable String sentence(@Nullable Problem problem) {
        return problem == null ? null : problem.sentence();
    }
}
