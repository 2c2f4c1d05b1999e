package dev.surveyor.connections.secrets;

import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Sealer;
import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionsException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals what opens a connection, and unseals it for the one room that opens it. */
@Component
public class ConnectionSecrets {

    /** What opens a connection besides its fields; null: not needed or not given. */
    public record Unsealed(@Nullable Secret password, @Nullable Secret key) {}

    /** The same as the store keeps it. */
    public record Sealed(@Nullable String password, @Nullable String key) {}

    private final JdbcClient client;
    private final Sealer sealer;

    ConnectionSecrets(JdbcClient client, Sealer sealer) {
        this.client = client;
        this.sealer = sealer;
    }

    /** For nobody but who opens a session. */
    public Unsealed unseal(UUID id) {
        Sealed sealed = stored(id);
        return new Unsealed(
                unseal(SealedColumn.CONNECTION_PASSWORD, id, sealed.password()),
                unseal(SealedColumn.CONNECTION_KEY, id, sealed.key()));
    }

    private @Nullable Secret unseal(SealedColumn column, UUID id, @Nullable String sealed) {
        return sealed == null
                ? null
                : new Secret(
                        new String(
                                sealer.unseal(sealed, column.place(id)), StandardCharsets.UTF_8));
    }

    public Sealed seal(UUID id, Unsealed secrets) {
        return new Sealed(
                seal(SealedColumn.CONNECTION_PASSWORD, id, secrets.password()),
                seal(SealedColumn.CONNECTION_KEY, id, secrets.key()));
    }

    private @Nullable String seal(SealedColumn column, UUID id, @Nullable Secret secret) {
        return secret == null
                ? null
                : sealer.seal(secret.value().getBytes(StandardCharsets.UTF_8), column.place(id));
    }

    public Sealed stored(UUID id) {
        return client.sql(
                        """
                        SELECT sealed_password, sealed_key FROM connection
                         WHERE id = :id AND removal_begun_at IS NULL
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Sealed(row.getString("sealed_password"), row.getString("sealed_key")))
                .optional()
                .orElseThrow(ConnectionsException::unknown);
    }
}
