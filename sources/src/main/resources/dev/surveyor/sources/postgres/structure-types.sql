-- Every type that a column has, with what those are made of.
WITH RECURSIVE used (typid, typmod) AS (
    SELECT a.atttypid, a.atttypmod
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.attnum > 0 AND NOT a.attisdropped
       AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
       AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
     UNION
    SELECT part.typid, part.typmod
      FROM used
      JOIN pg_type t ON t.oid = used.typid
      LEFT JOIN pg_range r ON r.rngtypid = t.oid
     CROSS JOIN LATERAL (SELECT CASE WHEN t.typtype = 'd' THEN t.typbasetype
                                     WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem
                                     ELSE r.rngsubtype END AS typid,
                                CASE WHEN t.typtype = 'd' THEN t.typtypmod
                                     WHEN t.typcategory = 'A' THEN used.typmod
                                     ELSE -1 END AS typmod) part
     WHERE part.typid IS NOT NULL
)
SELECT used.typid, used.typmod, format_type(used.typid, used.typmod), t.typname, t.typtype, t.typcategory,
       CASE WHEN t.typtype = 'd' THEN t.typbasetype
            WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem
            ELSE r.rngsubtype END,
       CASE WHEN t.typtype = 'd' THEN t.typtypmod
            WHEN t.typcategory = 'A' THEN used.typmod
            ELSE -1 END
  FROM used
  JOIN pg_type t ON t.oid = used.typid
  LEFT JOIN pg_range r ON r.rngtypid = t.oid
