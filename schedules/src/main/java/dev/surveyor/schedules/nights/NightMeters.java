package dev.surveyor.schedules.nights;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts of nights; none names a connection. */
@Component
class NightMeters {

    private final MeterRegistry registry;
    private final Counter missed;
    private final Counter watchdog;

    NightMeters(MeterRegistry registry) {
        this.registry = registry;
        missed =
                Counter.builder("surveyor.schedules.missed")
                        .description("Nights whose time went by while nobody could begin them")
                        .register(registry);
        watchdog =
                Counter.builder("surveyor.schedules.watchdog")
                        .description("Nights that were begun because their alarm did not go off")
                        .register(registry);
        Stream.of(NightState.values()).filter(NightState::over).forEach(this::runs);
    }

    void ended(NightState state) {
        runs(state).increment();
    }

    private Counter runs(NightState state) {
        return Counter.builder("surveyor.schedules.runs")
                .description("Nights that are over, by what became of them")
                .tag("outcome", state.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    void missed() {
        missed.increment();
    }

    void watchdog() {
        watchdog.increment();
    }
}
