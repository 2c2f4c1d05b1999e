package dev.surveyor.access.users;

import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.FirstAdmin;
import dev.surveyor.access.Role;
import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Sealer;
import dev.surveyor.catalog.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the administrator at the first start, and gives them the password of the property whenever
 * that has changed: the way back in for who has lost it.
 */
@Component
class FirstAdminSetup implements FirstAdmin, SmartInitializingSingleton {

    private static final String PLACE = SealedColumn.FIRST_ADMIN_PASSWORD.place(true);
    private static final String EMAIL = "admin@localhost";
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP_CHARACTERS = 4;

    private record Made(UUID userId, @Nullable String sealedPassword) {}

    private final Users users;
    private final Passwords passwords;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final AccessSettings settings;
    private @Nullable String generated;

    FirstAdminSetup(
            Users users,
            Passwords passwords,
            Sealer sealer,
            AuditTrail audit,
            JdbcClient client,
            TransactionOperations transactions,
            AccessSettings settings) {
        this.users = users;
        this.passwords = passwords;
        this.sealer = sealer;
        this.audit = audit;
        this.client = client;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Optional<Made> made = made();
        Secret wanted = settings.adminPassword();
        if (made.isPresent() && (wanted == null || isSet(wanted, made.get()))) {
            return;
        }
        String password = wanted == null ? generate() : wanted.value();
        String hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            // Processes that start at once on one catalog come here one after the other.
            client.sql("LOCK TABLE first_admin IN SHARE ROW EXCLUSIVE MODE").update();
            Optional<Made> meanwhile = made();
            if (meanwhile.isEmpty()) {
                create(hash, wanted);
                generated = wanted == null ? password : null;
            } else if (wanted != null) {
                reset(meanwhile.get().userId(), hash, wanted);
            }
        });
    }

    private Optional<Made> made() {
        return client.sql("SELECT user_id, sealed_password FROM first_admin")
                .query(Made.class)
                .optional();
    }

    private boolean isSet(Secret wanted, Made made) {
        String sealed = made.sealedPassword();
        return sealed != null
                && new String(sealer.unseal(sealed, PLACE), StandardCharsets.UTF_8)
                        .equals(wanted.value());
    }

    private void create(String hash, @Nullable Secret wanted) {
        UUID id = users.create(USERNAME, EMAIL, hash, Role.ADMIN).id();
        client.sql("INSERT INTO first_admin (user_id, sealed_password) VALUES (:id, :sealed)")
                .param("id", id)
                .param("sealed", wanted == null ? null : sealed(wanted))
                .update();
        audit.record(
                Actor.SURVEYOR, "user.created", "user", id.toString(), Map.of("role", Role.ADMIN));
    }

    private void reset(UUID id, String hash, Secret wanted) {
        client.sql(
                        """
                        UPDATE app_user SET password_hash = :hash, role = 'ADMIN', active = true,
                                            updated_at = now()
                         WHERE id = :id
                        """)
                .param("hash", hash)
                .param("id", id)
                .update();
        client.sql("UPDATE first_admin SET sealed_password = :sealed")
                .param("sealed", sealed(wanted))
                .update();
        audit.record(
                Actor.SURVEYOR, "user.password-set-by-property", "user", id.toString(), Map.of());
    }

    private String sealed(Secret wanted) {
        return sealer.seal(wanted.value().getBytes(StandardCharsets.UTF_8), PLACE);
    }

    private static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_CHARACTERS; i++) {
            if (i > 0 && i % GROUP_CHARACTERS == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    @Override
    public synchronized Optional<String> takePassword() {
        Optional<String> password = Optional.ofNullable(generated);
        generated = null;
        return password;
    }
}
