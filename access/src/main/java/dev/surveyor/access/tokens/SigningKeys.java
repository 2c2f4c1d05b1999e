package dev.surveyor.access.tokens;

import dev.surveyor.access.AccessSettings;
import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Sealer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The keys that sign access tokens, shared by all processes through the store, sealed there. The
 * newest signs; the others verify until the last token that they signed has expired.
 */
@Component
public class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final int KEY_BYTES = 32;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    record SigningKey(String kid, SecretKey secret, Instant created) {

        @Override
        public String toString() {
            return "SigningKey[" + kid + "]";
        }
    }

    private record Stored(String kid, String sealed, Instant created) {}

    private record Loaded(List<SigningKey> keys, Instant at) {}

    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final Sealer sealer;
    private final AccessSettings settings;
    private final Clock clock = Clock.systemUTC();
    private volatile Loaded loaded = new Loaded(List.of(), Instant.MIN);

    SigningKeys(
            JdbcClient client,
            TransactionOperations transactions,
            Sealer sealer,
            AccessSettings settings) {
        this.client = client;
        this.transactions = transactions;
        this.sealer = sealer;
        this.settings = settings;
    }

    /** The one that signs now; made when there is none or the last is old. */
    SigningKey current() {
        return newest(loaded.keys()).orElseGet(() -> newest(load()).orElseGet(this::add));
    }

    private Optional<SigningKey> newest(List<SigningKey> keys) {
        Instant tooOld = clock.instant().minus(settings.signingKeyTtl());
        return keys.stream().findFirst().filter(key -> key.created().isAfter(tooOld));
    }

    /** The one with that id, looked for in the store where another process may have made it. */
    Optional<SigningKey> byId(String kid) {
        Optional<SigningKey> known = in(loaded.keys(), kid);
        boolean lookedJustNow = loaded.at().isAfter(clock.instant().minus(LOOK_AGAIN));
        return known.isPresent() || lookedJustNow ? known : in(load(), kid);
    }

    private static Optional<SigningKey> in(List<SigningKey> keys, String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    private List<SigningKey> load() {
        List<SigningKey> keys =
                client
                        .sql(
                                "SELECT kid, sealed, created_at FROM signing_key ORDER BY created_at DESC")
                        .query((row, number) ->
                                new Stored(
                                        row.getString("kid"),
                                        row.getString("sealed"),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant()))
                        .list()
                        .stream()
                        .map(this::unseal)
                        .flatMap(Optional::stream)
                        .toList();
        loaded = new Loaded(keys, clock.instant());
        return keys;
    }

    /**
     * A key that cannot be unsealed any more signs nothing: its tokens end, people log in again.
     */
    private Optional<SigningKey> unseal(Stored stored) {
        try {
            return Optional.of(
                    new SigningKey(
                            stored.kid(),
                            new SecretKeySpec(
                                    sealer.unseal(stored.sealed(), place(stored.kid())),
                                    "HmacSHA256"),
                            stored.created()));
        } catch (CatalogException e) {
            LOG.warn("Access tokens of signing key {} end now: {}", stored.kid(), e.getMessage());
            return Optional.empty();
        }
    }

    private SigningKey add() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        String kid = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    client.sql("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE").update();
                    Optional<SigningKey> meanwhile = newest(load());
                    if (meanwhile.isPresent()) {
                        return meanwhile.get();
                    }
                    client.sql("INSERT INTO signing_key (kid, sealed) VALUES (:kid, :sealed)")
                            .param("kid", kid)
                            .param("sealed", sealer.seal(secret, place(kid)))
                            .update();
                    return newest(load()).orElseThrow();
                }));
    }

    private static String place(String kid) {
        return SealedColumn.SIGNING_KEY.place(kid);
    }

    /** Deletes those whose last token has expired. */
    public int sweep() {
        Instant over =
                clock.instant().minus(settings.signingKeyTtl()).minus(settings.accessTokenTtl());
        return client.sql("DELETE FROM signing_key WHERE created_at < :over")
                .param("over", over.atOffset(ZoneOffset.UTC))
                .update();
    }
}
