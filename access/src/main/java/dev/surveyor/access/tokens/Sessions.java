package dev.surveyor.access.tokens;

import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Exchange;
import dev.surveyor.access.Role;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Log-ins and their refresh tokens. Each token refreshes once and is replaced; one that comes again
 * ends the log-in with all that descends from it, for either the person or somebody else holds a
 * stolen one.
 */
@Component
public class Sessions {

    /**
     * Within this time a token that comes again is taken for a second tab of the same browser: it
     * gets nothing, and nothing else happens.
     */
    private static final int SAME_BROWSER_SECONDS = 10;

    private static final String INSERT_TOKEN =
            "INSERT INTO refresh_token (hash, session_id) VALUES (:hash, :session)";

    /** An open log-in and the only refresh token that is good for it now. */
    public record OpenSession(UUID userId, UUID sessionId, String refreshToken) {

        @Override
        public String toString() {
            return "OpenSession[" + sessionId + "]";
        }
    }

    private record Used(UUID sessionId, UUID userId, boolean justNow) {}

    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final AccessSettings settings;

    Sessions(
            JdbcClient client,
            TransactionOperations transactions,
            AuditTrail audit,
            AccessSettings settings) {
        this.client = client;
        this.transactions = transactions;
        this.audit = audit;
        this.settings = settings;
    }

    /** Opens one in the transaction that is under way; the oldest of too many ends. */
    public OpenSession open(UUID userId) {
        UUID session = UUID.randomUUID();
        client.sql(
                        """
                        INSERT INTO login_session (id, user_id, idle_until, expires_at, address)
                        VALUES (:id, :user, now() + make_interval(secs => :idle),
                                now() + make_interval(secs => :ttl), :address)
                        """)
                .param("id", session)
                .param("user", userId)
                .param("idle", settings.refreshTokenIdle().toSeconds())
                .param("ttl", settings.sessionTtl().toSeconds())
                .param("address", Exchange.current().address())
                .update();
        client.sql(
                        """
                        UPDATE login_session SET revoked_at = now()
                         WHERE id IN (SELECT id FROM login_session
                                       WHERE user_id = :user AND revoked_at IS NULL
                                       ORDER BY created_at DESC, id OFFSET :max)
                        """)
                .param("user", userId)
                .param("max", settings.sessionsMax())
                .update();
        return new OpenSession(userId, session, addToken(session));
    }

    private String addToken(UUID session) {
        String token = OpaqueToken.create();
        client.sql(INSERT_TOKEN)
                .param("hash", OpaqueToken.hash(token))
                .param("session", session)
                .update();
        return token;
    }

    /** Takes a refresh token in exchange for the next one; empty when it is not good any more. */
    public Optional<OpenSession> refresh(String token) {
        byte[] hash = OpaqueToken.hash(token);
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    Optional<UUID> session = takeUnused(hash);
                    if (session.isEmpty()) {
                        endIfStolen(hash);
                        return Optional.empty();
                    }
                    return prolong(session.get())
                            .map(user ->
                                    new OpenSession(user, session.get(), addToken(session.get())));
                }));
    }

    /** Of many who come at once with one token, the store lets one through. */
    private Optional<UUID> takeUnused(byte[] hash) {
        return client.sql(
                        """
                        UPDATE refresh_token SET used_at = clock_timestamp()
                         WHERE hash = :hash AND used_at IS NULL RETURNING session_id
                        """)
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    private void endIfStolen(byte[] hash) {
        Optional<Used> used =
                client.sql(
                                """
                                SELECT s.id AS session_id, s.user_id,
                                       t.used_at > clock_timestamp() - make_interval(secs => :grace)
                                           AS just_now
                                  FROM refresh_token t JOIN login_session s ON s.id = t.session_id
                                 WHERE t.hash = :hash AND s.revoked_at IS NULL
                                """)
                        .param("hash", hash)
                        .param("grace", SAME_BROWSER_SECONDS)
                        .query(Used.class)
                        .optional();
        if (used.isPresent() && !used.get().justNow()) {
            revoke(used.get().sessionId());
            audit.record(
                    Actor.STRANGER,
                    "session.refresh-token-reused",
                    "user",
                    used.get().userId().toString(),
                    Map.of("session", used.get().sessionId()));
        }
    }

    private Optional<UUID> prolong(UUID session) {
        return client.sql(
                        """
                        UPDATE login_session s
                           SET last_used_at = now(),
                               idle_until = least(s.expires_at, now() + make_interval(secs => :idle))
                          FROM app_user u
                         WHERE s.id = :id AND u.id = s.user_id AND u.active
                           AND s.revoked_at IS NULL AND s.idle_until > now() AND s.expires_at > now()
                        RETURNING s.user_id
                        """)
                .param("id", session)
                .param("idle", settings.refreshTokenIdle().toSeconds())
                .query(UUID.class)
                .optional();
    }

    /** Who has this log-in, if it and they are still welcome. */
    public Optional<Caller> caller(UUID userId, UUID sessionId) {
        return client.sql(
                        """
                        SELECT u.username, u.email, u.role
                          FROM login_session s JOIN app_user u ON u.id = s.user_id
                         WHERE s.id = :session AND u.id = :user AND u.active
                           AND s.revoked_at IS NULL AND s.expires_at > now()
                        """)
                .param("session", sessionId)
                .param("user", userId)
                .query((row, number) -> {
                    Role role = Role.valueOf(row.getString("role"));
                    return new Caller(
                            userId,
                            row.getString("username"),
                            row.getString("email"),
                            role,
                            role.permissions(),
                            sessionId,
                            null);
                })
                .optional();
    }

    public void revoke(UUID sessionId) {
        client.sql(
                        "UPDATE login_session SET revoked_at = now() WHERE id = :id AND revoked_at IS NULL")
                .param("id", sessionId)
                .update();
    }

    /** Ends all log-ins of a person, or all but one. */
    public void revokeAllBut(@Nullable UUID kept, UUID userId) {
        client.sql(
                        """
                        UPDATE login_session SET revoked_at = now()
                         WHERE user_id = :user AND revoked_at IS NULL
                           AND (:kept::uuid IS NULL OR id <> :kept)
                        """)
                .param("user", userId)
                .param("kept", kept)
                .update();
    }

    /** Deletes log-ins that are over, a day later, in case somebody wonders. */
    public int sweep() {
        return client.sql(
                        """
                        DELETE FROM login_session
                         WHERE least(revoked_at, idle_until, expires_at) < now() - interval '1 day'
                        """)
                .update();
    }
}
