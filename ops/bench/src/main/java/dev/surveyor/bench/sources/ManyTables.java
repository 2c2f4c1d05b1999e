package dev.surveyor.bench.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many small tables of twelve columns, each with keys, an index, a relation and some rows. */
record ManyTables(String database, int tables, int rows) {

    private static final int TABLES_AT_ONCE = 200;

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        IntStream.iterate(1, first -> first <= tables, first -> first + TABLES_AT_ONCE)
                .forEach(first ->
                        statements.add(some(first, Math.min(tables, first + TABLES_AT_ONCE - 1))));
        statements.add("ANALYZE");
        return statements;
    }

    private String some(int first, int last) {
        return """
        DO $$
        BEGIN
            FOR i IN %d..%d LOOP
                EXECUTE format('CREATE TABLE t_%%1$s (
                    id integer PRIMARY KEY, parent_id integer, code varchar(20) NOT NULL, name text NOT NULL,
                    status text DEFAULT ''new'', amount numeric(12,2), quantity integer, ratio double precision,
                    active boolean NOT NULL DEFAULT true, born date, changed timestamp with time zone DEFAULT now(),
                    note text)', i);
                EXECUTE format('INSERT INTO t_%%1$s
                    SELECT n, n, ''C'' || mod(n, 7), ''name '' || n, (ARRAY[''new'',''open'',''done''])[mod(n, 3) + 1], n * 1.5, mod(n, 10),
                           n / 3.0, mod(n, 2) = 0, ''2024-01-01''::date + n, ''2024-01-01''::timestamptz + n * interval ''1 hour'',
                           CASE WHEN mod(n, 4) = 0 THEN NULL ELSE ''note '' || n END
                      FROM generate_series(1, %d) n', i);
                EXECUTE format('CREATE INDEX ON t_%%1$s (code)', i);
                IF i > 1 THEN
                    EXECUTE format('ALTER TABLE t_%%1$s ADD FOREIGN KEY (parent_id) REFERENCES t_%%2$s', i, i - 1);
                END IF;
            END LOOP;
        END
        $$
        """
                .formatted(first, last, rows);
    }
}
