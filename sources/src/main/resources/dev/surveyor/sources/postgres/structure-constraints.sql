SELECT k.conrelid, k.contype, k.conname, k.conkey, k.confrelid, k.confkey, k.confupdtype, k.confdeltype, k.convalidated, k.oid
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE k.contype IN ('p', 'u', 'f', 'c')
   AND (k.conparentid = 0 OR k.contype <> 'f') --@ since 11
   AND (NOT c.relispartition OR k.contype = 'f') --@ since 10
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY k.conrelid, k.conname
