package dev.surveyor.query.chat;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerStep;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.run.Runs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Figures of questions, under few and fixed labels. */
@Component
class QuestionMeters {

    private static final double NANOS_PER_MS = 1e6;

    private final MeterRegistry registry;

    QuestionMeters(ObjectProvider<MeterRegistry> registries, Runs runs) {
        registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        Gauge.builder("surveyor.questions.active", runs, Runs::active)
                .description("Questions that are being answered")
                .register(registry);
        beginAtZero();
    }

    /** What comes seldom is there from the start: a rise from nothing would go unseen. */
    private void beginAtZero() {
        for (String outcome : List.of("failure", "broken", "cancelled", "refusal")) {
            timer(outcome, "none");
        }
        for (String engine : List.of("planner", "model")) {
            timer("answer", engine);
            registry.counter("surveyor.questions.repairs", "engine", engine);
        }
        for (Evidence.Agreement agreement : Evidence.Agreement.values()) {
            agreement(agreement);
        }
    }

    private Counter agreement(Evidence.Agreement agreement) {
        return registry.counter(
                "surveyor.questions.agreement",
                "agreement",
                agreement.name().toLowerCase(Locale.ROOT));
    }

    void answered(Answer answer, long nanos) {
        String engine = engine(answer.evidence().engine());
        answer.steps().forEach(this::step);
        timer(answer.kind().name().toLowerCase(Locale.ROOT), engine)
                .record(nanos, TimeUnit.NANOSECONDS);
        if (!answer.sql().isEmpty()) {
            DistributionSummary.builder("surveyor.questions.confidence")
                    .description("How sure answers are, from 0 to 1")
                    .tag("engine", engine)
                    .register(registry)
                    .record(answer.confidence());
            registry.counter("surveyor.questions.repairs", "engine", engine)
                    .increment(Math.max(0, answer.evidence().rounds() - 1));
            agreement(answer.evidence().agreement()).increment();
        }
    }

    private void step(AnswerStep step) {
        Timer.builder("surveyor.questions.step")
                .description("Time of a step on the way to an answer")
                .tag("step", step.step())
                .register(registry)
                .record((long) (step.ms() * NANOS_PER_MS), TimeUnit.NANOSECONDS);
    }

    void failed(String code, long nanos) {
        timer(code, "none").record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String outcome, String engine) {
        return Timer.builder("surveyor.questions")
                .description("Time from a question to its answer")
                .tag("outcome", outcome)
                .tag("engine", engine)
                .register(registry);
    }

    /** A model's name is no label: there may be any number of them. */
    private static String engine(String engine) {
        return switch (engine) {
            case "" -> "none";
            case "planner", "edition" -> engine;
            default -> "model";
        };
    }
}
