package dev.surveyor.catalog.store;

import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.TableCorrections;
import dev.surveyor.catalog.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads with the rights of the query side. */
public final class JdbcEditions implements Editions {

    /** So many insights are in memory at once. */
    private static final int PAGE = 200;

    private static final String COLUMNS =
            """
            SELECT connection_id, number, current, surveyed_at, published_at, confirmed_at, dialect, server,
                   database, schemas, tables, model
            """;

    private static final String SELECT = COLUMNS + " FROM edition";

    private static final String INSIGHTS =
            """
            SELECT i.body
              FROM edition e
              JOIN edition_insight ei ON ei.edition_id = e.id
              JOIN insight i ON i.id = ei.insight_id
             WHERE e.connection_id = :connection AND e.number = :number
            """;

    private final JdbcClient client;

    public JdbcEditions(DataSource source) {
        this.client = JdbcClient.create(source);
    }

    @Override
    public Optional<Edition> current(UUID connection) {
        return client.sql(SELECT + " WHERE connection_id = :connection AND current")
                .param("connection", connection)
                .query(JdbcEditions::edition)
                .optional();
    }

    @Override
    public Optional<Newest> newest(UUID connection) {
        return client.sql(
                        COLUMNS
                                + """
                                , (SELECT coalesce(sum(c.version), 0) FROM correction c
                                    WHERE c.connection_id = e.connection_id) AS said
                                  FROM edition e WHERE connection_id = :connection AND current
                                """)
                .param("connection", connection)
                .query((row, number) -> new Newest(edition(row, number), row.getLong("said")))
                .optional();
    }

    @Override
    public Optional<Edition> edition(UUID connection, long number) {
        return client.sql(SELECT + " WHERE connection_id = :connection AND number = :number")
                .param("connection", connection)
                .param("number", number)
                .query(JdbcEditions::edition)
                .optional();
    }

    @Override
    public List<Edition> of(UUID connection) {
        return client.sql(SELECT + " WHERE connection_id = :connection ORDER BY number DESC")
                .param("connection", connection)
                .query(JdbcEditions::edition)
                .list();
    }

    @Override
    public void insights(Edition edition, Consumer<Insight> insights) {
        List<Correction> corrections = corrections(edition.connection());
        TableName last = null;
        List<Insight> page;
        do {
            page = page(edition, "", last, PAGE, corrections);
            page.forEach(insights);
            last = page.isEmpty() ? last : page.getLast().name();
        } while (page.size() == PAGE);
    }

    @Override
    public List<Insight> page(Edition edition, String words, @Nullable TableName after, int limit) {
        return page(edition, words, after, limit, corrections(edition.connection()));
    }

    private List<Insight> page(
            Edition edition,
            String words,
            @Nullable TableName after,
            int limit,
            List<Correction> corrections) {
        return client.sql(
                        INSIGHTS
                                + (words.isEmpty()
                                        ? ""
                                        : " AND strpos(lower(ei.name), lower(:words)) > 0")
                                + """
                                 AND (ei.schema, ei.name) > (:schema, :name)
                                ORDER BY ei.schema, ei.name LIMIT :limit
                                """)
                .param("connection", edition.connection())
                .param("number", edition.number())
                .param("words", words)
                .param("schema", after == null ? "" : after.schema())
                .param("name", after == null ? "" : after.name())
                .param("limit", limit)
                .query((row, number) ->
                        InsightText.insight(row.getString(1)).corrected(corrections))
                .list();
    }

    @Override
    public Optional<Insight> insight(Edition edition, TableName table) {
        return insight(edition, Insight.id(edition.connection(), table));
    }

    @Override
    public Optional<Insight> insight(Edition edition, UUID id) {
        List<Correction> corrections = corrections(edition.connection());
        return client.sql(INSIGHTS + " AND ei.table_id = :table")
                .param("connection", edition.connection())
                .param("number", edition.number())
                .param("table", id)
                .query((row, number) -> InsightText.insight(row.getString(1)))
                .optional()
                .map(insight -> insight.corrected(corrections));
    }

    private List<Correction> corrections(UUID connection) {
        return client
                .sql("SELECT body FROM correction WHERE connection_id = :connection")
                .param("connection", connection)
                .query((row, number) -> InsightText.corrections(row.getString(1)))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public TableCorrections corrections(UUID connection, TableName table) {
        return client.sql(
                        """
                        SELECT version, body FROM correction
                         WHERE connection_id = :connection AND schema = :schema AND name = :name
                        """)
                .param("connection", connection)
                .param("schema", table.schema())
                .param("name", table.name())
                .query((row, number) ->
                        new TableCorrections(
                                row.getLong("version"),
                                InsightText.corrections(row.getString("body"))))
                .optional()
                .orElse(TableCorrections.NONE);
    }

    @Override
    public Drift drift(Edition edition) {
        return client.sql(
                        "SELECT drift FROM edition WHERE connection_id = :connection AND number = :number")
                .param("connection", edition.connection())
                .param("number", edition.number())
                .query((row, number) -> InsightText.drift(row.getString(1)))
                .optional()
                .orElse(Drift.NONE);
    }

    @Override
    public Set<UUID> points(Edition edition) {
        return new HashSet<>(
                client.sql(
                                """
                                SELECT DISTINCT ip.point_id
                                  FROM edition e
                                  JOIN edition_insight ei ON ei.edition_id = e.id
                                  JOIN insight_point ip ON ip.insight_id = ei.insight_id
                                 WHERE e.connection_id = :connection AND e.number = :number
                                """)
                        .param("connection", edition.connection())
                        .param("number", edition.number())
                        .query(UUID.class)
                        .list());
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getObject("connection_id", UUID.class),
                row.getLong("number"),
                row.getBoolean("current"),
                instant(row, "surveyed_at"),
                instant(row, "published_at"),
                instant(row, "confirmed_at"),
                row.getString("dialect"),
                row.getString("server"),
                row.getString("database"),
                InsightText.schemas(row.getString("schemas")),
                row.getInt("tables"),
                row.getString("model"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
