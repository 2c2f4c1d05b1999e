package dev.surveyor.pipeline.metrics;

import dev.surveyor.catalog.Drift;
import dev.surveyor.pipeline.SurveyState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
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

    private static final String LEASES_EXPIRED = "surveyor.survey.leases.expired";
    private static final String LEASE_EXPIRED_SECONDS = "surveyor.survey.lease.expired.seconds";
    private static final List<SurveyState> ENDS =
            List.of(
                    SurveyState.COMPLETED,
                    SurveyState.FAILED,
                    SurveyState.STOPPED,
                    SurveyState.PAUSED);

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
                        LEASES_EXPIRED,
                        LEASE_EXPIRED_SECONDS,
                        "surveyor.editions.served")) {
            Gauge.builder(
                            level,
                            levels.computeIfAbsent(level, name -> new AtomicLong()),
                            AtomicLong::get)
                    .register(registry);
        }
        beginAtZero();
    }

    /** What comes seldom is there from the start: a rise from nothing would go unseen. */
    private void beginAtZero() {
        ENDS.forEach(this::duration);
        for (boolean done : new boolean[] {true, false}) {
            tableDuration(done);
        }
        for (String counter :
                List.of(
                        "surveyor.survey.rows.read",
                        "surveyor.survey.bytes.read",
                        "surveyor.survey.tables.unchanged",
                        "surveyor.survey.texts.embedded",
                        "surveyor.survey.leases.lost",
                        "surveyor.survey.recoveries")) {
            registry.counter(counter);
        }
        points("upserted");
        points("deleted");
        for (Drift.Kind kind : Drift.Kind.values()) {
            drift(kind);
        }
    }

    public void ended(SurveyState state, Duration worked) {
        duration(state).record(worked);
    }

    private Timer duration(SurveyState state) {
        return registry.timer("surveyor.survey.duration", "outcome", word(state));
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
        tableDuration(done).record(took);
        registry.counter("surveyor.survey.rows.read").increment((double) rows);
        registry.counter("surveyor.survey.bytes.read").increment((double) bytes);
    }

    private Timer tableDuration(boolean done) {
        return registry.timer(
                "surveyor.survey.table.duration", "outcome", done ? "done" : "failed");
    }

    public void unchanged(int tables) {
        registry.counter("surveyor.survey.tables.unchanged").increment(tables);
    }

    public void embedded(int texts) {
        registry.counter("surveyor.survey.texts.embedded").increment(texts);
    }

    public void indexed(int points) {
        points("upserted").increment(points);
    }

    public void swept(int points) {
        points("deleted").increment(points);
    }

    private Counter points(String op) {
        return registry.counter("surveyor.survey.points", "op", op);
    }

    public void leaseLost() {
        registry.counter("surveyor.survey.leases.lost").increment();
    }

    public void recovered() {
        registry.counter("surveyor.survey.recoveries").increment();
    }

    public void drift(Drift drift) {
        drift.counts().forEach((kind, count) -> drift(kind).increment(count));
    }

    private Counter drift(Drift.Kind kind) {
        return registry.counter(
                "surveyor.drift.changes", "kind", kind.name().toLowerCase(Locale.ROOT));
    }

    /** Surveys that are to be worked on, but that nobody holds; how long for at most. */
    public void unheld(long surveys, Duration longest) {
        set(LEASES_EXPIRED, surveys);
        set(LEASE_EXPIRED_SECONDS, longest.toSeconds());
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
