package dev.surveyor.pipeline.job;

import dev.surveyor.pipeline.metrics.SurveyMetrics;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Tells the metrics how long steps take. */
@Component
class StepTimes implements StepExecutionListener {

    private final SurveyMetrics metrics;

    StepTimes(SurveyMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        LocalDateTime begun = step.getStartTime();
        if (begun != null) {
            metrics.step(
                    step.getStepName(),
                    step.getStatus() == BatchStatus.COMPLETED,
                    Duration.between(begun, LocalDateTime.now(ZoneId.systemDefault())));
        }
        return null;
    }
}
