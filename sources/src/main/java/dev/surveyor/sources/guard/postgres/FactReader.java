package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.guard.postgres.Facts.CastFact;
import dev.surveyor.sources.guard.postgres.Facts.ColumnFact;
import dev.surveyor.sources.guard.postgres.Facts.FunctionFact;
import dev.surveyor.sources.guard.postgres.Facts.OperatorFact;
import dev.surveyor.sources.guard.postgres.Facts.RelationFact;
import dev.surveyor.sources.guard.postgres.Facts.TypeFact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a database's facts in a constant number of queries. */
final class FactReader {

    private static final int VERSION_WITH_KINDS = 11;
    private static final int FETCHED_ROWS = 5000;

    private final Connection connection;
    private final Map<Long, Boolean> safety = new HashMap<>();
    private final Map<Long, List<ColumnFact>> columns = new HashMap<>();

    FactReader(Connection connection) {
        this.connection = connection;
    }

    Facts read(List<String> searchPath) throws SQLException, IOException {
        String database = first("SELECT current_database()");
        columns();
        Map<String, List<FunctionFact>> functions = functions();
        Map<String, List<OperatorFact>> operators = operators();
        Map<Long, TypeFact> types = types();
        Map<String, List<TypeFact>> typesByName = new HashMap<>();
        for (TypeFact type : types.values()) {
            typesByName.computeIfAbsent(type.name(), _ -> new ArrayList<>()).add(type);
        }
        Map<TableName, RelationFact> relations = new HashMap<>();
        Map<Long, RelationFact> byId = new HashMap<>();
        for (RelationFact relation : relations()) {
            relations.put(relation.name(), relation);
            byId.put(relation.id(), relation);
        }
        return new Facts(
                database,
                searchPath,
                functions,
                operators,
                types,
                typesByName,
                relations,
                byId,
                columns,
                parents(),
                casts());
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private String first(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        each(sql, row -> found.add(row.getString(1)));
        return found.getFirst();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = FactReader.class.getResourceAsStream(name + ".sql")) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private Map<String, List<FunctionFact>> functions() throws SQLException, IOException {
        String sql = resource("functions");
        if (connection.getMetaData().getDatabaseMajorVersion() < VERSION_WITH_KINDS) {
            sql =
                    sql.replace(
                                    "p.prokind::text",
                                    "CASE WHEN p.proisagg THEN 'a' WHEN p.proiswindow THEN 'w' ELSE 'f' END")
                            .replace("p.prokind <> 'p'", "true");
        }
        Map<String, List<FunctionFact>> functions = new HashMap<>();
        each(
                sql,
                row -> {
                    FunctionFact function = function(row);
                    safety.put(function.id(), function.safe());
                    functions
                            .computeIfAbsent(function.name(), _ -> new ArrayList<>())
                            .add(function);
                });
        return functions;
    }

    private static FunctionFact function(ResultSet row) throws SQLException {
        FunctionRules.Raw raw =
                new FunctionRules.Raw(
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        row.getBoolean(7) && text(row, 1).equals("pg_catalog"),
                        text(row, 11),
                        text(row, 13));
        int arguments = row.getInt(8);
        boolean variadic = row.getBoolean(10);
        int least = arguments - row.getInt(9) - (variadic ? 1 : 0);
        boolean composite = text(row, 14).equals("c");
        return new FunctionFact(
                row.getLong(17),
                text(row, 1),
                raw.name(),
                FunctionRules.isSafe(raw),
                least,
                variadic ? Integer.MAX_VALUE : arguments,
                text(row, 12).replace(" ", ""),
                outputs(row, raw.resultType()),
                composite ? row.getLong(15) : 0);
    }

    private static @Nullable List<String> outputs(ResultSet row, String resultType)
            throws SQLException {
        List<String> named = texts(row, 16);
        if (named != null) {
            return named;
        }
        boolean scalar = text(row, 14).matches("[berm]") && !resultType.startsWith("any");
        return scalar ? List.of(text(row, 2)) : null;
    }

    private Map<String, List<OperatorFact>> operators() throws SQLException, IOException {
        Map<String, List<OperatorFact>> operators = new HashMap<>();
        each(
                resource("operators"),
                row -> {
                    long function = row.getLong(4);
                    operators
                            .computeIfAbsent(text(row, 2), _ -> new ArrayList<>())
                            .add(
                                    new OperatorFact(
                                            text(row, 1),
                                            row.getBoolean(3),
                                            text(row, 1).equals("pg_catalog")
                                                    || safety.getOrDefault(function, false),
                                            function));
                });
        return operators;
    }

    private Map<Long, TypeFact> types() throws SQLException, IOException {
        Map<Long, TypeFact> types = new HashMap<>();
        each(
                resource("types"),
                row -> {
                    List<String> checks = texts(row, 11);
                    types.put(
                            row.getLong(1),
                            new TypeFact(
                                    row.getLong(1),
                                    text(row, 2),
                                    text(row, 3),
                                    text(row, 4).charAt(0),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    text(row, 8),
                                    text(row, 9),
                                    row.getBoolean(10),
                                    checks == null ? List.of() : checks,
                                    row.getLong(12) != 0,
                                    row.getLong(13),
                                    row.getBoolean(14)));
                });
        return types;
    }

    private void columns() throws SQLException, IOException {
        each(
                resource("columns"),
                row ->
                        columns.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(new ColumnFact(text(row, 2), row.getLong(3), text(row, 4))));
    }

    private List<RelationFact> relations() throws SQLException, IOException {
        List<RelationFact> relations = new ArrayList<>();
        each(
                resource("relations"),
                row -> {
                    List<String> key = texts(row, 6);
                    relations.add(
                            new RelationFact(
                                    row.getLong(1),
                                    new TableName(text(row, 2), text(row, 3)),
                                    text(row, 4).charAt(0),
                                    columns.getOrDefault(row.getLong(1), List.of()),
                                    key == null ? List.of() : key,
                                    row.getString(5)));
                });
        return relations;
    }

    private Map<Long, Set<Long>> parents() throws SQLException, IOException {
        Map<Long, Set<Long>> parents = new HashMap<>();
        each(
                resource("inheritance"),
                row ->
                        parents.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                                .add(row.getLong(2)));
        return parents;
    }

    private List<CastFact> casts() throws SQLException, IOException {
        List<CastFact> casts = new ArrayList<>();
        each(
                resource("casts"),
                row -> {
                    long function = row.getLong(3);
                    casts.add(
                            new CastFact(
                                    row.getLong(1),
                                    row.getLong(2),
                                    function == 0 || safety.getOrDefault(function, false)));
                });
        return casts;
    }
}
