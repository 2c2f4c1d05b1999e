package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.pipeline.InsightMaker;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.RelationsByTable;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.advice.Advisors;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.store.CorrectionRows;
import dev.surveyor.pipeline.store.SurveyRows;
import dev.surveyor.pipeline.store.WorkList;
import dev.surveyor.pipeline.store.WorkList.Base;
import dev.surveyor.pipeline.store.WorkRow;
import dev.surveyor.pipeline.store.WorkRow.State;
import dev.surveyor.sources.InferredRelations;
import dev.surveyor.sources.SourceSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The first step: what is there, what of it is new or changed, and so what there is to do. It is
 * done anew whenever a survey goes on; what was found before and still holds stays.
 */
@Component
class Discovery {

    private final SourceSessions sessions;
    private final Patience patience;
    private final SurveyRows surveys;
    private final WorkList work;
    private final CorrectionRows corrections;
    private final TextEmbedder embedder;
    private final Advisors advisors;
    private final SurveyMetrics metrics;
    private final PipelineSettings settings;

    Discovery(
            SourceSessions sessions,
            Patience patience,
            SurveyRows surveys,
            WorkList work,
            CorrectionRows corrections,
            TextEmbedder embedder,
            Advisors advisors,
            SurveyMetrics metrics,
            PipelineSettings settings) {
        this.sessions = sessions;
        this.patience = patience;
        this.surveys = surveys;
        this.work = work;
        this.corrections = corrections;
        this.embedder = embedder;
        this.advisors = advisors;
        this.metrics = metrics;
        this.settings = settings;
    }

    void discover(SurveyRun run) {
        if (run.survey().edition() != null) {
            // Its edition was published before its process died: only tidying is left.
            run.plan(Plan.NOTHING);
            return;
        }
        surveys.phase(run.lease(), "discover", "Reads the structure.");
        AtomicReference<Plan> made = new AtomicReference<>();
        patience.outlast(
                run,
                "discover",
                () -> {
                    try (SessionLease lease =
                            sessions.lease(run.connection(), AskerClass.SURVEYS)) {
                        run.using(lease.session(), () -> made.set(planned(run, lease.session())));
                    }
                    return true;
                });
        run.plan(made.get());
    }

    private Plan planned(SurveyRun run, SourceSession session) {
        UUID connection = run.connection().id();
        Scope scope = new Scope(run.connection().options(), run.survey().schemas());
        Structure structure = scope.visible(session.structure());
        List<Table> tables = structure.tables().stream().filter(scope::looksAt).toList();
        Map<TableName, Fingerprint> marks = new HashMap<>();
        session.fingerprints(structure).forEach(mark -> marks.put(mark.table(), mark));

        Map<TableName, List<Correction>> said = corrections.of(connection);
        Inputs inputs = inputs(run.connection(), said);
        Map<TableName, WorkRow> before = work.ofCurrentEdition(connection);
        Optional<Base> base = work.baseOfCurrentEdition(connection);
        Changes changes = new Changes(before, marks, scope);
        boolean incremental = run.survey().mode() == SurveyMode.INCREMENTAL;
        boolean nothing =
                incremental
                        && base.filter(known -> known.inputs().equals(inputs.all())).isPresent()
                        && changes.none(tables);
        if (nothing) {
            work.allUnchanged(run.lease(), before.size());
            metrics.unchanged(before.size());
            return plan(
                    run,
                    structure,
                    List.of(),
                    RelationsByTable.of(structure, List.of()),
                    said,
                    Map.of(),
                    inputs,
                    false,
                    List.of());
        }
        List<Relation> inferred =
                base.filter(known -> incremental && changes.onlyUnmarked(tables))
                        .map(Base::relations)
                        .orElseGet(() -> inferred(run, structure, marks, session));
        RelationsByTable relations = RelationsByTable.of(structure, inferred);
        Map<TableName, WorkRow> left = work.of(run.survey().id());
        List<WorkRow> rows = new ArrayList<>();
        Map<TableName, UUID> documents = new HashMap<>();
        Bundles bundles = new Bundles();
        for (Table table : tables) {
            Fingerprint mark = Objects.requireNonNull(marks.get(table.name()));
            String own = inputs.of(table.name(), relations, said);
            WorkRow known = left.get(table.name());
            WorkRow published = before.get(table.name());
            if (known != null && known.state() == State.DONE && known.holdsFor(mark, own)) {
                rows.add(known);
            } else if (incremental && published != null && published.holdsFor(mark, own)) {
                rows.add(published);
            } else {
                if (incremental && published != null && published.wantsDocument(mark, own)) {
                    documents.put(table.name(), Objects.requireNonNull(published.insight()));
                }
                rows.add(new WorkRow(mark, own, State.PENDING, null));
                bundles.add(table);
            }
        }
        before.values().stream()
                .filter(row -> !scope.looksAt(row.fingerprint().table()))
                .forEach(rows::add);
        work.begin(run.lease(), rows);
        metrics.unchanged(rows.size() - bundles.size());
        return plan(
                run, structure, inferred, relations, said, documents, inputs, true, bundles.all());
    }

    private Inputs inputs(Connection connection, Map<TableName, List<Correction>> said) {
        return new Inputs(
                settings.categoriesMax(),
                connection.options().survey(),
                embedder.model().id(),
                said);
    }

    private Plan plan(
            SurveyRun run,
            Structure structure,
            List<Relation> inferred,
            RelationsByTable relations,
            Map<TableName, List<Correction>> said,
            Map<TableName, UUID> documents,
            Inputs inputs,
            boolean anything,
            List<List<Table>> bundles) {
        return new Plan(
                structure,
                inferred,
                relations,
                said,
                documents,
                new InsightMaker(
                        structure.database(),
                        settings.categoriesMax(),
                        inputs.keepValues(),
                        advisors.of(run.connection())),
                inputs.all(),
                anything,
                new ConcurrentLinkedQueue<>(bundles));
    }

    /** Those that this survey inferred before, as long as nothing changed since. */
    private List<Relation> inferred(
            SurveyRun run,
            Structure structure,
            Map<TableName, Fingerprint> marks,
            SourceSession session) {
        String from = Inputs.hash(structure, marks);
        Optional<List<Relation>> kept = work.relations(run.survey().id(), from);
        if (kept.isPresent()) {
            return kept.get();
        }
        surveys.phase(run.lease(), "discover", "Looks for relations between tables.");
        List<Relation> inferred = InferredRelations.of(structure, InferredRelations.probe(session));
        work.keepRelations(run.lease(), from, inferred);
        return inferred;
    }
}
