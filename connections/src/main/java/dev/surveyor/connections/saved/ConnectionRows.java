package dev.surveyor.connections.saved;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionOptions;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionStatus;
import dev.surveyor.connections.ConnectionStatus.State;
import dev.surveyor.connections.Right;
import dev.surveyor.sources.SourceAddress.EncryptionMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of connections; those that are being removed are not there. */
@Component
class ConnectionRows {

    /** A list that an older Surveyor did not write yet is empty. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .withConfigOverride(
                            List.class,
                            list ->
                                    list.setNullHandling(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .build();

    private static final String SELECT =
            """
            SELECT c.*, u.username AS owner, s.allowed
              FROM connection c
              JOIN app_user u ON u.id = c.owner_id
              LEFT JOIN connection_share s ON s.connection_id = c.id AND s.user_id = :user
             WHERE c.removal_begun_at IS NULL
            """;

    /** A connection, and what a person was given of it. */
    record Found(Connection connection, @Nullable Right shared) {}

    private final JdbcClient client;

    ConnectionRows(JdbcClient client) {
        this.client = client;
    }

    Optional<Found> byId(UUID id, @Nullable UUID user) {
        return client.sql(SELECT + " AND c.id = :id")
                .param("id", id)
                .param("user", user)
                .query(ConnectionRows::found)
                .optional();
    }

    /** The same, held until the transaction ends: changes of one connection are in a row. */
    Optional<Found> lock(UUID id, @Nullable UUID user) {
        return client.sql(SELECT + " AND c.id = :id FOR NO KEY UPDATE OF c")
                .param("id", id)
                .param("user", user)
                .query(ConnectionRows::found)
                .optional();
    }

    long ownedBy(UUID owner) {
        return client.sql(
                        "SELECT count(*) FROM connection WHERE owner_id = :owner AND removal_begun_at IS NULL")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    /** What is written of a connection when people save it. */
    record Saved(
            UUID id,
            String name,
            String description,
            ConnectionAddress address,
            @Nullable String sealedPassword,
            @Nullable String sealedKey,
            ConnectionOptions options,
            boolean powerfulRoleAllowed) {}

    void insert(Saved saved, UUID owner, ConnectionPolicies policies, String message) {
        bind(
                        client.sql(
                                """
                                INSERT INTO connection
                                       (id, owner_id, name, description, kind, host, port, database, file, username,
                                        sealed_password, encryption, authority, certificate, sealed_key, options,
                                        policies, powerful_role_allowed, status, message, progress)
                                VALUES (:id, :owner, :name, :description, :kind, :host, :port, :database, :file,
                                        :username, :password, :encryption, :authority, :certificate, :key,
                                        :options::jsonb, :policies::jsonb, :powerful, 'PENDING', :message, 0)
                                """),
                        saved)
                .param("owner", owner)
                .param("policies", JSON.writeValueAsString(policies))
                .param("message", message)
                .update();
    }

    void update(Saved saved) {
        bind(
                        client.sql(
                                """
                                UPDATE connection
                                   SET name = :name, description = :description, kind = :kind, host = :host,
                                       port = :port, database = :database, file = :file, username = :username,
                                       sealed_password = :password, encryption = :encryption,
                                       authority = :authority, certificate = :certificate, sealed_key = :key,
                                       options = :options::jsonb, powerful_role_allowed = :powerful,
                                       version = version + 1, updated_at = now()
                                 WHERE id = :id
                                """),
                        saved)
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Saved saved) {
        ConnectionAddress address = saved.address();
        return statement
                .param("id", saved.id())
                .param("name", saved.name())
                .param("description", saved.description())
                .param("kind", address.kind())
                .param("host", address.host())
                .param("port", address.port())
                .param("database", address.database())
                .param("file", address.file())
                .param("username", address.username())
                .param("password", saved.sealedPassword())
                .param("encryption", address.encryption().name())
                .param("authority", address.authority())
                .param("certificate", address.certificate())
                .param("key", saved.sealedKey())
                .param("options", JSON.writeValueAsString(saved.options()))
                .param("powerful", saved.powerfulRoleAllowed());
    }

    void restrict(UUID id, ConnectionPolicies policies) {
        client.sql(
                        """
                        UPDATE connection
                           SET policies = :policies::jsonb, closed_tables = '[]', version = version + 1,
                               updated_at = now()
                         WHERE id = :id
                        """)
                .param("policies", JSON.writeValueAsString(policies))
                .param("id", id)
                .update();
    }

    /** Adds to those that are closed. */
    void close(UUID id, Set<TableName> tables) {
        client.sql(
                        """
                        UPDATE connection
                           SET closed_tables =
                               (SELECT jsonb_agg(DISTINCT t) FROM jsonb_array_elements(closed_tables || :tables::jsonb) t)
                         WHERE id = :id
                        """)
                .param("tables", JSON.writeValueAsString(tables))
                .param("id", id)
                .update();
    }

    void give(UUID id, UUID owner, String name) {
        client.sql(
                        """
                        UPDATE connection
                           SET owner_id = :owner, name = :name, version = version + 1, updated_at = now()
                         WHERE id = :id
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("id", id)
                .update();
    }

    static Found found(ResultSet row, int number) throws SQLException {
        String allowed = row.getString("allowed");
        return new Found(connection(row), allowed == null ? null : Right.valueOf(allowed));
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("owner"),
                row.getString("name"),
                row.getString("description"),
                new ConnectionAddress(
                        row.getString("kind"),
                        row.getString("host"),
                        row.getInt("port"),
                        row.getString("database"),
                        row.getString("file"),
                        row.getString("username"),
                        EncryptionMode.valueOf(row.getString("encryption")),
                        row.getString("authority"),
                        row.getString("certificate")),
                row.getString("sealed_password") != null,
                row.getString("sealed_key") != null,
                JSON.readValue(row.getString("options"), ConnectionOptions.class),
                JSON.readValue(row.getString("policies"), ConnectionPolicies.class),
                List.of(JSON.readValue(row.getString("closed_tables"), TableName[].class)),
                row.getBoolean("powerful_role_allowed"),
                status(row),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    static ConnectionStatus status(ResultSet row) throws SQLException {
        return new ConnectionStatus(
                State.valueOf(row.getString("status")),
                row.getString("message"),
                row.getInt("progress"),
                instant(row.getObject("surveyed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
