package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a survey's findings into an edition, and lets old editions go. */
@Component
public class EditionRows {

    private static final int PAGE = 200;

    private static final String DIFFERENT =
            """
            SELECT FROM (SELECT schema, name, insight_id FROM survey_table WHERE survey_id = :survey) w
              FULL JOIN (SELECT ei.schema, ei.name, ei.insight_id
                           FROM edition e JOIN edition_insight ei ON ei.edition_id = e.id
                          WHERE e.connection_id = :connection AND e.current) c
                   USING (schema, name)
             WHERE w.insight_id IS DISTINCT FROM c.insight_id
            """;

    /** An edition to be. */
    public record Draft(
            Structure structure,
            List<Relation> relations,
            String model,
            String inputs,
            String drift) {}

    private record Pair(
            String schema, String name, @Nullable String before, @Nullable String after) {}

    private final JdbcClient client;
    private final Leases leases;

    EditionRows(JdbcClient client, Leases leases) {
        this.client = client;
        this.leases = leases;
    }

    public boolean hasCurrent(UUID connection) {
        return client.sql(
                        "SELECT EXISTS (SELECT FROM edition WHERE connection_id = :id AND current)")
                .param("id", connection)
                .query(Boolean.class)
                .single();
    }

    /** How many tables of the work list have no finding yet. */
    public int pending(UUID survey) {
        return client.sql(
                        "SELECT count(*) FROM survey_table WHERE survey_id = :id AND state = 'PENDING'")
                .param("id", survey)
                .query(Integer.class)
                .single();
    }

    /** Whether the survey found anything else than what readers see. */
    public boolean differs(Lease lease) {
        return client.sql("SELECT EXISTS (" + DIFFERENT + ")")
                .param("survey", lease.survey())
                .param("connection", lease.connection())
                .query(Boolean.class)
                .single();
    }

    /** Each insight that is new, other or gone; before and after, null where there is none. */
    public void differences(
            Lease lease, BiConsumer<@Nullable Insight, @Nullable Insight> differences) {
        String schema = "";
        String name = "";
        List<Pair> page;
        do {
            page =
                    client.sql(
                                    """
                                    SELECT d.schema, d.name, b.body AS before, a.body AS after
                                      FROM (SELECT schema, name, c.insight_id AS old, w.insight_id AS new
                                              FROM (SELECT schema, name, insight_id FROM survey_table
                                                     WHERE survey_id = :survey) w
                                              FULL JOIN (SELECT ei.schema, ei.name, ei.insight_id
                                                           FROM edition e
                                                           JOIN edition_insight ei ON ei.edition_id = e.id
                                                          WHERE e.connection_id = :connection AND e.current) c
                                                   USING (schema, name)
                                             WHERE w.insight_id IS DISTINCT FROM c.insight_id) d
                                      LEFT JOIN insight a ON a.id = d.new
                                      LEFT JOIN insight b ON b.id = d.old
                                     WHERE (d.schema, d.name) > (:schema, :name)
                                     ORDER BY d.schema, d.name LIMIT :page
                                    """)
                            .param("survey", lease.survey())
                            .param("connection", lease.connection())
                            .param("schema", schema)
                            .param("name", name)
                            .param("page", PAGE)
                            .query((row, number) ->
                                    new Pair(
                                            row.getString("schema"),
                                            row.getString("name"),
                                            row.getString("before"),
                                            row.getString("after")))
                            .list();
            page.forEach(pair -> differences.accept(insight(pair.before()), insight(pair.after())));
            if (!page.isEmpty()) {
                schema = page.getLast().schema();
                name = page.getLast().name();
            }
        } while (page.size() == PAGE);
    }

    private static @Nullable Insight insight(@Nullable String body) {
        return body == null ? null : InsightText.insight(body);
    }

    /**
     * Makes the findings the edition that readers see, in one commit.
     *
     * @param first done in it before anything else; what it throws stops it
     */
    public long publish(Lease lease, Draft draft, Runnable first) {
        return leases.writing(
                lease,
                () -> {
                    first.run();
                    UUID id = UUID.randomUUID();
                    client.sql(
                                    "UPDATE edition SET current = false WHERE connection_id = :id AND current")
                            .param("id", lease.connection())
                            .update();
                    Structure structure = draft.structure();
                    long number =
                            client.sql(
                                            """
                                            INSERT INTO edition (id, connection_id, number, current, survey_id, surveyed_at,
                                                                 dialect, server, database, schemas, tables, model, inputs,
                                                                 drift, relations)
                                            SELECT :id, :connection,
                                                   (SELECT coalesce(max(number), 0) + 1 FROM edition
                                                     WHERE connection_id = :connection),
                                                   true, s.id, s.structure_at, :dialect, :server, :database, :schemas,
                                                   s.tables_total, :model, :inputs, :drift, :relations
                                              FROM survey s WHERE s.id = :survey
                                            RETURNING number
                                            """)
                                    .param("id", id)
                                    .param("connection", lease.connection())
                                    .param("survey", lease.survey())
                                    .param("dialect", structure.dialect())
                                    .param("server", structure.server())
                                    .param("database", structure.database())
                                    .param("schemas", InsightText.ofSchemas(structure.schemas()))
                                    .param("model", draft.model())
                                    .param("inputs", draft.inputs())
                                    .param("drift", draft.drift())
                                    .param("relations", InsightText.ofRelations(draft.relations()))
                                    .query(Long.class)
                                    .single();
                    client.sql(
                                    """
                                    INSERT INTO edition_insight (edition_id, table_id, insight_id, schema, name, structure_mark,
                                                                 data_mark, inputs)
                                    SELECT :edition, table_id, insight_id, schema, name, structure_mark,
                                           CASE WHEN state = 'FAILED' THEN NULL ELSE data_mark END, inputs
                                      FROM survey_table WHERE survey_id = :survey
                                    """)
                            .param("edition", id)
                            .param("survey", lease.survey())
                            .update();
                    done(lease, number);
                    return number;
                });
    }

