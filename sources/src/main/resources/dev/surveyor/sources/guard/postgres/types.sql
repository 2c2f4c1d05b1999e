SELECT t.oid::bigint, n.nspname, t.typname, t.typtype::text, t.typelem::bigint, t.typbasetype::bigint,
       t.typrelid::bigint, coalesce(c.relkind::text, ''), coalesce(e.extname, ''), t.oid < 16384,
       (SELECT array_agg(pg_get_constraintdef(k.oid) ORDER BY k.oid) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'),
       coalesce(r.rngcanonical::oid::bigint, 0), coalesce(r.rngsubtype::bigint, 0), t.typcategory = 'A'
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_class c ON c.oid = t.typrelid
LEFT JOIN pg_range r ON r.rngtypid = t.oid
LEFT JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
LEFT JOIN pg_extension e ON e.oid = d.refobjid
WHERE n.nspname NOT LIKE 'pg\_temp%' AND n.nspname NOT LIKE 'pg\_toast%'
