-- Partitions too: they are added up below their parent.
SELECT c.oid, c.relnamespace, c.relname, c.relkind, pg_get_userbyid(c.relowner), d.description,
       c.reltuples::bigint, (c.relpages::bigint + coalesce(toast.relpages, 0)) * current_setting('block_size')::bigint,
       pg_stat_get_live_tuples(c.oid), c.relrowsecurity, has_table_privilege(c.oid, 'SELECT'),
       i.inhparent --@ since 10
       NULL        --@ until 9
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
  LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
  LEFT JOIN pg_inherits i ON i.inhrelid = c.oid AND c.relispartition --@ since 10
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
