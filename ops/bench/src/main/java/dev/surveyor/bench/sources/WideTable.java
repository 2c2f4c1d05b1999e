package dev.surveyor.bench.sources;

import java.util.List;

/** One table of twenty columns as business has them: keys, categories, amounts, texts, gaps. */
record WideTable(String database, int rows) {

    List<String> statements() {
        return List.of(
                """
                CREATE TABLE wide AS SELECT
                    i AS id, md5(i::text)::uuid AS uid, ((i::bigint * 7919) %% 100000)::int AS customer_id,
                    (i * 31 %% 51) AS store_id,
                    (ARRAY['new', 'paid', 'shipped', 'returned', 'cancelled'])[1 + i %% 5] AS status,
                    (ARRAY['DE', 'FR', 'GB', 'US', 'CN', 'IT', 'ES', 'NL'])[1 + (i / 7) %% 8] AS country,
                    (((i::bigint * 104729) %% 1000000) / 100.0)::numeric(10,2) AS amount,
                    (i * 17 %% 97) AS quantity, sin(i) AS ratio, i %% 10 < 3 AS flag,
                    timestamp '2020-01-01' + i * interval '1 second' AS created_at,
                    date '2020-01-01' + i %% 1500 AS day, 'user' || i %% 300000 || '@example.com' AS email,
                    md5(i::text) AS hash, CASE WHEN i %% 5 > 0 THEN 'city ' || i %% 3000 END AS city,
                    'note ' || repeat('x', i %% 40) || i AS note, (i %% 10)::smallint AS prio,
                    (i::bigint * 2654435761) %% 1000000007 AS big,
                    CASE WHEN i %% 5000 = 0 THEN 'rare ' || i %% 60000 ELSE 'common' END AS kind,
                    '+49 ' || (i::bigint * 37) %% 9999999 AS phone
                FROM generate_series(1, %d) i
                """
                        .formatted(rows),
                "VACUUM ANALYZE wide");
    }
}
