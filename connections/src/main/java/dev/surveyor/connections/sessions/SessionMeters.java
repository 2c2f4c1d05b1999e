package dev.surveyor.connections.sessions;

import dev.surveyor.connections.AskerClass;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sessions of sources in figures; none names a connection. */
@Component
class SessionMeters implements MeterBinder {

    private final SessionPools pools;

    SessionMeters(SessionPools pools) {
        this.pools = pools;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Ledger ledger = pools.ledger();
        for (AskerClass use : AskerClass.values()) {
            Gauge.builder("surveyor.sessions.used", ledger, counted -> counted.used(use))
                    .description("Sessions of sources that somebody holds")
                    .tag("use", use.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("surveyor.sessions.open", ledger, Ledger::open)
                .description("Sessions of sources that are open, those kept warm included")
                .register(registry);
        Gauge.builder("surveyor.sessions.max", ledger, Ledger::openMax)
                .description("Most sessions of sources that may be open")
                .register(registry);
        Gauge.builder("surveyor.sessions.waiting", ledger, Ledger::waiting)
                .description("Who waits for a session of a source")
                .register(registry);
        FunctionCounter.builder("surveyor.sessions.refused", ledger, Ledger::refused)
                .description("Those who waited in vain for a session of a source")
                .register(registry);
    }
}
