package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Table;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.store.Finding;
import dev.surveyor.pipeline.store.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

/** Spring Batch's view of the second step: an item is a bundle of tables. */
@Component
class BundleWorker
        implements ItemReader<List<Table>>,
                ItemProcessor<List<Table>, List<Finding>>,
                ItemWriter<List<Finding>> {

    private final SurveyRuns runs;
    private final TableSurvey tables;
    private final Findings findings;
    private final TextEmbedder embedder;
    private final Patience patience;
    private final SurveyMetrics metrics;

    BundleWorker(
            SurveyRuns runs,
            TableSurvey tables,
            Findings findings,
            TextEmbedder embedder,
            Patience patience,
            SurveyMetrics metrics) {
        this.runs = runs;
        this.tables = tables;
        this.findings = findings;
        this.embedder = embedder;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public @Nullable List<Table> read() {
        SurveyRun run = runs.current();
        run.check();
        return run.plan().next();
    }

    @Override
    public List<Finding> process(List<Table> bundle) {
        SurveyRun run = runs.current();
        try {
            return tables.survey(run, bundle);
        } catch (RuntimeException e) {
            run.failed(e);
            throw e;
        }
    }

    @Override
    public void write(Chunk<? extends List<Finding>> chunk) {
        SurveyRun run = runs.current();
        for (List<Finding> bundle : chunk) {
            patience.outlast(
                    run,
                    "survey",
                    () -> {
                        findings.keep(run.lease(), embedder.model().id(), bundle);
                        return true;
                    });
            bundle.forEach(this::count);
        }
    }

    private void count(Finding finding) {
        Count rows = finding.insight().profile().rows();
        metrics.table(
                finding.problem() == null,
                finding.took(),
                rows == null ? 0 : rows.value(),
                Math.max(0, finding.insight().table().estimate().bytes()));
        metrics.embedded(finding.points().size());
    }
}
