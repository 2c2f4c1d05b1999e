package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TextHash;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The insights of one table in all kept editions, to be made anew when people flag a column. */
@Component
public class KeptInsights {

    /** An insight that editions hold, and the relations inferred in the newest of them. */
    public record Kept(
            UUID id, Insight insight, String database, String model, List<Relation> relations) {}

    private final JdbcClient client;

    KeptInsights(JdbcClient client) {
        this.client = client;
    }

    public List<Kept> of(UUID connection, UUID table) {
        return client.sql(
                        """
                        SELECT DISTINCT ON (i.id) i.id, i.body, e.database, e.model, e.relations
                          FROM edition e
                          JOIN edition_insight ei ON ei.edition_id = e.id
                          JOIN insight i ON i.id = ei.insight_id
                         WHERE e.connection_id = :connection AND ei.table_id = :table
                         ORDER BY i.id, e.number DESC
                        """)
                .param("connection", connection)
                .param("table", table)
                .query((row, number) ->
                        new Kept(
                                row.getObject("id", UUID.class),
                                InsightText.insight(row.getString("body")),
                                row.getString("database"),
                                row.getString("model"),
                                InsightText.relations(row.getString("relations"))))
                .list();
    }

    /** As it was found; empty where it is gone. */
    public Optional<Insight> found(UUID id) {
        return client.sql("SELECT body FROM insight WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(InsightText::insight);
    }

    /**
     * Puts another insight in the place of one, in all editions; a survey under way looks at the
     * table again.
     *
     * @return the points that only the old one listed
     */
    public List<UUID> replace(UUID connection, UUID table, Kept old, Insight made) {
        String body = InsightText.of(made);
        UUID id = TextHash.of(connection.toString(), old.model(), body);
        client.sql(
                        """
                        INSERT INTO insight (id, connection_id, schema, name, kind, rows, columns, problem, body)
                        SELECT :id, connection_id, schema, name, kind, rows, columns, problem, :body
                          FROM insight WHERE id = :old
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", id)
                .param("body", body)
                .param("old", old.id())
                .update();
        client.sql(
                        """
                        UPDATE edition_insight SET insight_id = :id, inputs = 'corrected'
                         WHERE insight_id = :old
                        """)
                .param("id", id)
                .param("old", old.id())
                .update();
        client.sql(
                        """
                        UPDATE survey_table SET insight_id = NULL, state = 'PENDING'
                         WHERE table_id = :table
                           AND survey_id IN (SELECT s.id FROM survey s
                                              WHERE s.connection_id = :connection
                                                AND s.state NOT IN ('COMPLETED', 'ABANDONED'))
                        """)
                .param("table", table)
                .param("connection", connection)
                .update();
        List<UUID> unlisted =
                client.sql(
                                """
                                SELECT ip.point_id FROM insight_point ip
                                 WHERE ip.insight_id = :old
                                   AND NOT EXISTS (SELECT FROM insight_point o
                                                    WHERE o.point_id = ip.point_id AND o.insight_id <> :old)
                                """)
                        .param("old", old.id())
                        .query((row, number) -> row.getObject("point_id", UUID.class))
                        .list();
        client.sql("DELETE FROM insight WHERE id = :old AND :old <> :id")
                .param("old", old.id())
                .param("id", id)
                .update();
        return unlisted;
    }

    /** Removes points that nothing lists any more. */
    public void forget(List<UUID> points) {
        client.sql(
                        """
                        DELETE FROM point p WHERE p.id = ANY (:ids::uuid[])
                           AND NOT EXISTS (SELECT FROM insight_point ip WHERE ip.point_id = p.id)
                        """)
                .param("ids", Texts.ids(points))
                .update();
    }
}
