SELECT r.rolname,
       EXISTS (SELECT FROM pg_roles p WHERE p.rolsuper AND pg_has_role(r.rolname, p.oid, 'MEMBER')),
       EXISTS (SELECT FROM pg_roles p WHERE p.rolreplication AND pg_has_role(r.rolname, p.oid, 'MEMBER')),
       ARRAY(SELECT p.rolname::text FROM pg_roles p
              WHERE p.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
                AND pg_has_role(r.rolname, p.oid, 'MEMBER') AND NOT r.rolsuper
              ORDER BY 1),
       has_database_privilege(r.rolname, current_database(), 'CREATE')
         OR EXISTS (SELECT FROM pg_namespace n
                     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                       AND has_schema_privilege(r.rolname, n.oid, 'CREATE'))
  FROM pg_roles r
 WHERE r.rolname = current_user
