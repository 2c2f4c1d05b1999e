SELECT n.nspname, o.oprname, o.oprleft = 0, o.oprcode::oid::bigint
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
