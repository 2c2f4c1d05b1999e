package dev.surveyor.access;

import dev.surveyor.access.audit.JdbcAuditTrail;
import dev.surveyor.access.keys.ApiKeys;
import dev.surveyor.access.tokens.Sessions;
import dev.surveyor.access.tokens.SigningKeys;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes once an hour what is over: log-ins, keys, the oldest of the audit trail. */
@Component
final class Housekeeping extends Beat {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(5);

    private final Sessions sessions;
    private final SigningKeys signingKeys;
    private final ApiKeys apiKeys;
    private final JdbcAuditTrail audit;
    private final AccessSettings settings;

    Housekeeping(
            Sessions sessions,
            SigningKeys signingKeys,
            ApiKeys apiKeys,
            JdbcAuditTrail audit,
            AccessSettings settings) {
        super("housekeeping", FIRST_AFTER, EVERY);
        this.sessions = sessions;
        this.signingKeys = signingKeys;
        this.apiKeys = apiKeys;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    protected void beat() {
        int gone = sessions.sweep() + signingKeys.sweep() + apiKeys.sweep();
        long forgotten = audit.forgetOlderThan(settings.auditRetention());
        LOG.debug("{} log-ins and keys were over, {} audit lines forgotten", gone, forgotten);
    }
}
