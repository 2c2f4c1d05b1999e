package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.SourceWork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows changed, from the server's counters and the files that tables lie in. Counters show
 * a change some seconds after its commit.
 */
final class PostgresMarks {

    private static final int BYTES = 16;

    /** A relation of which nobody can tell whether its rows changed. */
    private static final String UNKNOWN = "";

    private record Relation(TableName name, String counters) {}

    private final Map<Long, Relation> relations = new TreeMap<>();
    private final Map<Long, List<Long>> parts = new HashMap<>();
    private final Map<Long, String> definitions = new HashMap<>();
    private String epoch = UNKNOWN;

    private PostgresMarks() {}

    static Map<TableName, String> read(SourceWork work) {
        return work.transaction(connection -> new PostgresMarks().read(connection));
    }

    /** One mark of all that {@link PostgresStructure} reads, estimates left out. */
    static String structure(SourceWork work) {
        List<String> mark = new ArrayList<>();
        work.transaction(connection -> {
            new CatalogQueries(connection)
                    .each("marks-structure", row -> mark.add(row.getString(1)));
            return mark;
        });
        return hash(mark.getFirst());
    }

    private Map<TableName, String> read(Connection connection) throws SQLException {
        CatalogQueries queries = new CatalogQueries(connection);
        queries.each("marks-epoch", row -> epoch = row.getBoolean(1) ? UNKNOWN : row.getString(2));
        if (epoch.equals(UNKNOWN)) {
            return Map.of();
        }
        queries.each("marks-relations", this::relation);
        queries.each("marks-parts", this::part);
        Map<TableName, String> marks = HashMap.newHashMap(relations.size());
        relations.forEach((id, relation) -> {
            String mark = mark(id);
            if (mark != null) {
                marks.put(relation.name(), mark);
            }
        });
        return marks;
    }

    private void relation(ResultSet row) throws SQLException {
        String counters =
                switch (row.getString(4)) {
                    case "f" -> UNKNOWN;
                    case "v" -> "view";
                    // Policies may hide other rows tomorrow, though none was written.
                    default -> row.getBoolean(6) ? UNKNOWN : row.getString(5);
                };
        relations.put(
                row.getLong(1),
                new Relation(new TableName(row.getString(2), row.getString(3)), counters));
    }

    private void part(ResultSet row) throws SQLException {
        long whole = row.getLong(1);
        String definition = row.getString(3);
        if (definition != null) {
            definitions.put(whole, definition);
        } else {
            parts.computeIfAbsent(whole, _ -> new ArrayList<>()).add(row.getLong(2));
        }
    }

    private @Nullable String mark(long id) {
        StringBuilder text = new StringBuilder(epoch);
        for (long part : closure(id)) {
            Relation relation = relations.get(part);
            String definition = definitions.getOrDefault(part, "table");
            if (relation == null
                    || relation.counters().equals(UNKNOWN)
                    || definition.equals(UNKNOWN)) {
                return null;
            }
            text.append('\n').append(relation.counters()).append(' ').append(definition);
        }
        return hash(text.toString());
    }

    private Set<Long> closure(long id) {
        List<Long> direct = parts.get(id);
        if (direct == null) {
            return Set.of(id);
        }
        Set<Long> all = new TreeSet<>(Set.of(id));
        Deque<Long> open = new ArrayDeque<>(direct);
        while (!open.isEmpty()) {
            long part = open.pop();
            if (all.add(part)) {
                open.addAll(parts.getOrDefault(part, List.of()));
            }
        }
        return all;
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
