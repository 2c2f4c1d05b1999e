package dev.surveyor.app.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Counts what the catalog holds in one round trip; what may be millions is estimated. */
@Component
class CatalogCounts {

    private static final int SECONDS_MAX = 3;
    private static final TypeReference<TreeMap<String, Long>> BY_STATE = new TypeReference<>() {};

    /** Above 200,000 rows by the server's own estimate nothing is counted row by row. */
    private static final String SQL =
            """
            WITH size AS (
                SELECT max(reltuples) FILTER (WHERE oid = 'edition_insight'::regclass) > 200000 AS many_tables,
                       max(reltuples) FILTER (WHERE oid = 'chat_message'::regclass) > 200000 AS many_messages,
                       max(reltuples) FILTER (WHERE oid = 'chat_message'::regclass) AS messages
                  FROM pg_class
                 WHERE oid IN ('edition_insight'::regclass, 'chat_message'::regclass)),
            served AS (
                SELECT count(*) AS editions, coalesce(sum(tables), 0) AS tables
                  FROM edition WHERE current)
            SELECT (SELECT count(*) FROM connection WHERE removal_begun_at IS NULL) AS connections,
                   served.editions AS editions_served,
                   (SELECT count(*) FROM edition) AS editions_kept,
                   served.tables,
                   CASE WHEN many_tables
                        THEN served.tables * (SELECT coalesce(avg(columns), 0)
                                                FROM (SELECT columns FROM insight LIMIT 10000) sample)
                        ELSE (SELECT coalesce(sum(i.columns), 0)
                                FROM edition e
                                JOIN edition_insight ei ON ei.edition_id = e.id
                                JOIN insight i ON i.id = ei.insight_id
                               WHERE e.current)
                   END::bigint AS columns,
                   many_tables AS columns_estimated,
                   (SELECT coalesce(json_object_agg(state, surveys), '{}')
                      FROM (SELECT state, count(*) AS surveys FROM survey GROUP BY state) each) AS surveys,
                   (SELECT count(*) FROM chat_message
                     WHERE role = 'QUESTION' AND at >= date_trunc('day', now(), 'UTC')) AS questions_today,
                   CASE WHEN many_messages
                        THEN messages / 2
                        ELSE (SELECT count(*) FROM chat_message WHERE role = 'QUESTION')
                   END::bigint AS questions,
                   many_messages AS questions_estimated,
                   (SELECT count(*) FROM app_user WHERE active) AS users,
                   (SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint
                      FROM pg_class
                     WHERE relkind IN ('r', 'm')
                       AND relnamespace = current_schema()::regnamespace) AS store_bytes
              FROM size, served
            """;

    /** All of it, as of one moment. */
    record Counts(
            long connections,
            long editionsServed,
            long editionsKept,
            long tables,
            long columns,
            boolean columnsEstimated,
            SortedMap<String, Long> surveys,
            long questionsToday,
            long questions,
            boolean questionsEstimated,
            long users,
            long storeBytes) {

        Counts {
            surveys = Collections.unmodifiableSortedMap(new TreeMap<>(surveys));
        }
    }

    private final JdbcTemplate template;

    CatalogCounts(DataSource catalog) {
        template = new JdbcTemplate(catalog);
        template.setQueryTimeout(SECONDS_MAX);
    }

    /**
     * Counts.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not answer in time
     */
    Counts count() {
        return template.query(SQL, CatalogCounts::counts).getFirst();
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(
                row.getLong("connections"),
                row.getLong("editions_served"),
                row.getLong("editions_kept"),
                row.getLong("tables"),
                row.getLong("columns"),
                row.getBoolean("columns_estimated"),
                JsonMapper.shared().readValue(row.getString("surveys"), BY_STATE),
                row.getLong("questions_today"),
                row.getLong("questions"),
                row.getBoolean("questions_estimated"),
                row.getLong("users"),
                row.getLong("store_bytes"));
    }
}
