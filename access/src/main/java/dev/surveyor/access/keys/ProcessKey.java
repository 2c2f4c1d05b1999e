package dev.surveyor.access.keys;

import dev.surveyor.access.Caller;
import dev.surveyor.access.LocalKey;
import dev.surveyor.access.Permission;
import dev.surveyor.access.Role;
import dev.surveyor.access.tokens.OpaqueToken;
import dev.surveyor.catalog.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key of whoever holds this process' data folder. */
@Component
public class ProcessKey implements LocalKey {

    private final Secret secret = new Secret("local_" + OpaqueToken.create());
    private final UUID id = UUID.randomUUID();
    private final JdbcClient client;

    ProcessKey(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Secret secret() {
        return secret;
    }

    public boolean is(String key) {
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8),
                secret.value().getBytes(StandardCharsets.UTF_8));
    }

    /** The first administrator with all that keys may do; nobody where they are not active. */
    public Optional<Caller> caller() {
        return client.sql(
                        """
                        SELECT u.id, u.username, u.email, u.role
                          FROM first_admin f JOIN app_user u ON u.id = f.user_id
                         WHERE u.active
                        """)
                .query((row, number) -> {
                    Role role = Role.valueOf(row.getString("role"));
                    return new Caller(
                            row.getObject("id", UUID.class),
                            row.getString("username"),
                            row.getString("email"),
                            role,
                            role.permissions().stream()
                                    .filter(Permission::forKeys)
                                    .collect(Collectors.toSet()),
                            null,
                            id);
                })
                .optional();
    }
}
