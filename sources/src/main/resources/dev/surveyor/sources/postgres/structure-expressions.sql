-- Printing an expression that names columns opens its table. Those that somebody changes now are left out.
WITH open_tables AS (
    SELECT c.oid
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm', 'f') AND c.relpersistence <> 't'
       AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND c.oid <> ALL (ARRAY(SELECT l.relation FROM pg_locks l
                                WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
                                  AND l.relation IS NOT NULL))
)
SELECT 'check', k.oid, 0, pg_get_expr(k.conbin, k.conrelid)
  FROM pg_constraint k
  JOIN open_tables o ON o.oid = k.conrelid
 WHERE k.contype = 'c'
UNION ALL
SELECT 'index', i.indexrelid, part.number, pg_get_indexdef(i.indexrelid, part.number, false)
  FROM pg_index i
  JOIN open_tables o ON o.oid = i.indrelid
 CROSS JOIN LATERAL generate_series(1, i.indnatts::int) AS part (number)
 WHERE i.indexprs IS NOT NULL AND i.indkey[part.number - 1] = 0
UNION ALL
SELECT 'predicate', i.indexrelid, 0, pg_get_expr(i.indpred, i.indrelid)
  FROM pg_index i
  JOIN open_tables o ON o.oid = i.indrelid
 WHERE i.indpred IS NOT NULL
UNION ALL                                                                       --@ since 12
SELECT 'generated', a.attrelid, a.attnum, pg_get_expr(def.adbin, def.adrelid)   --@ since 12
  FROM pg_attribute a                                                           --@ since 12
  JOIN open_tables o ON o.oid = a.attrelid                                      --@ since 12
  JOIN pg_attrdef def ON def.adrelid = a.attrelid AND def.adnum = a.attnum      --@ since 12
 WHERE a.attgenerated <> ''                                                     --@ since 12
