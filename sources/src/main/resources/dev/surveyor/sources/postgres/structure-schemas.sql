SELECT n.oid, n.nspname, pg_get_userbyid(n.nspowner), d.description, has_schema_privilege(n.oid, 'USAGE')
  FROM pg_namespace n
  LEFT JOIN pg_description d ON d.objoid = n.oid AND d.classoid = 'pg_namespace'::regclass AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
