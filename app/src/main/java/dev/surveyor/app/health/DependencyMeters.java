package dev.surveyor.app.health;

import dev.surveyor.catalog.Condition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** One gauge for each dependency; a scrape reads what is known and waits for nobody. */
@Component
class DependencyMeters {

    private static final double DEGRADED = 0.5;

    DependencyMeters(Dependencies dependencies, MeterRegistry registry) {
        dependencies
                .watched()
                .forEach((name, watched) ->
                        Gauge.builder(
                                        "surveyor.dependency.up",
                                        watched,
                                        each -> value(each.known()))
                                .description(
                                        "1: works, or nobody set it up; 0.5: works with less; 0: does not")
                                .tag("dependency", name)
                                .register(registry));
    }

    private static double value(Condition condition) {
        return switch (condition.state()) {
            case UP, OFF -> 1;
            case DEGRADED -> DEGRADED;
            case DOWN -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
