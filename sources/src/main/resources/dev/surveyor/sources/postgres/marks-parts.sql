-- What a relation's rows are made of: its children, and what a view reads.
SELECT i.inhparent, i.inhrelid, NULL
  FROM pg_inherits i
 UNION ALL
SELECT r.ev_class, d.refobjid, NULL
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class AND c.relkind = 'v'
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
 WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
 UNION ALL
-- Its definition; none where it also depends on the clock, on chance, or on a function that may read anything.
SELECT r.ev_class, 0,
       CASE WHEN r.ev_action::text ~ 'SQLVALUEFUNCTION'
              OR EXISTS (SELECT FROM pg_depend d
                          WHERE d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                            AND d.refclassid = 'pg_proc'::regclass)
              OR EXISTS (SELECT FROM pg_proc p
                          WHERE p.provolatile <> 'i' AND p.pronamespace = 'pg_catalog'::regnamespace
                            AND p.proname IN ('now', 'statement_timestamp', 'clock_timestamp', 'timeofday', 'random',
                                              'transaction_timestamp', 'age', 'gen_random_uuid', 'nextval',
                                              'current_setting', 'pg_sleep')
                            AND strpos(r.ev_action::text, ':funcid ' || p.oid || ' ') > 0)
            THEN '' ELSE r.oid || ' ' || r.xmin END
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class AND c.relkind = 'v'
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
