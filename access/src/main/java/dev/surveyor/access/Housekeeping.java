package dev.surveyor.access;

import dev.surveyor.access.audit.JdbcAuditTrail;
import dev.surveyor.access.keys.ApiKeys;
import dev.surveyor.access.tokens.Sessions;
import dev.surveyor.access.tokens.SigningKeys;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes once an hour what is over: log-ins, keys, the oldest of the audit trail. */
@Component
final class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long EVERY_MINUTES = 60;
    private static final long FIRST_AFTER_MINUTES = 5;

    private final Sessions sessions;
    private final SigningKeys signingKeys;
    private final ApiKeys apiKeys;
    private final JdbcAuditTrail audit;
    private final AccessSettings settings;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("housekeeping").factory());
    private volatile @Nullable ScheduledFuture<?> sweeping;

    Housekeeping(
            Sessions sessions,
            SigningKeys signingKeys,
            ApiKeys apiKeys,
            JdbcAuditTrail audit,
            AccessSettings settings) {
        this.sessions = sessions;
        this.signingKeys = signingKeys;
        this.apiKeys = apiKeys;
        this.audit = audit;
        this.settings = settings;
    }

    void sweep() {
        try {
            int gone = sessions.sweep() + signingKeys.sweep() + apiKeys.sweep();
            long forgotten = audit.forgetOlderThan(settings.auditRetention());
            LOG.debug("{} log-ins and keys were over, {} audit lines forgotten", gone, forgotten);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Nothing was tidied up, the next try is in an hour: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        sweeping =
                clock.scheduleWithFixedDelay(
                        this::sweep, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        sweeping = null;
        clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }
}
