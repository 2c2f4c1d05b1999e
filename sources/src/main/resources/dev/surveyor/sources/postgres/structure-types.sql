-- Every type that a column has, with what those are made of. Tables below 16384 are the system's own.
WITH RECURSIVE used (typid, typmod) AS (
    SELECT DISTINCT a.atttypid, a.atttypmod
      FROM pg_attribute a
     WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid >= 16384
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
