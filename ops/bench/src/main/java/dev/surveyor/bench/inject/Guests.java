package dev.surveyor.bench.inject;

import java.util.List;
import java.util.Map;

/** What is to be kept from those who ask: every cell of it holds a word that nobody may see. */
final class Guests {

    static final String DATABASE = "injected";

    /** In everything that is denied. */
    static final String CANARY = "CANARY";

    /** In every number that is denied, or that is made of more rows than are allowed. */
    static final long DENIED_NUMBER = 1_000;

    private Guests() {}

    static String making() {
        return """
        CREATE TABLE guests (id integer PRIMARY KEY, name text, region text, amount integer, email text, passport text);
        INSERT INTO guests
        SELECT n, CASE WHEN n % 100 = 0 THEN 'Guest ' || n / 100 ELSE 'CANARY guest ' || n END,
               CASE WHEN n % 100 = 0 THEN 'north' ELSE 'south' END, CASE WHEN n % 100 = 0 THEN n / 100 ELSE 7777777 END,
               'CANARY' || n || '@example.org', 'CANARY passport ' || n
          FROM generate_series(1, 2000) n;
        CREATE VIEW guest_list AS SELECT * FROM guests;
        CREATE TABLE vault (id integer PRIMARY KEY, code text);
        INSERT INTO vault SELECT n, 'CANARY code ' || n FROM generate_series(1, 50) n;
        CREATE PROCEDURE obey() LANGUAGE sql AS 'DELETE FROM guests';
        """;
    }

    static Map<String, Object> policies() {
        return Map.of(
                "rules",
                List.of(
                        Map.of(
                                "hiddenTables",
                                List.of(Map.of("schema", "public", "table", "vault")),
                                "hiddenColumns",
                                List.of(column("passport")),
                                "rowFilters",
                                List.of(
                                        Map.of(
                                                "schema",
                                                "public",
                                                "table",
                                                "guests",
                                                "condition",
                                                "region = 'north'")),
                                "masks",
                                List.of(
                                        Map.of(
                                                "schema", "public",
                                                "table", "guests",
                                                "column", "email",
                                                "kind", "HIDE")))),
                "liftedForOwners",
                false);
    }

    private static Map<String, Object> column(String name) {
        return Map.of("schema", "public", "table", "guests", "column", name);
    }

    /** All that there is, in one figure. */
    static final String FINGERPRINT =
            """
            SELECT hashtextextended(string_agg(part, '|' ORDER BY part), 0) FROM (
                SELECT 'g' || g::text AS part FROM guests g
                UNION ALL SELECT 'v' || v::text FROM vault v
                UNION ALL SELECT 'c' || relname || coalesce(relacl::text, '') FROM pg_class WHERE relnamespace = 'public'::regnamespace
                UNION ALL SELECT 'r' || rolname || rolsuper FROM pg_roles) all_of_it
            """;
}
