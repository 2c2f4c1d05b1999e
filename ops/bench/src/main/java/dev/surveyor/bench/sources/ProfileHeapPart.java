package dev.surveyor.bench.sources;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The heap that a profile takes where rows and cells are as large as they can be. */
final class ProfileHeapPart implements SourcesBenchmark.Part {

    private static final String DATABASE = "heavy_cells";

    @Override
    public void measure(Ground ground, Findings findings)
            throws SQLException, IOException, InterruptedException {
        ground.database(DATABASE, statements());
        ground.tell("Profile of cells of 300 MB and rows of 1,500 columns");
        findings.result(
                "profile_heap_mib",
                HeapProbe.run(ground.address(DATABASE), HeapProbe.Subject.PROFILE));
    }

    private static List<String> statements() {
        return List.of(
                "CREATE TABLE heavy (id int PRIMARY KEY, t text, b bytea, j jsonb, a text[])",
                "INSERT INTO heavy SELECT 1, repeat('x', 300000000), convert_to(repeat('y', 100000000), 'UTF8'), NULL, NULL",
                "INSERT INTO heavy SELECT i, repeat(md5(i::text), 20000), decode(repeat(md5(i::text), 20000), 'hex'),"
                        + " jsonb_build_object('k', repeat(md5(i::text), 20000)), ARRAY(SELECT md5(n::text) FROM generate_series(1, 5000) n)"
                        + " FROM generate_series(2, 60) i",
                """
                DO $$
                BEGIN
                    EXECUTE (SELECT 'CREATE TABLE broad (' || string_agg('c' || n || ' int', ', ') || ')' FROM generate_series(1, 1500) n);
                    EXECUTE (SELECT 'INSERT INTO broad SELECT ' || string_agg('i * ' || n, ', ') || ' FROM generate_series(1, 3000) i'
                               FROM generate_series(1, 1500) n);
                    EXECUTE (SELECT 'CREATE VIEW texts AS SELECT ' || string_agg('repeat(''x'', 2000) || c' || n || ' AS c' || n, ', ') || ' FROM broad LIMIT 300'
                               FROM generate_series(1, 1500) n);
                END
                $$
                """,
                "ANALYZE");
    }
}
