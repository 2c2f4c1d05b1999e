SELECT i.indrelid, i.indexrelid, ic.relname, am.amname, i.indisunique AND i.indisvalid,
       i.indkey::text,
       i.indnkeyatts, --@ since 11
       i.indnatts,    --@ until 10
       i.indpred IS NOT NULL
  FROM pg_index i
  JOIN pg_class ic ON ic.oid = i.indexrelid
  JOIN pg_am am ON am.oid = ic.relam
  JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE i.indislive AND c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
   AND NOT c.relispartition --@ since 10
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY i.indrelid, ic.relname
