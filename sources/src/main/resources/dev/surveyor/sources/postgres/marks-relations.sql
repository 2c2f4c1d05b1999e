SELECT c.oid, n.nspname, c.relname, c.relkind,
       concat_ws(' ', c.oid, c.relfilenode, pg_stat_get_tuples_inserted(c.oid),
                 pg_stat_get_tuples_updated(c.oid), pg_stat_get_tuples_deleted(c.oid)),
       c.relrowsecurity
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
