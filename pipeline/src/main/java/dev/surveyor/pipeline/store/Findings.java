package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.TextHash;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was found: insights and points by their content, so that nothing is kept twice. */
@Component
public class Findings {

    private final JdbcClient client;
    private final Leases leases;

    Findings(JdbcClient client, Leases leases) {
        this.client = client;
        this.leases = leases;
    }

    /** Which of these points the catalog has; the caller may add to them. */
    public Set<UUID> known(List<UUID> points) {
        return new HashSet<>(
                client.sql("SELECT id FROM point WHERE id = ANY (:ids::uuid[])")
                        .param("ids", Texts.ids(points))
                        .query(UUID.class)
                        .list());
    }

    /** Writes the findings of some tables at once; all of them or none. */
    public void keep(Lease lease, String model, List<Finding> findings) {
        leases.writing(
                lease,
                () -> {
                    keepPoints(findings);
                    List<UUID> ids = keepInsights(lease, model, findings);
                    tick(lease, ids, findings);
                    return count(lease, findings);
                });
    }

    private void keepPoints(List<Finding> findings) {
        Map<UUID, Point> points = new LinkedHashMap<>();
        findings.forEach(
                finding -> finding.points().forEach(point -> points.put(point.id(), point)));
        if (points.isEmpty()) {
            return;
        }
        List<Point> all = List.copyOf(points.values());
        client.sql(
                        """
                        INSERT INTO point (id, connection_id, kind, schema, subject, text, model, vector)
                        SELECT * FROM unnest(:ids::uuid[], :connections::uuid[], :kinds::text[], :schemas::text[],
                                             :subjects::text[], :texts::text[], :models::text[], :vectors::bytea[])
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("ids", Texts.of(all, Point::id))
                .param("connections", Texts.of(all, Point::connection))
                .param("kinds", Texts.of(all, point -> point.kind().key()))
                .param("schemas", Texts.of(all, Point::schema))
                .param("subjects", Texts.of(all, Point::subject))
                .param("texts", Texts.of(all, Point::text))
                .param("models", Texts.of(all, Point::model))
                .param(
                        "vectors",
                        all.stream().map(point -> bytes(point.vector())).toArray(byte[][]::new))
                .update();
    }

    private List<UUID> keepInsights(Lease lease, String model, List<Finding> findings) {
        List<UUID> ids = new ArrayList<>();
        List<@Nullable Long> rows = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        List<UUID> owners = new ArrayList<>();
        List<UUID> owned = new ArrayList<>();
        for (Finding finding : findings) {
            String body = InsightText.of(finding.insight());
            UUID id = TextHash.of(lease.connection().toString(), model, body);
            ids.add(id);
            bodies.add(body);
            Count count = finding.insight().profile().rows();
            rows.add(count == null ? null : count.value());
            finding.pointIds().stream()
                    .distinct()
                    .forEach(point -> {
                        owners.add(id);
                        owned.add(point);
                    });
        }
        List<Insight> insights = findings.stream().map(Finding::insight).toList();
        client.sql(
                        """
                        INSERT INTO insight (id, connection_id, schema, name, kind, rows, columns, problem, body)
                        SELECT t.id, :connection, t.schema, t.name, t.kind, t.rows, t.columns, t.problem, t.body
                          FROM unnest(:ids::uuid[], :schemas::text[], :names::text[], :kinds::text[], :rows::bigint[],
                                      :columns::int[], :problems::text[], :bodies::text[])
                               AS t (id, schema, name, kind, rows, columns, problem, body)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("connection", lease.connection())
                .param("ids", Texts.ids(ids))
                .param("schemas", Texts.of(insights, i -> i.name().schema()))
                .param("names", Texts.of(insights, i -> i.name().name()))
                .param("kinds", Texts.of(insights, i -> i.table().kind().name()))
                .param("rows", rows.toArray(Long[]::new))
                .param(
                        "columns",
                        insights.stream()
                                .map(i -> i.table().columns().size())
                                .toArray(Integer[]::new))
                .param("problems", Texts.of(findings, Finding::problem))
                .param("bodies", bodies.toArray(String[]::new))
                .update();
        client.sql(
                        """
                        INSERT INTO insight_point (insight_id, point_id)
                        SELECT * FROM unnest(:insights::uuid[], :points::uuid[])
                        ON CONFLICT DO NOTHING
                        """)
                .param("insights", Texts.ids(owners))
                .param("points", Texts.ids(owned))
                .update();
        return ids;
    }

    private void tick(Lease lease, List<UUID> ids, List<Finding> findings) {
        client.sql(
                        """
                        UPDATE survey_table w
                           SET state = CASE WHEN t.problem IS NULL THEN 'DONE' ELSE 'FAILED' END,
                               insight_id = t.id, problem = t.problem, took_ms = t.took_ms
                          FROM unnest(:ids::uuid[], :schemas::text[], :names::text[], :problems::text[],
                                      :took::bigint[]) AS t (id, schema, name, problem, took_ms)
                         WHERE w.survey_id = :survey AND w.schema = t.schema AND w.name = t.name
                        """)
                .param("survey", lease.survey())
                .param("ids", Texts.ids(ids))
                .param("schemas", Texts.of(findings, f -> f.insight().name().schema()))
                .param("names", Texts.of(findings, f -> f.insight().name().name()))
                .param("problems", Texts.of(findings, Finding::problem))
                .param("took", findings.stream().map(f -> f.took().toMillis()).toArray(Long[]::new))
                .update();
    }

    private int count(Lease lease, List<Finding> findings) {
        long failed = findings.stream().filter(finding -> finding.problem() != null).count();
        long rows =
                findings.stream()
                        .map(finding -> finding.insight().profile().rows())
                        .mapToLong(count -> count == null ? 0 : count.value())
                        .sum();
        return client.sql(
                        """
                        UPDATE survey
                           SET tables_done = tables_done + :done, tables_failed = tables_failed + :failed,
                               rows_read = rows_read + :rows, texts_embedded = texts_embedded + :texts
                         WHERE id = :id
                        """)
                .param("done", findings.size() - failed)
                .param("failed", failed)
                .param("rows", rows)
                .param(
                        "texts",
                        findings.stream().mapToLong(finding -> finding.points().size()).sum())
                .param("id", lease.survey())
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Vector vector) {
        if (vector == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.allocate(vector.dimension() * Float.BYTES);
        buffer.asFloatBuffer().put(vector.toArray());
        return buffer.array();
    }

    static Vector vector(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Vector.of(values);
    }
}
