-- A small library. Run by the superuser in an empty database.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'library_reader') THEN CREATE ROLE library_reader LOGIN PASSWORD 'reader'; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'library_owner') THEN CREATE ROLE library_owner LOGIN PASSWORD 'owner'; END IF;
END $$;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION tablefunc;
CREATE EXTENSION ltree;
CREATE EXTENSION pgcrypto;
CREATE EXTENSION unaccent;
CREATE EXTENSION fuzzystrmatch;
CREATE EXTENSION tsm_system_rows;
-- Named by attempts only.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['dblink', 'xml2', 'postgres_fdw', 'file_fdw', 'lo', 'pageinspect', 'pgrowlocks', 'pgstattuple', 'pg_prewarm', 'pg_visibility'] LOOP
    BEGIN EXECUTE format('CREATE EXTENSION %I', name); EXCEPTION WHEN OTHERS THEN RAISE NOTICE 'no extension %', name; END;
  END LOOP;
END $$;
GRANT CREATE, USAGE ON SCHEMA public TO library_owner;
CREATE SCHEMA reports AUTHORIZATION library_owner;
CREATE SCHEMA staff AUTHORIZATION library_owner;
SET ROLE library_owner;
CREATE TYPE shelf AS ENUM ('fiction', 'science', 'history');
CREATE TYPE size AS (width numeric, height numeric);
CREATE DOMAIN isbn AS text CHECK (VALUE ~ '^[0-9-]+$');
CREATE TABLE books (id int PRIMARY KEY, title text NOT NULL, isbn isbn, shelf shelf, price numeric(8,2), pages int,
  published date, tags text[], extra jsonb, size size, label hstore, note xml, "Order" int);
INSERT INTO books SELECT g, 'Book ' || g, g || '-' || g * 7, (ARRAY['fiction','science','history'])[1 + g % 3]::shelf, 5 + g % 20, 100 + g,
  date '1990-01-01' + g * 30, ARRAY['t' || g % 5, 'all'], jsonb_build_object('rank', g % 4, 'authors', jsonb_build_array('a' || g, 'b')),
  ROW(10 + g, 20)::size, hstore('k', g::text), xmlelement(name b, g), g FROM generate_series(1, 120) g;
CREATE TABLE members (id int PRIMARY KEY, name text, email citext, city text, joined timestamptz, pin text, region text);
INSERT INTO members SELECT g, 'Member ' || g, 'm' || g || '@library.test', (ARRAY['Ghent','Lyon',NULL])[1 + g % 3], timestamptz '2024-01-01 10:00+00' + g * interval '1 day',
  'CANARY-PIN-' || g, (ARRAY['north','south'])[1 + g % 2] FROM generate_series(1, 60) g;
CREATE TABLE loans (id int, member_id int REFERENCES members, book_id int REFERENCES books, taken timestamptz NOT NULL, back timestamptz, fee numeric) PARTITION BY RANGE (taken);
CREATE TABLE loans_2024 PARTITION OF loans FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE loans_rest PARTITION OF loans DEFAULT;
INSERT INTO loans SELECT g, 1 + g % 60, 1 + g % 120, timestamptz '2024-03-01 00:00+00' + g * interval '11 hours',
  CASE WHEN g % 4 > 0 THEN timestamptz '2024-03-15 00:00+00' + g * interval '11 hours' END, (g % 9) * 0.5 FROM generate_series(1, 900) g;
CREATE TABLE branches (id int PRIMARY KEY, parent int, name text);
INSERT INTO branches VALUES (1, NULL, 'Main'), (2, 1, 'East'), (3, 1, 'West'), (4, 2, 'Harbour');
CREATE TABLE keys (id int, value text);
INSERT INTO keys VALUES (1, 'CANARY-KEY');
CREATE TABLE canary (id int, v text);
INSERT INTO canary SELECT g, 'v' || g FROM generate_series(1, 5) g;
CREATE TABLE staff.wages (id int, wage numeric, note text);
INSERT INTO staff.wages VALUES (1, 1000, 'CANARY-WAGE');
CREATE SEQUENCE counter;
CREATE VIEW reports.loans_by_day AS SELECT taken::date AS day, count(*) AS n, sum(fee) AS fees FROM loans GROUP BY 1;
CREATE VIEW wages_view AS SELECT id, wage FROM staff.wages;
CREATE VIEW pins AS SELECT m.name, m.pin AS code FROM members m;
CREATE MATERIALIZED VIEW reports.busy AS SELECT member_id, count(*) AS n FROM loans GROUP BY 1;
-- A small shop beside it, with every kind of column and of name.
CREATE TYPE sale_state AS ENUM ('open', 'paid', 'sent', 'void');
CREATE TYPE extent AS (across numeric, up numeric, deep numeric);
CREATE DOMAIN mail AS citext CHECK (VALUE ~ '@');
CREATE DOMAIN natural_number AS int CHECK (VALUE > 0);
CREATE TABLE patrons (id int PRIMARY KEY, name text NOT NULL, mail mail, land text, town text, grp text, since timestamptz NOT NULL,
  born date, active boolean, marks text[], facts jsonb, spot point, credit numeric(12,2), addr inet, uid uuid);
