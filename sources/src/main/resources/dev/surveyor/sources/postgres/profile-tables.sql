-- What the tables are like at this moment. Of one that another session holds for itself the size is not asked for.
WITH held AS (
    SELECT l.relation
      FROM pg_locks l
     WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.relation IS NOT NULL
       AND l.pid <> pg_backend_pid()
)
SELECT wanted.number, c.relkind, c.relhassubclass,
       c.reltuples, c.relpages,
       CASE WHEN c.relkind IN ('r', 'm') AND c.oid NOT IN (SELECT relation FROM held)
            THEN pg_relation_size(c.oid) END,
       CASE WHEN c.relkind IN ('r', 'm') AND c.oid NOT IN (SELECT relation FROM held)
            THEN CASE WHEN c.reltoastrelid = 0 THEN 0 ELSE pg_relation_size(c.reltoastrelid) END END,
       pg_stat_get_mod_since_analyze(c.oid),
       coalesce(pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid)) IS NOT NULL,
       getdatabaseencoding(), current_setting('block_size')::int
  FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted (schema, name, number)
  JOIN pg_namespace n ON n.nspname = wanted.schema
  JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name