    /** Notes that what readers see still holds. */
    public long confirm(Lease lease, String inputs) {
        return leases.writing(
                lease,
                () -> {
                    client.sql(
                                    """
                                    UPDATE edition_insight ei
                                       SET structure_mark = w.structure_mark,
                                           data_mark = CASE WHEN w.state = 'FAILED' THEN NULL ELSE w.data_mark END,
                                           inputs = w.inputs
                                      FROM survey_table w, edition e
                                     WHERE w.survey_id = :survey AND w.state <> 'UNCHANGED'
                                       AND e.connection_id = :connection AND e.current
                                       AND ei.edition_id = e.id AND ei.schema = w.schema AND ei.name = w.name
                                    """)
                            .param("survey", lease.survey())
                            .param("connection", lease.connection())
                            .update();
                    long number =
                            client.sql(
                                            """
                                            UPDATE edition SET confirmed_at = now(), inputs = :inputs
                                             WHERE connection_id = :connection AND current
                                            RETURNING number
                                            """)
                                    .param("inputs", inputs)
                                    .param("connection", lease.connection())
                                    .query(Long.class)
                                    .single();
                    done(lease, number);
                    return number;
                });
    }

    /** The work list has served; which tables failed stays known. */
    private void done(Lease lease, long edition) {
        client.sql("UPDATE survey SET edition = :edition, relations = NULL WHERE id = :survey")
                .param("edition", edition)
                .param("survey", lease.survey())
                .update();
        client.sql("DELETE FROM survey_table WHERE survey_id = :survey AND state = 'UNCHANGED'")
                .param("survey", lease.survey())
                .update();
        client.sql(
                        """
                        UPDATE survey_table SET insight_id = NULL
                         WHERE survey_id = :survey AND insight_id IS NOT NULL
                        """)
                .param("survey", lease.survey())
                .update();
    }

    /** Lets readers see this one, which is kept. */
    public void makeCurrent(Lease lease, long number) {
        leases.writing(
                lease,
                () -> {
                    client.sql(
                                    """
                                    UPDATE edition SET current = false
                                     WHERE connection_id = :connection AND current AND number <> :number
                                    """)
                            .param("connection", lease.connection())
                            .param("number", number)
                            .update();
                    return client.sql(
                                    """
                                    UPDATE edition SET current = true
                                     WHERE connection_id = :connection AND number = :number
                                    """)
                            .param("connection", lease.connection())
                            .param("number", number)
                            .update();
                });
    }

    /** How long ago an edition in service was found to hold. */
    public record Age(UUID connection, Duration age) {}

    /** How many connections have an edition in service. */
    public long served() {
        return client.sql("SELECT count(*) FROM edition WHERE current").query(Long.class).single();
    }

    public List<Age> oldest(int max) {
        return client.sql(
                        """
                        SELECT connection_id, extract(epoch FROM now() - confirmed_at) AS seconds
                          FROM edition WHERE current ORDER BY confirmed_at LIMIT :max
                        """)
                .param("max", max)
                .query((row, number) ->
                        new Age(
                                row.getObject("connection_id", UUID.class),
                                Duration.ofSeconds(row.getLong("seconds"))))
                .list();
    }

    /** Removes all that surveys found of a connection that is being deleted. */
    public void removeAll(Lease lease) {
        leases.writing(
                lease,
                () -> {
                    for (String table : List.of("edition", "insight", "point")) {
                        client.sql("DELETE FROM " + table + " WHERE connection_id = :connection")
                                .param("connection", lease.connection())
                                .update();
                    }
                    return true;
                });
    }

    /** Lets all but the last editions go, never the one that readers see. */
    public int forget(Lease lease, int kept) {
        return leases.writing(
                lease,
                () ->
                        client.sql(
                                        """
                                        DELETE FROM edition
                                         WHERE connection_id = :connection AND NOT current
                                           AND number <= (SELECT max(number) FROM edition
                                                           WHERE connection_id = :connection) - :kept
                                        """)
                                .param("connection", lease.connection())
                                .param("kept", kept)
                                .update());
    }
}
