SELECT n.nspname, p.proname, p.prokind::text, p.provolatile::text, l.lanname, e.extname,
       p.oid < 16384,
       p.pronargs, p.pronargdefaults, p.provariadic <> 0,
       (SELECT coalesce(string_agg(t.typname, ',' ORDER BY a.place), '')
        FROM unnest(p.proargtypes) WITH ORDINALITY AS a(type, place) JOIN pg_type t ON t.oid = a.type),
       (SELECT coalesce(string_agg(format_type(a.type, NULL), ',' ORDER BY a.place), '')
        FROM unnest(p.proargtypes) WITH ORDINALITY AS a(type, place) WHERE n.nspname <> 'pg_catalog'),
       r.typname, r.typtype::text, r.typrelid::bigint,
       CASE WHEN p.proargmodes IS NOT NULL THEN
           (SELECT array_agg(coalesce(p.proargnames[m.place], '') ORDER BY m.place)
            FROM unnest(p.proargmodes) WITH ORDINALITY AS m(mode, place) WHERE m.mode IN ('o', 'b', 't'))
       END,
       p.oid::bigint
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
JOIN pg_type r ON r.oid = p.prorettype
LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
LEFT JOIN pg_extension e ON e.oid = d.refobjid
WHERE p.prokind <> 'p' AND n.nspname NOT LIKE 'pg\_temp%' AND n.nspname <> 'information_schema'
