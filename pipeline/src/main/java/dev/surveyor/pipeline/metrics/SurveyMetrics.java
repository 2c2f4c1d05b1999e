package dev.surveyor.pipeline.metrics;

import dev.surveyor.catalog.Drift;
import dev.surveyor.pipeline.SurveyState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Surveys in figures. Labels are outcomes, steps and kinds; only {@code surveyor.survey.progress}
 * and {@code surveyor.edition.age} name connections, a hundred at most.
 */
@Component
public class SurveyMetrics {

    /** One row of what is told by connection. */
    public record OfConnection(String connection, double value) {}

    private final MeterRegistry registry;
    private final Map<String, AtomicLong> levels = new ConcurrentHashMap<>();
    private final MultiGauge progress;
    private final MultiGauge ages;

    SurveyMetrics(ObjectProvider<MeterRegistry> registries) {
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        this.progress =
                MultiGauge.builder("surveyor.survey.progress")
                        .description("percent of a running survey's tables that are done")
                        .register(registry);
        this.ages =
                MultiGauge.builder("surveyor.edition.age")
                        .description("time since an edition was found to hold, the oldest ones")
                        .baseUnit("seconds")
                        .register(registry);
        for (String level :
                List.of(
                        "surveyor.survey.running",
                        "surveyor.survey.waiting",
                        "surveyor.survey.tables.pending",
                        "surveyor.survey.leases.held",
                        "surveyor.editions.served")) {
            Gauge.builder(
                            level,
                            levels.computeIfAbsent(level, name -> new AtomicLong()),
                            AtomicLong::get)
                    .register(registry);
        }
    }

    public void ended(SurveyState state, Duration worked) {
        registry.timer("surveyor.survey.duration", "outcome", word(state)).record(worked);
    }

    public void step(String step, boolean done, Duration took) {
        registry.timer(
                        "surveyor.survey.step.duration",
                        "step",
                        step,
                        "outcome",
                        done ? "done" : "failed")
                .record(took);
    }

    public void table(boolean done, Duration took, long rows, long bytes) {
        registry.timer("surveyor.survey.table.duration", "outcome", done ? "done" : "failed")
                .record(took);
        registry.counter("surveyor.survey.rows.read").increment((double) rows);
        registry.counter("surveyor.survey.bytes.read").increment((double) bytes);
    }

    public void unchanged(int tables) {
        registry.counter("surveyor.survey.tables.unchanged").increment(tables);
    }

    public void embedded(int texts) {
        registry.counter("surveyor.survey.texts.embedded").increment(texts);
    }

    public void indexed(int points) {
        registry.counter("surveyor.survey.points", "op", "upserted").increment(points);
    }

    public void swept(int points) {
        registry.counter("surveyor.survey.points", "op", "deleted").increment(points);
    }

    public void leaseLost() {
        registry.counter("surveyor.survey.leases.lost").increment();
    }

    public void recovered() {
        registry.counter("surveyor.survey.recoveries").increment();
    }

    public void drift(Drift drift) {
        drift.counts()
                .forEach((kind, count) ->
                        registry.counter(
                                        "surveyor.drift.changes",
                                        "kind",
                                        kind.name().toLowerCase(Locale.ROOT))
                                .increment(count));
    }

    public void levels(long running, long waiting, long pending, long leases) {
        set("surveyor.survey.running", running);
        set("surveyor.survey.waiting", waiting);
        set("surveyor.survey.tables.pending", pending);
        set("surveyor.survey.leases.held", leases);
    }

    public void progress(List<OfConnection> rows) {
        register(progress, rows);
    }

    public void editions(long served, List<OfConnection> oldest) {
        set("surveyor.editions.served", served);
        register(ages, oldest);
    }

    private static void register(MultiGauge gauge, List<OfConnection> rows) {
        gauge.register(
                rows.stream()
                        .map(row ->
                                MultiGauge.Row.of(
                                        Tags.of("connection", row.connection()), row.value()))
                        .toList(),
                true);
    }

    private void set(String level, long value) {
        levels.computeIfAbsent(level, name -> new AtomicLong()).set(value);
    }

    private static String word(SurveyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
