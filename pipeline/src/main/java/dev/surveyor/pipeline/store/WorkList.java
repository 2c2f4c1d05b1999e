package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableName;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.store.WorkRow.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a survey has to do, table by table, and what it did. */
@Component
public class WorkList {

    private final JdbcClient client;
    private final Leases leases;

    WorkList(JdbcClient client, Leases leases) {
        this.client = client;
        this.leases = leases;
    }

    /** What the edition that readers see holds of each table. */
    public Map<TableName, WorkRow> ofCurrentEdition(UUID connection) {
        return rows(
                """
                SELECT ei.schema, ei.name, ei.structure_mark, ei.data_mark, ei.inputs, ei.insight_id,
                       'UNCHANGED' AS state
                  FROM edition e JOIN edition_insight ei ON ei.edition_id = e.id
                 WHERE e.connection_id = :id AND e.current
                """,
                connection);
    }

    /** What an earlier process of this survey left. */
    public Map<TableName, WorkRow> of(UUID survey) {
        return rows(
                """
                SELECT schema, name, structure_mark, data_mark, inputs, insight_id, state
                  FROM survey_table WHERE survey_id = :id
                """,
                survey);
    }

    private Map<TableName, WorkRow> rows(String query, UUID id) {
        Map<TableName, WorkRow> rows = new HashMap<>();
        client.sql(query)
                .param("id", id)
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> rows.put(row.fingerprint().table(), row));
        return rows;
    }

    private static WorkRow row(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString("schema"), row.getString("name"));
        return new WorkRow(
                new Fingerprint(name, row.getString("structure_mark"), row.getString("data_mark")),
                row.getString("inputs"),
                State.valueOf(row.getString("state")),
                row.getObject("insight_id", UUID.class));
    }

    /**
     * What the current edition was made from besides its tables.
     *
     * @param inputs hash of it
     * @param relations that were inferred
     */
    public record Base(String inputs, List<Relation> relations) {}

    public Optional<Base> baseOfCurrentEdition(UUID connection) {
        return client.sql(
                        "SELECT inputs, relations FROM edition WHERE connection_id = :id AND current")
                .param("id", connection)
                .query((row, number) ->
                        new Base(
                                row.getString("inputs"),
                                InsightText.relations(row.getString("relations"))))
                .optional();
    }

    /** Relations that this survey inferred before it was interrupted. */
    public Optional<List<Relation>> relations(UUID survey, String inputs) {
        return client.sql(
                        "SELECT relations FROM survey WHERE id = :id AND inputs = :inputs AND relations IS NOT NULL")
                .param("id", survey)
                .param("inputs", inputs)
                .query(String.class)
                .optional()
                .map(InsightText::relations);
    }

    /** Keeps them with the hash of what they were inferred from. */
    public void keepRelations(Lease lease, String inputs, List<Relation> relations) {
        leases.writing(
                lease,
                () ->
                        client.sql(
                                        "UPDATE survey SET relations = :relations, inputs = :inputs WHERE id = :id")
                                .param("relations", InsightText.ofRelations(relations))
                                .param("inputs", inputs)
                                .param("id", lease.survey())
                                .update());
    }

    /** Replaces the list. */
    public void begin(Lease lease, List<WorkRow> rows) {
        leases.writing(
                lease,
                () -> {
                    client.sql("DELETE FROM survey_table WHERE survey_id = :id")
                            .param("id", lease.survey())
                            .update();
                    client.sql(
                                    """
                                    INSERT INTO survey_table
                                           (survey_id, table_id, schema, name, state, structure_mark, data_mark,
                                            inputs, insight_id)
                                    SELECT :id, t.table_id, t.schema, t.name, t.state, t.structure_mark,
                                           t.data_mark, t.inputs, t.insight_id::uuid
                                      FROM unnest(:tables::uuid[], :schemas::text[], :names::text[], :states::text[],
                                                  :structures::text[], :datas::text[], :inputs::text[],
                                                  :insights::text[])
                                           AS t (table_id, schema, name, state, structure_mark, data_mark, inputs,
                                                 insight_id)
                                    """)
                            .param("id", lease.survey())
                            .param(
                                    "tables",
                                    Texts.of(
                                            rows,
                                            row ->
                                                    Insight.id(
                                                            lease.connection(),
                                                            row.fingerprint().table())))
                            .param(
                                    "schemas",
                                    Texts.of(rows, row -> row.fingerprint().table().schema()))
                            .param("names", Texts.of(rows, row -> row.fingerprint().table().name()))
                            .param("states", Texts.of(rows, row -> row.state().name()))
                            .param(
                                    "structures",
                                    Texts.of(rows, row -> row.fingerprint().structure()))
                            .param("datas", Texts.of(rows, row -> row.fingerprint().data()))
                            .param("inputs", Texts.of(rows, WorkRow::inputs))
                            .param("insights", Texts.of(rows, WorkRow::insight))
                            .update();
                    return client.sql(
                                    """
                                    UPDATE survey s
                                       SET tables_total = c.total, tables_unchanged = c.unchanged,
                                           tables_done = c.done, tables_failed = 0, structure_at = now()
                                      FROM (SELECT count(*) AS total,
                                                   count(*) FILTER (WHERE state = 'UNCHANGED') AS unchanged,
                                                   count(*) FILTER (WHERE state = 'DONE') AS done
                                              FROM survey_table WHERE survey_id = :id) c
                                     WHERE s.id = :id
                                    """)
                            .param("id", lease.survey())
                            .update();
                });
    }

    /** Writes down that nothing has to be done. */
    public void allUnchanged(Lease lease, int tables) {
        leases.writing(
                lease,
                () ->
                        client.sql(
                                        """
                                        UPDATE survey
                                           SET tables_total = :tables, tables_unchanged = :tables, tables_done = 0,
                                               tables_failed = 0, structure_at = now()
                                         WHERE id = :id
                                        """)
                                .param("tables", tables)
                                .param("id", lease.survey())
                                .update());
    }
}
