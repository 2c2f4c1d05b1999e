package dev.surveyor.app.start;

import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.stereotype.Component;

/**
 * The web server closes its doors after all exchanges had their time: what hangs then is not waited
 * for a second time.
 */
@Component
class StopPhases {

    private static final Duration LAST_BYTES = Duration.ofMillis(500);

    StopPhases(DefaultLifecycleProcessor phases) {
        phases.setTimeoutForShutdownPhase(
                WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE, LAST_BYTES.toMillis());
    }
}
