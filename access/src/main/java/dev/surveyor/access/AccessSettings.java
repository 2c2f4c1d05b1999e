package dev.surveyor.access;

import dev.surveyor.catalog.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come in, for how long, how often.
 *
 * @param registration who may register: everybody (open), owners of an e-mail address in
 *     registration-domains (invited), nobody (closed)
 * @param registrationDomains e-mail domains whose owners may register
 * @param sharing whom a search for people finds: everybody (everyone), those with the searcher's
 *     e-mail domain (same-domain), only who is named in full (exact)
 * @param adminPassword password of the user admin, whom the first start makes; when it changes, the
 *     next start sets it; empty: the first start makes one up and shows it once
 * @param passwordCost work put into each password's hash, as bcrypt's exponent
 * @param accessTokenTtl how long an access token is good for
 * @param refreshTokenIdle how long a log-in may rest before it ends
 * @param sessionTtl how long a log-in lasts at most
 * @param sessionsMax most log-ins of one person at a time; the oldest is ended for a new one
 * @param signingKeyTtl how long one key signs access tokens before the next one does
 * @param keysMax most API keys of one person
 * @param keyTtlMax longest life of an API key
 * @param scrapeKey key that may read metrics and nothing else, as bearer token or X-API-Key
 * @param corsOrigins origins of other sites whose pages may call this API, such as
 *     https://portal.example.com
 * @param bodyMax largest body of a request
 * @param limitsEnabled whether requests and failed log-ins are limited; false is for measurements
 * @param requestsPerUser most requests of one person in a minute
 * @param requestsPerKey most requests with one API key in a minute
 * @param requestsPerAddress most requests from one address in a minute
 * @param loginsPerAddress most attempts to log in or register from one address in a minute
 * @param auditRetention how long the audit trail is kept; 30 days are kept whatever this says
 */
@Validated
@ConfigurationProperties("surveyor.access")
public record AccessSettings(
        @DefaultValue("open") Registration registration,
        @DefaultValue List<String> registrationDomains,
        @DefaultValue("everyone") Sharing sharing,
        @Nullable Secret adminPassword,
        @DefaultValue("12") @Min(10) @Max(16) int passwordCost,
        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
                Duration accessTokenTtl,
        @DefaultValue("8h") @DurationMin(minutes = 5) @DurationMax(days = 30)
                Duration refreshTokenIdle,
        @DefaultValue("30d") @DurationMin(minutes = 5) @DurationMax(days = 365) Duration sessionTtl,
        @DefaultValue("20") @Min(1) @Max(1000) int sessionsMax,
        @DefaultValue("30d") @DurationMin(hours = 1) @DurationMax(days = 365)
                Duration signingKeyTtl,
        @DefaultValue("50") @Min(1) @Max(1000) int keysMax,
        @DefaultValue("365d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration keyTtlMax,
        @Nullable Secret scrapeKey,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("256KB") DataSize bodyMax,
        @DefaultValue("true") boolean limitsEnabled,
        @DefaultValue("600") @Min(1) int requestsPerUser,
        @DefaultValue("1200") @Min(1) int requestsPerKey,
        @DefaultValue("2400") @Min(1) int requestsPerAddress,
        @DefaultValue("30") @Min(1) int loginsPerAddress,
        @DefaultValue("365d") @DurationMin(days = 30) Duration auditRetention) {

    public AccessSettings {
        registrationDomains = List.copyOf(registrationDomains);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Who may register. */
    public enum Registration {
        OPEN,
        INVITED,
        CLOSED
    }

    /** Whom a search for people finds. */
    public enum Sharing {
        EVERYONE,
        SAME_DOMAIN,
        EXACT
    }
}
