package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.InsightText;
import dev.surveyor.connections.Connections;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.pipeline.EditionDrift;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.store.CorrectionRows;
import dev.surveyor.pipeline.store.EditionRows;
import dev.surveyor.pipeline.store.EditionRows.Draft;
import dev.surveyor.pipeline.store.PointRows;
import dev.surveyor.pipeline.store.SurveyRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last step. Points go into the index first, where nobody sees them before their edition is;
 * one commit makes the edition visible; then what no edition lists any more goes.
 */
@Component
class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    /** As many as go in one request: what was asked for in time is at most that. */
    private static final int BATCH = 200;

    private final EditionRows editions;
    private final PointRows points;
    private final CorrectionRows corrections;
    private final SurveyRows surveys;
    private final Leases leases;
    private final VectorIndex index;
    private final TextEmbedder embedder;
    private final Connections connections;
    private final Patience patience;
    private final PipelineSettings settings;
    private final SurveyMetrics metrics;

    Publication(
            EditionRows editions,
            PointRows points,
            CorrectionRows corrections,
            SurveyRows surveys,
            Leases leases,
            VectorIndex index,
            TextEmbedder embedder,
            Connections connections,
            Patience patience,
            PipelineSettings settings,
            SurveyMetrics metrics) {
        this.editions = editions;
        this.points = points;
        this.corrections = corrections;
        this.surveys = surveys;
        this.leases = leases;
        this.index = index;
        this.embedder = embedder;
        this.connections = connections;
        this.patience = patience;
        this.settings = settings;
        this.metrics = metrics;
    }

    void publish(SurveyRun run) {
        surveys.phase(run.lease(), "publish", "Publishes what was found.");
        if (run.survey().edition() == null) {
            patience.outlast(run, "publish", () -> decide(run));
        }
        tidy(run);
    }

    private boolean decide(SurveyRun run) {
        Lease lease = run.lease();
        Plan plan = run.plan();
        if (!plan.anything()) {
            editions.confirm(lease, plan.inputs());
            return true;
        }
        if (editions.pending(run.survey().id()) > 0) {
            // A correction put a table back onto the list.
            run.again();
            throw new CorrectedMeanwhileException();
        }
        if (editions.hasCurrent(lease.connection()) && !editions.differs(lease)) {
            editions.confirm(lease, plan.inputs());
            return true;
        }
        // Opens what is not open yet: nothing slow is to come between asking and writing.
        index.count(Filter.connections(Set.of(lease.connection().toString())));
        points.added(lease, stream -> upsert(run, stream));
        return publish(run, plan);
    }

    /** Tables are closed before anybody can see them under a policy that does not fit. */
    private boolean publish(SurveyRun run, Plan plan) {
        EditionDrift change =
                EditionChange.of(editions, run.lease(), plan.structure(), run.connection());
        if (!change.closed().isEmpty()) {
            connections.close(run.connection().id(), change.closed());
        }
        editions.publish(
                run.lease(),
                new Draft(
                        plan.structure(),
                        plan.inferred(),
                        embedder.model().id(),
                        plan.inputs(),
                        InsightText.of(change.drift())),
                () -> requireUncorrected(run, plan));
        metrics.drift(change.drift());
        return true;
    }

    /** What people say is held as it is until the edition is in service. */
    private void requireUncorrected(SurveyRun run, Plan plan) {
        corrections.hold(run.connection().id());
        if (!corrections.of(run.connection().id()).equals(plan.corrections())) {
            run.again();
            throw new CorrectedMeanwhileException();
        }
    }

    private void upsert(SurveyRun run, Stream<Point> stream) {
        List<Point> batch = new ArrayList<>(BATCH);
        stream.forEach(point -> {
            batch.add(point);
            if (batch.size() == BATCH) {
                flush(run, batch);
            }
        });
        flush(run, batch);
    }

    private void flush(SurveyRun run, List<Point> batch) {
        if (!batch.isEmpty()) {
            ask(run);
            index.upsert(batch);
            metrics.indexed(batch.size());
            batch.clear();
        }
    }

    /** The index knows no leases: who has just been told that his is good may write there. */
    private void ask(SurveyRun run) {
        run.check();
        leases.ask(run.lease());
    }

    /** What fails here is done by the next survey: the edition is in service. */
    private void tidy(SurveyRun run) {
        try {
            editions.forget(run.lease(), settings.editionsKept());
            points.sweep(run.lease(), gone -> delete(run, gone));
            mend(run);
        } catch (EmbeddingException e) {
            LOG.warn(
                    "Points that no edition lists stay in the index until the next survey: {}",
                    e.getMessage());
        }
    }

    private void delete(SurveyRun run, List<UUID> gone) {
        ask(run);
        index.delete(gone);
        metrics.swept(gone.size());
    }

    /** An index that lost points, or has some that nobody knows, is filled anew. */
    private void mend(SurveyRun run) {
        UUID connection = run.connection().id();
        Filter own = Filter.connections(Set.of(connection.toString()));
        if (index.count(own) != points.count(connection)) {
            LOG.warn(
                    "The index differs from the catalog for connection {}: it is filled anew.",
                    connection);
            ask(run);
            index.delete(own);
            points.of(connection, stream -> upsert(run, stream));
        }
    }
}
