package dev.surveyor.access.users;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people's table. */
@Component
public class Users {

    private static final String COLUMNS =
            " id, username, email, role, active, created_at, updated_at ";

    /** A person and the hash of their password. */
    public record WithPassword(User user, String hash) {}

    private final JdbcClient client;

    Users(JdbcClient client) {
        this.client = client;
    }

    User create(String username, String email, String passwordHash, Role role) {
        try {
            return client.sql(
                            "INSERT INTO app_user (id, username, email, password_hash, role)"
                                    + " VALUES (:id, :username, :email, :hash, :role)"
                                    + " RETURNING"
                                    + COLUMNS)
                    .param("id", UUID.randomUUID())
                    .param("username", username)
                    .param("email", email)
                    .param("hash", passwordHash)
                    .param("role", role.name())
                    .query(Users::user)
                    .single();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    User rename(UUID id, String username, String email) {
        try {
            return client.sql(
                            """
                            UPDATE app_user SET username = :username, email = :email, updated_at = now()
                             WHERE id = :id RETURNING
                            """
                                    + COLUMNS)
                    .param("id", id)
                    .param("username", username)
                    .param("email", email)
                    .query(Users::user)
                    .single();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    private static AccessException taken(DuplicateKeyException e) {
        return String.valueOf(e.getMessage()).contains("app_user_email")
                ? AccessException.field(
                        Code.EMAIL_TAKEN,
                        "email",
                        "There is somebody with this e-mail address: log in, or name another.")
                : AccessException.field(
                        Code.NAME_TAKEN,
                        "username",
                        "There is somebody with this name: choose another.");
    }

    User change(UUID id, Role role, boolean active) {
        return client.sql(
                        """
                        UPDATE app_user SET role = :role, active = :active, updated_at = now()
                         WHERE id = :id RETURNING
                        """
                                + COLUMNS)
                .param("id", id)
                .param("role", role.name())
                .param("active", active)
                .query(Users::user)
                .single();
    }

    /** Replaces the hash, unless somebody else has replaced it since it was read. */
    public boolean changePassword(UUID id, String before, String after) {
        return client.sql(
                                """
                                UPDATE app_user SET password_hash = :after, updated_at = now()
                                 WHERE id = :id AND password_hash = :before
                                """)
                        .param("id", id)
                        .param("before", before)
                        .param("after", after)
                        .update()
                == 1;
    }

    public Optional<User> byId(UUID id) {
        return client.sql("SELECT" + COLUMNS + "FROM app_user WHERE id = :id")
                .param("id", id)
                .query(Users::user)
                .optional();
    }

    /** Whoever has this name or e-mail address. */
    public Optional<WithPassword> byLogin(String login) {
        if (!NameRules.printable(login)) {
            return Optional.empty();
        }
        return client.sql(
                        "SELECT"
                                + COLUMNS
                                + """
                                , password_hash FROM app_user
                                 WHERE lower(username) COLLATE "C" = :login
                                    OR lower(email) COLLATE "C" = :login
                                """)
                .param("login", login.toLowerCase(Locale.ROOT))
                .query((row, number) ->
                        new WithPassword(user(row, number), row.getString("password_hash")))
                .optional();
    }

    Optional<WithPassword> withPassword(UUID id) {
        return client.sql("SELECT" + COLUMNS + ", password_hash FROM app_user WHERE id = :id")
                .param("id", id)
                .query((row, number) ->
                        new WithPassword(user(row, number), row.getString("password_hash")))
                .optional();
    }

    /**
     * Holds all administrators until the transaction ends, so that two cannot remove each other.
     */
    List<UUID> lockActiveAdmins() {
        return client.sql(
                        """
                        SELECT id FROM app_user WHERE role = 'ADMIN' AND active ORDER BY id FOR UPDATE
                        """)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** In the order of their names, beginning after one of them. */
    List<User> page(
            @Nullable String after, @Nullable Role role, @Nullable Boolean active, int limit) {
        return client.sql(
                        "SELECT"
                                + COLUMNS
                                + """
                                FROM app_user
                                 WHERE lower(username) COLLATE "C" > :after
                                   AND (:role::text IS NULL OR role = :role)
                                   AND (:active::boolean IS NULL OR active = :active)
                                 ORDER BY lower(username) COLLATE "C" LIMIT :limit
                                """)
                .param("after", after == null ? "" : after)
                .param("role", role == null ? null : role.name())
                .param("active", active)
                .param("limit", limit)
                .query(Users::user)
                .list();
    }

    static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
