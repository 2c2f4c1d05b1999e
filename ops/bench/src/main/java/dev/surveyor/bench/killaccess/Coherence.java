package dev.surveyor.bench.killaccess;

import dev.surveyor.bench.server.StoreLogin;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether what the catalog holds about people fits together, read past the server. */
final class Coherence {

    /** Each finds what is half done; nothing is right. */
    private static final Map<String, String> HALVES =
            Map.of(
                    "user without exactly one audit line",
                    """
                    SELECT u.username FROM app_user u
                     WHERE u.username <> 'admin'
                       AND 1 <> (SELECT count(*) FROM audit_event a
                                  WHERE a.action = 'user.registered' AND a.subject_id = u.id::text)
                    """,
                    "audit line of a user who is not there",
                    """
                    SELECT a.subject_id FROM audit_event a
                     WHERE a.action = 'user.registered'
                       AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id::text = a.subject_id)
                    """,
                    "key without exactly one audit line",
                    """
                    SELECT k.id::text FROM api_key k
                     WHERE 1 <> (SELECT count(*) FROM audit_event a
                                  WHERE a.action = 'key.created' AND a.subject_id = k.id::text)
                    """,
                    "audit line of a key that is neither there nor deleted",
                    """
                    SELECT a.subject_id FROM audit_event a
                     WHERE a.action = 'key.created'
                       AND NOT EXISTS (SELECT 1 FROM api_key k WHERE k.id::text = a.subject_id)
                       AND NOT EXISTS (SELECT 1 FROM audit_event d
                                        WHERE d.action = 'key.deleted'
                                          AND d.subject_id = a.subject_id)
                    """,
                    "key that was deleted and is there",
                    """
                    SELECT k.id::text FROM api_key k
                      JOIN audit_event d ON d.action = 'key.deleted' AND d.subject_id = k.id::text
                    """,
                    "role that is not the one in the last audit line",
                    """
                    SELECT u.username FROM app_user u
                      JOIN (SELECT DISTINCT ON (subject_id) subject_id, details->>'role' AS role
                              FROM audit_event WHERE action = 'user.changed'
                             ORDER BY subject_id, id DESC) last ON last.subject_id = u.id::text
                     WHERE last.role <> u.role
                    """,
                    "log-in with more than one refresh token that is good",
                    """
                    SELECT s.id::text FROM login_session s
                      JOIN refresh_token t ON t.session_id = s.id AND t.used_at IS NULL
                     GROUP BY s.id HAVING count(*) > 1
                    """,
                    "log-in without a refresh token that is good",
                    """
                    SELECT s.id::text FROM login_session s
                     WHERE s.revoked_at IS NULL
                       AND NOT EXISTS (SELECT 1 FROM refresh_token t
                                        WHERE t.session_id = s.id AND t.used_at IS NULL)
                    """,
                    "log-in without exactly one audit line",
                    """
                    SELECT s.id::text FROM login_session s
                     WHERE 1 <> (SELECT count(*) FROM audit_event a
                                  WHERE a.action = 'login' AND a.details->>'session' = s.id::text)
                    """);

    private Coherence() {}

    /** All that is half done, in words. */
    static List<String> halves(Path data) throws IOException {
        List<String> found = new ArrayList<>();
        try (Connection connection = StoreLogin.OWNER.connect(data);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> half : HALVES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(half.getValue())) {
                    while (rows.next()) {
                        found.add(half.getKey() + ": " + rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IOException("the catalog cannot be read: " + e.getMessage(), e);
        }
    }
}
