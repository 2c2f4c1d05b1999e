package dev.surveyor.app.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What the readiness probe asks beside whether this process takes requests. */
@Component("store")
class StoreHealthIndicator implements HealthIndicator {

    private final Dependencies dependencies;

    StoreHealthIndicator(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Health health() {
        return (dependencies.vitalUp() ? Health.up() : Health.down()).build();
    }
}
