package dev.surveyor.catalog.sealing;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.catalog.KeyRotation.Outcome;
import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Secret;
import dev.surveyor.catalog.store.CatalogPools;
import dev.surveyor.catalog.store.CatalogSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Seals everything anew. Broken off between any two steps it leaves nothing unreadable: a key is
 * dropped from the file only after the store refuses texts that are sealed under it.
 */
public final class Resealing {

    private static final int BATCH = 200;
    private static final int BATCHES_MAX = 100_000;

    private final CatalogSettings settings;
    private final Consumer<String> progress;
    private final AesSealer sealer;

    public Resealing(CatalogSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.sealer = new AesSealer(settings);
    }

    public Outcome run() {
        CatalogPools pools = new CatalogPools(settings);
        new CatalogSchema(pools.owner()).bringUpToDate(pools.queryLogin());
        Secret given = settings.sealingKeys();
        SealingKeys keys =
                given == null
                        ? SealingKeys.addTo(file())
                        : SealingKeys.parse(given.value(), "surveyor.catalog.sealing-keys");
        String keyId = keys.current().getKey();
        progress.accept("Sealing everything under the key " + keyId);
        try (Connection connection = pools.owner().getConnection()) {
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            client.sql("SET search_path = surveyor").update();
            int resealed = 0;
            for (SealedColumn column : SealedColumn.values()) {
                resealed += reseal(client, column, keyId);
            }
            if (given != null) {
                return new Outcome(keyId, resealed, List.of());
            }
            connection.setAutoCommit(false);
            resealed += retire(client, keys, keyId);
            connection.commit();
            keys.keepCurrentIn(file());
            return new Outcome(keyId, resealed, keys.older());
        } catch (SQLException | DataAccessException e) {
            throw new CatalogException(
                    Code.UNREACHABLE,
                    true,
                    "Not everything is sealed anew yet (%s): all keys are kept, run it again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private Path file() {
        return Path.of(settings.sealingKeysFile());
    }

    private int reseal(JdbcClient client, SealedColumn column, String keyId) {
        int resealed = 0;
        String last = "";
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            List<Row> rows = olderRows(client, column, keyId, last);
            for (Row row : rows) {
                resealed += reseal(client, column, row);
                last = row.id();
            }
            if (rows.size() < BATCH) {
                break;
            }
        }
        return resealed;
    }

    private record Row(String id, String sealed) {}

    private static List<Row> olderRows(
            JdbcClient client, SealedColumn column, String keyId, String last) {
        return client.sql(
                        """
                        SELECT %2$s::text AS id, %3$s AS sealed FROM %1$s
                         WHERE %3$s NOT LIKE :current AND %2$s::text COLLATE "C" > :last
                         ORDER BY %2$s::text COLLATE "C" LIMIT %4$d
                        """
                                .formatted(
                                        column.table(), column.idColumn(), column.column(), BATCH))
                .param("current", keyId + ".%")
                .param("last", last)
                .query((row, number) -> new Row(row.getString("id"), row.getString("sealed")))
                .list();
    }

    /** A text that somebody else has replaced meanwhile is left to the next look. */
    private int reseal(JdbcClient client, SealedColumn column, Row row) {
        String place = column.place(row.id());
        byte[] plain;
        try {
            plain = sealer.unseal(row.sealed(), place);
        } catch (CatalogException e) {
            // Nobody can read it, under whatever key: no reason to leave the others as they are.
            progress.accept(String.valueOf(e.getMessage()));
            return 0;
        }
        return client.sql(
                        "UPDATE %1$s SET %3$s = :after WHERE %2$s::text = :id AND %3$s = :before"
                                .formatted(column.table(), column.idColumn(), column.column()))
                .param("after", sealer.seal(plain, place))
                .param("id", row.id())
                .param("before", row.sealed())
                .update();
    }

    /** Holds all writers for a moment: whoever comes after is refused under an old key. */
    private int retire(JdbcClient client, SealingKeys keys, String keyId) {
        String tables =
                Stream.of(SealedColumn.values())
                        .map(SealedColumn::table)
                        .distinct()
                        .collect(Collectors.joining(", "));
        client.sql("SET LOCAL lock_timeout = '30s'").update();
        client.sql("LOCK TABLE " + tables + " IN SHARE ROW EXCLUSIVE MODE").update();
        int resealed = 0;
        for (SealedColumn column : SealedColumn.values()) {
            resealed += reseal(client, column, keyId);
        }
        for (String old : keys.older()) {
            client.sql("INSERT INTO retired_sealing_key (id) VALUES (:id) ON CONFLICT DO NOTHING")
                    .param("id", old)
                    .update();
        }
        return resealed;
    }
}