INSERT INTO patrons SELECT g, 'Patron ' || g, 'p' || g || '@library.test', (ARRAY['BE', 'FR', 'NL', NULL])[1 + g % 4], (ARRAY['Ghent', 'Lyon', 'Breda'])[1 + g % 3],
  (ARRAY['adult', 'child', 'school'])[1 + g % 3], timestamptz '2023-02-01 08:00+00' + g * interval '26 hours', date '1950-03-01' + g * 91, g % 5 <> 0,
  ARRAY['m' || g % 3, 'all'], jsonb_build_object('level', g % 4, 'deep', jsonb_build_object('n', jsonb_build_array(g, g * 2)), 'flag', g % 2 = 1),
  point(g % 20, g % 10), g * 3.5, ('10.1.' || g % 250 || '.7')::inet, md5('p' || g)::uuid FROM generate_series(1, 150) g;
CREATE TABLE topics (id int PRIMARY KEY, above int REFERENCES topics, name text, path ltree);
INSERT INTO topics VALUES (1, NULL, 'Everything', 'top'), (2, 1, 'Science', 'top.science'), (3, 1, 'Art', 'top.art'), (4, 2, 'Physics', 'top.science.physics');
CREATE TABLE wares (id int PRIMARY KEY, code text UNIQUE, name text, topic_id int REFERENCES topics, price numeric(10,2), cash money, props jsonb, dims extent,
  earlier extent[], pairs hstore, about text, words tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(about, ''))) STORED, picture bytea, sold daterange);
INSERT INTO wares (id, code, name, topic_id, price, cash, props, dims, earlier, pairs, about, picture, sold) SELECT g, 'W-' || g, 'Ware ' || g, 1 + g % 4, 3 + g, (3 + g)::money,
  jsonb_build_object('tint', (ARRAY['green', 'grey'])[1 + g % 2], 'sizes', jsonb_build_array(g)), ROW(g, 2, 3)::extent, ARRAY[ROW(1, g, 1)::extent, ROW(g, 2, 2)::extent],
  hstore('k', g::text), 'a bound notebook with number ' || g, decode(md5(g::text), 'hex'), daterange(date '2023-06-01', date '2023-06-01' + g * 7) FROM generate_series(1, 40) g;
CREATE TABLE sales (id bigint PRIMARY KEY, patron_id int REFERENCES patrons, state sale_state, sold_at timestamptz, sent_at timestamptz, amount numeric(12,2), tender char(3),
  rebate numeric, memo text, held tstzrange);
INSERT INTO sales SELECT g, 1 + g % 150, (ARRAY['open', 'paid', 'sent', 'void'])[1 + g % 4]::sale_state, timestamptz '2024-01-02 00:00+00' + g * interval '9 hours',
  CASE WHEN g % 2 = 0 THEN timestamptz '2024-01-05 00:00+00' + g * interval '9 hours' END, (g % 71) * 2.25 + 1, (ARRAY['EUR', 'CHF'])[1 + g % 2], CASE WHEN g % 5 = 0 THEN 0.2 END,
  CASE WHEN g % 9 = 0 THEN 'drop table sales; --' END, tstzrange(timestamptz '2024-01-02' + g * interval '9 hours', timestamptz '2024-01-08' + g * interval '9 hours') FROM generate_series(1, 800) g;
