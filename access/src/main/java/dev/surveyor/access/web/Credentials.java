package dev.surveyor.access.web;

import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Exchange;
import dev.surveyor.access.Permission;
import dev.surveyor.access.Role;
import dev.surveyor.access.keys.ApiKeys;
import dev.surveyor.access.keys.ProcessKey;
import dev.surveyor.access.tokens.AccessTokens;
import dev.surveyor.access.tokens.Sessions;
import dev.surveyor.catalog.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Finds out who calls: an access token, an API key, this process' own key, or the one for metrics.
 */
@Component
class Credentials {

    static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "bearer ";

    /** What came along, and whose it is; no caller: it is not good, or not any more. */
    record Found(boolean given, Optional<Caller> caller) {}

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final ProcessKey processKey;
    private final @Nullable Secret scrapeKey;

    Credentials(
            AccessTokens tokens,
            Sessions sessions,
            ApiKeys keys,
            ProcessKey processKey,
            AccessSettings settings) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
        this.processKey = processKey;
        this.scrapeKey = settings.scrapeKey();
    }

    Found of(HttpServletRequest request) {
        String key = request.getHeader(KEY_HEADER);
        if (key != null) {
            return new Found(true, byKey(key.strip()));
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Found(authorization != null, Optional.empty());
        }
        String token = authorization.substring(BEARER.length()).strip();
        return new Found(
                true,
                byKey(token)
                        .or(() ->
                                tokens.verify(token)
                                        .flatMap(held ->
                                                sessions.caller(held.userId(), held.sessionId()))));
    }

    private Optional<Caller> byKey(String key) {
        if (key.startsWith(ApiKeys.START)) {
            return keys.caller(key);
        }
        if (processKey.is(key)) {
            return isFromThisMachine() ? processKey.caller() : Optional.empty();
        }
        return isScrapeKey(key) ? Optional.of(scraper()) : Optional.empty();
    }

    /** A local key that was carried away opens nothing. */
    private static boolean isFromThisMachine() {
        try {
            InetAddress address = InetAddress.ofLiteral(Exchange.current().address());
            return address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IllegalArgumentException | SocketException e) {
            return false;
        }
    }

    private boolean isScrapeKey(String key) {
        return scrapeKey != null
                && !scrapeKey.value().isBlank()
                && MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8),
                        scrapeKey.value().getBytes(StandardCharsets.UTF_8));
    }

    private static Caller scraper() {
        UUID nobody = new UUID(0, 0);
        return new Caller(
                nobody,
                "scraper",
                "",
                Role.OPERATOR,
                Set.of(Permission.METRICS_READ),
                null,
                nobody);
    }
}
