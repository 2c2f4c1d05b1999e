package dev.surveyor.access.keys;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Permission;
import dev.surveyor.access.Role;
import dev.surveyor.access.tokens.OpaqueToken;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keys with which machines act for a person, within scopes and until they expire. */
@Component
public class ApiKeys {

    /** How every key begins, for people and scanners to recognise one that leaked. */
    public static final String START = "svy_";

    private static final int SHOWN_CHARACTERS = START.length() + 6;
    private static final String COLUMNS =
            " id, name, start, scopes, created_at, expires_at, last_used_at ";

    /** A key as its owner may see it later. */
    record ApiKey(
            UUID id,
            String name,
            String start,
            List<String> scopes,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed) {}

    /** A key and the text that is never shown again. */
    record Made(String key, ApiKey details) {

        @Override
        public String toString() {
            return "Made[" + details.id() + "]";
        }
    }

    private record Identified(
            UUID keyId,
            UUID userId,
            String username,
            String email,
            Role role,
            Set<Permission> scopes,
            boolean useUnnoted) {}

    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final AccessSettings settings;

    ApiKeys(
            JdbcClient client,
            TransactionOperations transactions,
            AuditTrail audit,
            AccessSettings settings) {
        this.client = client;
        this.transactions = transactions;
        this.audit = audit;
        this.settings = settings;
    }

    Made create(Caller owner, String name, Set<Permission> scopes, Instant expires) {
        String key = START + OpaqueToken.create();
        try {
            ApiKey made =
                    Objects.requireNonNull(
                            transactions.execute(
                                    status -> insert(owner, name, scopes, expires, key)));
            return new Made(key, made);
        } catch (DuplicateKeyException e) {
            throw AccessException.field(
                    Code.KEY_NAME_TAKEN, "name", "You have a key of this name: choose another.");
        }
    }

    private ApiKey insert(
            Caller owner, String name, Set<Permission> scopes, Instant expires, String key) {
        requireRoom(owner.id());
        ApiKey made =
                client.sql(
                                "INSERT INTO api_key (id, user_id, name, start, hash, scopes, expires_at)"
                                        + " VALUES (:id, :user, :name, :start, :hash, :scopes, :expires)"
                                        + " RETURNING"
                                        + COLUMNS)
                        .param("id", UUID.randomUUID())
                        .param("user", owner.id())
                        .param("name", name)
                        .param("start", key.substring(0, SHOWN_CHARACTERS))
                        .param("hash", OpaqueToken.hash(key))
                        .param(
                                "scopes",
                                scopes.stream().map(Permission::scope).toArray(String[]::new))
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .query(ApiKeys::key)
                        .single();
        audit.record(
                Actor.of(owner),
                "key.created",
                "key",
                made.id().toString(),
                Map.of("name", name, "scopes", made.scopes(), "expires", expires.toString()));
        return made;
    }

    /** Holds the owner's row, so that two at once cannot both be the last that fits. */
    private void requireRoom(UUID owner) {
        client.sql("SELECT 1 FROM app_user WHERE id = :id FOR NO KEY UPDATE")
                .param("id", owner)
                .query(Integer.class)
                .single();
        long now =
                client.sql("SELECT count(*) FROM api_key WHERE user_id = :id")
                        .param("id", owner)
                        .query(Long.class)
                        .single();
        if (now >= settings.keysMax()) {
            throw new AccessException(
                    Code.TOO_MANY_KEYS,
                    "You have " + now + " keys, as many as one may have: delete one first.");
        }
    }

    List<ApiKey> of(UUID owner) {
        return client.sql(
                        "SELECT"
                                + COLUMNS
                                + "FROM api_key WHERE user_id = :user ORDER BY created_at, id")
                .param("user", owner)
                .query(ApiKeys::key)
                .list();
    }

    void delete(Caller owner, UUID id) {
        transactions.executeWithoutResult(status -> {
            int gone =
                    client.sql("DELETE FROM api_key WHERE id = :id AND user_id = :user")
                            .param("id", id)
                            .param("user", owner.id())
                            .update();
            if (gone == 0) {
                throw new AccessException(Code.KEY_UNKNOWN, "You have no key with this id.");
            }
            audit.record(Actor.of(owner), "key.deleted", "key", id.toString(), Map.of());
        });
    }

    /** For whom the key acts, if it holds; notes, to the minute, that it was used. */
    public Optional<Caller> caller(String key) {
        Optional<Identified> identified =
                client.sql(
                                """
                                SELECT k.id AS key_id, k.scopes, u.id, u.username, u.email, u.role,
                                       coalesce(k.last_used_at, '-infinity') < now() - interval '1 minute' AS use_unnoted
                                  FROM api_key k JOIN app_user u ON u.id = k.user_id
                                 WHERE k.hash = :hash AND k.expires_at > now() AND u.active
                                """)
                        .param("hash", OpaqueToken.hash(key))
                        .query(ApiKeys::identified)
                        .optional();
        identified.filter(Identified::useUnnoted).ifPresent(used -> noteUse(used.keyId()));
        return identified.map(ApiKeys::caller);
    }

    private void noteUse(UUID id) {
        client.sql(
                        """
                        UPDATE api_key SET last_used_at = now()
                         WHERE id = :id
                           AND coalesce(last_used_at, '-infinity') < now() - interval '1 minute'
                        """)
                .param("id", id)
                .update();
    }

    /** Whoever loses a role loses its permissions in their keys too. */
    private static Caller caller(Identified found) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(found.scopes());
        permissions.retainAll(found.role().permissions());
        return new Caller(
                found.userId(),
                found.username(),
                found.email(),
                found.role(),
                permissions,
                null,
                found.keyId());
    }

    /** Deletes keys that expired a month ago: until then their owner sees why a machine fails. */
    public int sweep() {
        return client.sql("DELETE FROM api_key WHERE expires_at < now() - interval '30 days'")
                .update();
    }

    private static Identified identified(ResultSet row, int number) throws SQLException {
        EnumSet<Permission> scopes = EnumSet.noneOf(Permission.class);
        for (String scope : scopes(row.getArray("scopes"))) {
            Permission.ofScope(scope).ifPresent(scopes::add);
        }
        return new Identified(
                row.getObject("key_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                scopes,
                row.getBoolean("use_unnoted"));
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("start"),
                scopes(row.getArray("scopes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static List<String> scopes(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
