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
}
