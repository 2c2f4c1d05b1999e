package dev.surveyor.pipeline.store;

import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The points that the catalog lists, with their vectors: an index can be made anew from them. */
@Component
public class PointRows {

    private static final int PAGE = 1000;

    private final JdbcClient client;
    private final Leases leases;
    private final TransactionOperations transactions;

    PointRows(JdbcClient client, Leases leases, TransactionOperations transactions) {
        this.client = client;
        this.leases = leases;
        this.transactions = transactions;
    }

    /** Points of the survey's findings that no edition lists. */
    public void added(Lease lease, Consumer<Stream<Point>> use) {
        streaming(
                client.sql(
                                """
                                SELECT p.*
                                  FROM (SELECT DISTINCT ip.point_id
                                          FROM survey_table w JOIN insight_point ip ON ip.insight_id = w.insight_id
                                         WHERE w.survey_id = :survey AND w.state IN ('DONE', 'FAILED')
                                           AND NOT EXISTS (SELECT FROM edition_insight ei
                                                            WHERE ei.insight_id = w.insight_id)) l
                                  JOIN point p ON p.id = l.point_id
                                """)
                        .param("survey", lease.survey()),
                use);
    }

    /** All points of a connection. */
    public void of(UUID connection, Consumer<Stream<Point>> use) {
        streaming(
                client.sql("SELECT * FROM point WHERE connection_id = :id").param("id", connection),
                use);
    }

    /** All points of one model. */
    public void ofModel(String model, Consumer<Stream<Point>> use) {
        streaming(
                client.sql("SELECT * FROM point WHERE model IN (:model, '')").param("model", model),
                use);
    }

    /** How many points {@link #ofModel} hands over. */
    public long countOfModel(String model) {
        return client.sql("SELECT count(*) FROM point WHERE model IN (:model, '')")
                .param("model", model)
                .query(Long.class)
                .single();
    }

    /** A page in memory at a time; only a transaction makes the server hand out pages. */
    private void streaming(JdbcClient.StatementSpec statement, Consumer<Stream<Point>> use) {
        transactions.executeWithoutResult(status -> {
            try (Stream<Point> points =
                    statement.withFetchSize(PAGE).query(PointRows::point).stream()) {
                use.accept(points);
            }
        });
    }

    /** How many points the connection's index should hold. */
    public long count(UUID connection) {
        return client.sql("SELECT count(*) FROM point WHERE connection_id = :id")
                .param("id", connection)
                .query(Long.class)
                .single();
    }

    /**
     * Removes what no edition and no survey lists any more, from the index first: what is gone from
     * there and not from here is found again by the next sweep.
     */
    public long sweep(Lease lease, Consumer<List<UUID>> fromIndex) {
        leases.writing(
                lease,
                () ->
                        client.sql(
                                        """
                                        DELETE FROM insight i
                                         WHERE i.connection_id = :connection
                                           AND NOT EXISTS (SELECT FROM edition_insight ei WHERE ei.insight_id = i.id)
                                           AND NOT EXISTS (SELECT FROM survey_table w WHERE w.insight_id = i.id)
                                        """)
                                .param("connection", lease.connection())
                                .update());
        List<UUID> unlisted =
                client.sql(
                                """
                                SELECT p.id FROM point p
                                 WHERE p.connection_id = :connection
                                   AND NOT EXISTS (SELECT FROM insight_point ip WHERE ip.point_id = p.id)
                                """)
                        .param("connection", lease.connection())
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
        for (int from = 0; from < unlisted.size(); from += PAGE) {
            List<UUID> some =
                    new ArrayList<>(unlisted.subList(from, Math.min(from + PAGE, unlisted.size())));
            fromIndex.accept(some);
            leases.writing(
                    lease,
                    () ->
                            client.sql("DELETE FROM point WHERE id = ANY (:ids::uuid[])")
                                    .param("ids", Texts.ids(some))
                                    .update());
        }
        return unlisted.size();
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        byte[] vector = row.getBytes("vector");
        return new Point(
                row.getObject("id", UUID.class),
                row.getObject("connection_id", UUID.class).toString(),
                PointKind.ofKey(row.getString("kind")),
                row.getString("schema"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("model"),
                vector == null ? null : Findings.vector(vector));
    }
}