CREATE TABLE sale_lines (sale_id bigint REFERENCES sales, line int, ware_id int REFERENCES wares, pieces int, each_price numeric(10,2), PRIMARY KEY (sale_id, line));
INSERT INTO sale_lines SELECT s.id, n, 1 + (s.id * n) % 40, 1 + (s.id + n) % 4, 3 + n FROM sales s, generate_series(1, 2) n;
CREATE TABLE clerks (id int PRIMARY KEY, boss int REFERENCES clerks, name text, wage numeric, hired date, desk text);
INSERT INTO clerks SELECT g, NULLIF(g / 4, 0), 'Clerk ' || g, 900 + g * 11, date '2016-01-01' + g * 40, (ARRAY['front', 'back'])[1 + g % 2] FROM generate_series(1, 25) g;
CREATE TABLE visits (id bigint, ts timestamptz NOT NULL, who int, kind text, body jsonb, stay interval) PARTITION BY RANGE (ts);
CREATE TABLE visits_early PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2024-03-01');
CREATE TABLE visits_late PARTITION OF visits DEFAULT;
INSERT INTO visits SELECT g, timestamptz '2024-01-01' + g * interval '3 hours', 1 + g % 40, (ARRAY['look', 'read', 'buy'])[1 + g % 3], jsonb_build_object('page', '/' || g % 5), g * interval '1 minute' FROM generate_series(1, 900) g;
CREATE TABLE "Shelf Marks" ("Mark ID" int, "Euro €" numeric, "select" int, "from" int, "where" text, "quo""te" text, "тема" text, "line
break" text, "MixedCase" int);
INSERT INTO "Shelf Marks" VALUES (1, 18, 1, 2, 'w', 'q', 't', 'l', 7);
CREATE TABLE keyword_names (id int, "insert" int, "update" int, "delete" int, action text, "user" text, "order" int, "group" text, "table" text);
INSERT INTO keyword_names VALUES (1, 10, 20, 30, 'DELETE', 'ann', 1, 'g', 't'), (2, 11, 21, 31, 'drop table x', 'bob', 2, 'h', 'u');
CREATE TABLE gauges (gauge int, at timestamp, value double precision, n numeric);
INSERT INTO gauges VALUES (1, 'infinity', 'NaN', 'NaN'), (1, '-infinity', 'Infinity', 'Infinity'), (2, '0100-01-01 BC', 0.5, 1.5), (3, '2024-02-29', -0.0, 1e90);
CREATE TABLE one_of_each (no int, doc xml, fee money, span interval, four_bits bit(4), some_bits varbit, net cidr, card macaddr, years int4range, terms int4multirange, zoned timetz,
  note json, spot path, plot polygon, ring circle, frame box, edge line, side lseg, ref oid, tag name, mark "char", wal pg_lsn, nat natural_number, size_of extent, sizes extent[], states sale_state[],
  way jsonpath, grid int[][], wanted tsquery);
INSERT INTO one_of_each VALUES (3, '<a><b>7</b></a>', '$18.50', '4 months 9 days 01:02:03', B'1001', B'10', '10.4.0.0/16', '02:42:ac:11:00:09', '[1990,2020)', '{[1,4),[6,8)}', '17:30:00+02',
  '{"shelf": 12}', '[(0,1),(2,3)]', '((0,0),(4,0),(4,4))', '<(1,1),2>', '(5,5),(1,1)', '{2,1,-4}', '[(0,0),(0,7)]', 45, 'tag', 'm', '0/1A2B3C4D', 8, ROW(4, 5, 6), ARRAY[ROW(4, 5, 6)::extent],
  ARRAY['open', 'paid']::sale_state[], '$.shelf', '{{7,8},{9,10}}', 'owl & !fox');
CREATE TABLE accounts (id int PRIMARY KEY, login text, mail text, role text, pass_hash text, ssn text, seen timestamptz);
INSERT INTO accounts SELECT g, 'login' || g, 'l' || g || '@library.test', (ARRAY['chief', 'guest'])[1 + g % 2], 'CANARY-HASH-' || g, 'CANARY-SSN-' || g, timestamptz '2024-01-01' + g * interval '1 day' FROM generate_series(1, 30) g;
CREATE TABLE vault (id int, k text, v text);
INSERT INTO vault VALUES (1, 'CANARY-VAULT-K', 'CANARY-VAULT-V');
CREATE TABLE long_names (id int, b234567890123456789012345678901234567890123456789012345678901_z text);
INSERT INTO long_names VALUES (1, 'CANARY-LONG');
CREATE TABLE closed (id int, v text);
INSERT INTO closed VALUES (1, 'v');
CREATE TABLE tenant_notes (id int, tenant text, note text);
INSERT INTO tenant_notes VALUES (1, 'a', 'note a'), (2, 'b', 'note b');
ALTER TABLE tenant_notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON tenant_notes USING (tenant = current_setting('app.tenant', true));
CREATE VIEW reports.sales_by_day AS SELECT sold_at::date AS day, tender, count(*) AS n, sum(amount) AS taken FROM sales GROUP BY 1, 2;
CREATE MATERIALIZED VIEW reports.top_patrons AS SELECT patron_id, sum(amount) AS t FROM sales GROUP BY 1 ORDER BY 2 DESC LIMIT 10;
CREATE VIEW active_patrons AS SELECT id, name, land, mail FROM patrons WHERE active;
CREATE VIEW failing AS SELECT id, 1 / (id - id) AS bang FROM patrons;
CREATE FUNCTION discounted(p numeric, d numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(p * (1 - coalesce(d, 0)), 2)';
CREATE FUNCTION all_wages() RETURNS SETOF staff.wages LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM staff.wages';
CREATE FUNCTION add_canary() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO public.canary VALUES (77, 'x'); RETURN 1; END $f$;
CREATE FUNCTION run_text(q text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $f$ DECLARE r text; BEGIN EXECUTE q INTO r; RETURN r; END $f$;
CREATE FUNCTION whole_account(accounts) RETURNS text LANGUAGE sql AS 'SELECT $1.pass_hash || $1.ssn';
CREATE FUNCTION count(accounts) RETURNS text LANGUAGE sql AS 'SELECT $1.pass_hash';
CREATE FUNCTION wage_eq(text, int) RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT $1 || note FROM staff.wages WHERE id = $2';
CREATE OPERATOR ~=% (LEFTARG = text, RIGHTARG = int, FUNCTION = wage_eq);
CREATE OPERATOR // (LEFTARG = int, RIGHTARG = int, FUNCTION = int4div);
CREATE VIEW side_view AS SELECT p.id, public.run_text('SELECT 1') AS s FROM patrons p;
CREATE FUNCTION with_tax(p numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT p * 1.21';
CREATE FUNCTION wage_of(i int) RETURNS text LANGUAGE sql SECURITY DEFINER STABLE AS 'SELECT note FROM staff.wages WHERE id = i';
CREATE FUNCTION all_of(members) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.pin';
CREATE FUNCTION length(members) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.pin';
CREATE FUNCTION pin_eq(text, members) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT $2.pin LIKE $1';
CREATE OPERATOR @@@ (LEFTARG = text, RIGHTARG = members, FUNCTION = pin_eq);
CREATE FUNCTION state(text, int) RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT coalesce($1, '''') || (SELECT note FROM staff.wages LIMIT 1)';
CREATE AGGREGATE peek(int) (SFUNC = state, STYPE = text);
CREATE FUNCTION is_slow(text) RETURNS boolean LANGUAGE plpgsql AS $f$ BEGIN PERFORM pg_sleep(20); RETURN true; END $f$;
CREATE DOMAIN slow AS text CHECK (is_slow(VALUE));
CREATE TYPE trap AS (i int);
CREATE FUNCTION to_trap(int) RETURNS trap LANGUAGE plpgsql AS $f$ BEGIN PERFORM pg_sleep(20); RETURN ROW($1)::trap; END $f$;
CREATE CAST (int AS trap) WITH FUNCTION to_trap(int);
GRANT USAGE ON SCHEMA reports TO library_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public, reports TO library_reader;
REVOKE ALL ON closed FROM library_reader;
SELECT lo_from_bytea(7001, 'CANARY-LO');
RESET ROLE;
CREATE SERVER silent FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '59997', dbname 'x');
CREATE USER MAPPING FOR PUBLIC SERVER silent OPTIONS (user 'u', password 'CANARY-FDW');
CREATE FOREIGN TABLE ft_silent (id int) SERVER silent;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE ft_file (line text) SERVER files OPTIONS (filename '/etc/passwd');
GRANT SELECT ON ft_silent, ft_file TO PUBLIC;
ANALYZE;
