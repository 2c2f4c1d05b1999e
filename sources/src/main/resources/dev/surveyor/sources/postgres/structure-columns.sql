SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull,
       a.attidentity <> '', --@ since 10
       false,               --@ until 9
       a.attgenerated,      --@ since 12
       '',                  --@ until 11
       -- Relation 0: a default names no columns, and so no table is opened, nor waited for.
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(def.adbin, 0) END, --@ since 12
       pg_get_expr(def.adbin, 0),                                        --@ until 11
       col.collname, d.description,
       a.attacl IS NOT NULL AND has_column_privilege(a.attrelid, a.attnum, 'SELECT')
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef def ON a.atthasdef AND def.adrelid = a.attrelid AND def.adnum = a.attnum
  LEFT JOIN pg_collation col ON col.oid = a.attcollation AND col.collname NOT IN ('default')
       AND a.attcollation <> (SELECT t.typcollation FROM pg_type t WHERE t.oid = a.atttypid)
  LEFT JOIN pg_description d ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
 WHERE a.attnum > 0 AND NOT a.attisdropped
   AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't'
   AND NOT c.relispartition --@ since 10
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY a.attrelid, a.attnum
