package dev.surveyor.bench.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Legitimate statements changed so that most stay understandable: other spellings, values,
 * operators, names, more around them. What is accepted and runs is where something could get out.
 */
final class GentleMutations {

    private static final Map<String, List<String>> NEIGHBOURS =
            Map.ofEntries(
                    Map.entry("count", List.of("max", "min", "array_agg", "string_agg", "count")),
                    Map.entry("sum", List.of("avg", "max", "min", "stddev", "array_agg")),
                    Map.entry("max", List.of("min", "array_agg", "json_agg", "any_value")),
                    Map.entry("min", List.of("max", "array_agg", "jsonb_agg", "mode")),
                    Map.entry("avg", List.of("sum", "variance", "bool_and", "peek")),
                    Map.entry("lower", List.of("upper", "initcap", "md5", "quote_ident")),
                    Map.entry("upper", List.of("lower", "length", "reverse", "to_regclass")),
                    Map.entry("length", List.of("octet_length", "char_length", "upper")),
                    Map.entry("rank", List.of("row_number", "dense_rank", "lag", "ntile")),
                    Map.entry("lag", List.of("lead", "first_value", "last_value", "nth_value")),
                    Map.entry("coalesce", List.of("greatest", "least", "nullif", "concat")),
                    Map.entry("round", List.of("floor", "ceil", "trunc", "abs", "pg_sleep")),
                    Map.entry("to_jsonb", List.of("to_json", "row_to_json", "hstore")),
                    Map.entry("generate_series", List.of("unnest", "pg_sleep", "lo_creat")));

    private static final List<List<String>> OPERATORS =
            List.of(
                    List.of("=", "<>", "<", ">", "<=", ">="),
                    List.of("+", "-", "*"),
                    List.of("AND", "OR"),
                    List.of("UNION", "EXCEPT", "INTERSECT", "UNION ALL"),
                    List.of("LIKE", "ILIKE", "NOT LIKE"),
                    List.of("LEFT", "RIGHT", "FULL"),
                    List.of("ASC", "DESC"));

    private static final List<String> SPACES =
            List.of(" ", "\n", "\t", " /* a */ ", " -- b\n", "/**/", " /* c /* d */ ; */ ", "\f");

    private static final List<String> AROUND =
            List.of(
                    "SELECT * FROM (%s) AS wrapped",
                    "WITH wrapped AS (%s) SELECT * FROM wrapped",
                    "WITH RECURSIVE wrapped AS (%s) TABLE wrapped",
                    "SELECT count(*) FROM (%s) AS wrapped",
                    "SELECT wrapped FROM (%s) AS wrapped",
                    "SELECT to_jsonb(wrapped) FROM (%s) AS wrapped",
                    "SELECT wrapped::text FROM (%s) AS wrapped",
                    "SELECT EXISTS (%s)",
                    "SELECT ARRAY(SELECT wrapped FROM (%s) AS wrapped)",
                    "(%s) LIMIT 7",
                    "SELECT 1 WHERE 1 IN (SELECT 1 FROM (%s) AS wrapped)",
                    "SELECT w.* FROM (VALUES (1)) AS v, LATERAL (%s) AS w",
                    "(%s) UNION ALL (%<s)",
                    "EXPLAIN %s");

    private static final Set<String> KEPT =
            Set.of("select", "from", "where", "group", "order", "by", "as", "on", "with", "limit");

    private static final int CHANGES_MAX = 4;
    private static final int DARING_IN_HUNDRED = 40;

    private final List<List<String>> statements;
    private final List<String> tables;
    private final List<String> columns;
    private final List<String> strings = new ArrayList<>();
    private final Set<String> names;
    private final Random random;

    /**
     * @param tables of the database, hidden ones too
     * @param columns of all of them
     */
    GentleMutations(
            List<List<String>> statements,
            List<String> tables,
            List<String> columns,
            Random random) {
        this.statements = statements;
        this.tables = tables;
        this.columns = columns;
        this.names = Set.copyOf(columns);
        this.random = random;
        for (List<String> pieces : statements) {
            pieces.stream().filter(piece -> piece.startsWith("'")).forEach(strings::add);
        }
    }

    String next() {
        List<String> pieces = new ArrayList<>(any(statements));
        int changes = 1 + random.nextInt(CHANGES_MAX);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(pieces.size());
            pieces.set(at, changed(pieces.get(at), at > 0 ? pieces.get(at - 1) : ""));
        }
        String sql = String.join("", pieces);
        return random.nextInt(3) == 0 ? any(AROUND).formatted(withoutEnd(sql)) : sql;
    }

    /** A comment at its end would swallow what follows. */
    private static String withoutEnd(String sql) {
        return sql.stripTrailing().replaceAll(";+$", "") + "\n";
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String changed(String piece, String before) {
        if (piece.isBlank()) {
            return any(SPACES) + " ";
        }
        if (piece.startsWith("'")) {
            return before.matches("\\w+") ? piece : any(strings);
        }
        if (piece.matches("\\d+")) {
            return Integer.toString(random.nextInt(40));
        }
        for (List<String> alike : OPERATORS) {
            if (alike.contains(piece.toUpperCase(Locale.ROOT))) {
                return any(alike);
            }
        }
        return piece.matches("\\w+") ? word(piece) : piece;
    }

    private String word(String piece) {
        List<String> neighbours = NEIGHBOURS.get(piece.toLowerCase(Locale.ROOT));
        if (neighbours != null && random.nextBoolean()) {
            return any(neighbours);
        }
        boolean daring = random.nextInt(100) < DARING_IN_HUNDRED;
        if (daring && tables.contains(piece)) {
            return any(tables);
        }
        if (daring && names.contains(piece)) {
            return any(columns);
        }
        if (!KEPT.contains(piece) && names.contains(piece) && random.nextBoolean()) {
            return "\"" + piece + "\"";
        }
        return random.nextBoolean()
                ? piece.toUpperCase(Locale.ROOT)
                : piece.toLowerCase(Locale.ROOT);
    }
}
