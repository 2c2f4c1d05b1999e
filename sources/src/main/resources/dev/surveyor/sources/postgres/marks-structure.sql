-- Changes whenever what structures are read from may have: a version of a catalog's row is known by who wrote it.
WITH relations AS (
    SELECT c.oid, c.relkind, c.xmin
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
)
SELECT concat_ws(' ', current_user, d.oid,
       (SELECT string_agg(r.oid || ':' || r.rolname || ':' || pg_has_role(r.oid, 'USAGE'), ',' ORDER BY r.oid) FROM pg_roles r),
       (SELECT sum(hashint8((m.xmin::text::bigint << 32) # m.roleid::bigint # m.member::bigint)) FROM pg_auth_members m),
       (SELECT sum(hashint8((n.xmin::text::bigint << 32) # n.oid::bigint)) FROM pg_namespace n WHERE n.nspname !~ '^pg_(toast_)?temp_'),
       (SELECT count(*) || ':' || sum(hashint8((r.xmin::text::bigint << 32) # r.oid::bigint)) FROM relations r),
       (SELECT count(*) || ':' || sum(hashint8((a.xmin::text::bigint << 32) # (a.attrelid::bigint << 11) # a.attnum::bigint))
          FROM pg_attribute a JOIN relations r ON r.oid = a.attrelid AND r.relkind NOT IN ('i', 'I', 'S') AND a.attnum > 0),
       (SELECT count(*) || ':' || sum(hashint8((f.xmin::text::bigint << 32) # f.oid::bigint)) FROM pg_attrdef f),
       (SELECT count(*) || ':' || sum(hashint8((k.xmin::text::bigint << 32) # k.oid::bigint)) FROM pg_constraint k),
       (SELECT count(*) || ':' || sum(hashint8((i.xmin::text::bigint << 32) # i.indexrelid::bigint)) FROM pg_index i),
       (SELECT count(*) || ':' || sum(hashint8((i.xmin::text::bigint << 32) # (i.inhparent::bigint << 11) # i.inhrelid::bigint)) FROM pg_inherits i),
       (SELECT count(*) || ':' || sum(hashint8((w.xmin::text::bigint << 32) # w.oid::bigint)) FROM pg_rewrite w),
       (SELECT count(*) || ':' || sum(hashint8((t.xmin::text::bigint << 32) # t.oid::bigint)) FROM pg_type t
         WHERE t.typtype <> 'c' AND t.typelem = 0),
       (SELECT count(*) || ':' || sum(hashint8((e.xmin::text::bigint << 32) # e.oid::bigint)) FROM pg_enum e),
       (SELECT count(*) || ':' || sum(hashint8((l.xmin::text::bigint << 32) # l.oid::bigint)) FROM pg_collation l),
       (SELECT count(*) || ':' || sum(hashint8((p.xmin::text::bigint << 32) # p.oid::bigint)) FROM pg_proc p),
       (SELECT count(*) || ':' || sum(hashint8((s.xmin::text::bigint << 32) # (s.objoid::bigint << 11) # s.objsubid::bigint)) FROM pg_description s))
  FROM pg_database d
 WHERE d.datname = current_database()
