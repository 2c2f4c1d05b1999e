-- A small library. Run by the superuser in an empty database.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'library_reader') THEN CREATE ROLE library_reader LOGIN PASSWORD 'reader'; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'library_owner') THEN CREATE ROLE library_owner LOGIN PASSWORD 'owner'; END IF;
END $$;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION tablefunc;
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
RESET ROLE;
ANALYZE;
