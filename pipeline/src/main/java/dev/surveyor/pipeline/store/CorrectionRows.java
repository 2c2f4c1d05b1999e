package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say better than surveys. */
@Component
public class CorrectionRows {

    private final JdbcClient client;

    CorrectionRows(JdbcClient client) {
        this.client = client;
    }

    /** All of a connection, by their tables. */
    public Map<TableName, List<Correction>> of(UUID connection) {
        Map<TableName, List<Correction>> corrections = new HashMap<>();
        client.sql("SELECT schema, name, body FROM correction WHERE connection_id = :id")
                .param("id", connection)
                .query((row, number) ->
                        corrections.put(
                                new TableName(row.getString("schema"), row.getString("name")),
                                InsightText.corrections(row.getString("body"))))
                .list();
        return corrections;
    }

    /**
     * Holds what is said of a connection as it is until the transaction ends; whoever publishes
     * looks under this lock whether it found under what is said now.
     */
    public void hold(UUID connection) {
        client.sql("SELECT 1 FROM connection WHERE id = :id FOR NO KEY UPDATE")
                .param("id", connection)
                .query(Integer.class)
                .optional();
    }

    /**
     * Replaces what is said of a table.
     *
     * @param version that the caller saw
     * @return whether it was that
     */
    public boolean replace(
            UUID connection,
            TableName table,
            long version,
            List<Correction> corrections,
            String by) {
        return client.sql(
                                """
                                INSERT INTO correction AS c (connection_id, schema, name, version, body, changed_by)
                                SELECT :connection, :schema, :name, 1, :body, :by
                                 WHERE :version = 0 OR EXISTS (
                                       SELECT FROM correction WHERE connection_id = :connection
                                          AND schema = :schema AND name = :name)
                                ON CONFLICT (connection_id, schema, name) DO UPDATE
                                   SET version = c.version + 1, body = excluded.body,
                                       changed_by = excluded.changed_by, changed_at = now()
                                 WHERE c.version = :version
                                """)
                        .param("connection", connection)
                        .param("schema", table.schema())
                        .param("name", table.name())
                        .param("body", InsightText.ofCorrections(corrections))
                        .param("by", by)
                        .param("version", version)
                        .update()
                > 0;
    }
}
