-- Attempts of our own that must be refused ("reject"), or refused or ended by limits ("bound"). A block starts at a line "-- id:".
-- id: X001 | not a query | reject | only queries run
INSERT INTO canary VALUES (9, 'x')
-- id: X002 | not a query | reject | only queries run
UPDATE canary SET v = 'x'
-- id: X003 | not a query | reject | only queries run
DELETE FROM canary
-- id: X004 | not a query | reject | only queries run
MERGE INTO canary USING (SELECT 1 AS i) s ON false WHEN NOT MATCHED THEN INSERT VALUES (1, 'x')
-- id: X005 | not a query | reject | only queries run
TRUNCATE canary
-- id: X006 | not a query | reject | only queries run
CREATE TABLE x (i int)
-- id: X007 | not a query | reject | only queries run
DROP TABLE canary
-- id: X008 | not a query | reject | only queries run
COPY canary TO STDOUT
-- id: X009 | not a query | reject | only queries run
CALL nothing()
-- id: X010 | not a query | reject | only queries run
DO $$ BEGIN DELETE FROM canary; END $$
-- id: X011 | not a query | reject | only queries run
SET search_path = staff
-- id: X012 | not a query | reject | only queries run
SHOW ALL
-- id: X013 | not a query | reject | only queries run
LOCK TABLE canary
-- id: X014 | not a query | reject | only queries run
NOTIFY x
-- id: X015 | not a query | reject | only queries run
PREPARE p AS SELECT 1
-- id: X016 | not a query | reject | only queries run
DECLARE c CURSOR FOR SELECT 1
-- id: X017 | not a query | reject | only queries run
EXPLAIN ANALYZE DELETE FROM canary
-- id: X018 | not a query | reject | only queries run
VACUUM
-- id: X019 | not a query | reject | only queries run
BEGIN
-- id: X020 | not a query | reject | only queries run

-- id: X021 | many | reject | one statement
SELECT 1; SELECT 2
-- id: X022 | many | reject | one statement
SELECT 1; COMMIT; DELETE FROM canary
-- id: X023 | many | reject | one statement
SELECT ';' ; DELETE FROM canary; --'
-- id: X024 | many | reject | one statement
SELECT E'\''; DELETE FROM canary; --'
-- id: X025 | clause | reject | a clause that writes, locks or waits for values
SELECT * INTO x FROM books
-- id: X026 | clause | reject | a clause that writes, locks or waits for values
WITH a AS (SELECT 1 AS i) SELECT i INTO TEMP y FROM a
-- id: X027 | clause | reject | a clause that writes, locks or waits for values
WITH d AS (DELETE FROM canary RETURNING *) SELECT * FROM d
-- id: X028 | clause | reject | a clause that writes, locks or waits for values
WITH a AS (SELECT 1) INSERT INTO canary SELECT 1, 'x'
-- id: X029 | clause | reject | a clause that writes, locks or waits for values
SELECT * FROM books FOR UPDATE
-- id: X030 | clause | reject | a clause that writes, locks or waits for values
SELECT * FROM (SELECT * FROM books FOR SHARE) b
-- id: X031 | clause | reject | a clause that writes, locks or waits for values
SELECT $1
-- id: X032 | clause | reject | a clause that writes, locks or waits for values
SELECT * FROM books WHERE id = ?
-- id: X033 | function or type | reject | runs what may not run
SELECT pg_sleep(20)
-- id: X034 | function or type | reject | runs what may not run
SELECT pg_read_file('/etc/passwd')
-- id: X035 | function or type | reject | runs what may not run
SELECT nextval('counter')
-- id: X036 | function or type | reject | runs what may not run
SELECT set_config('search_path', 'staff', false)
-- id: X037 | function or type | reject | runs what may not run
SELECT current_setting('data_directory')
-- id: X038 | function or type | reject | runs what may not run
SELECT pg_advisory_lock(1)
-- id: X039 | function or type | reject | runs what may not run
SELECT query_to_xml('SELECT * FROM keys', true, true, '')
-- id: X040 | function or type | reject | runs what may not run
SELECT table_to_xml('keys', true, true, '')
-- id: X041 | function or type | reject | runs what may not run
SELECT * FROM crosstab('SELECT name, pin, pin FROM members') AS t (a text, b text)
-- id: X042 | function or type | reject | runs what may not run
SELECT lo_creat(-1)
-- id: X043 | function or type | reject | runs what may not run
SELECT wage_of(1)
-- id: X044 | function or type | reject | runs what may not run
SELECT (SELECT peek(id) FROM books)
-- id: X045 | function or type | reject | runs what may not run
SELECT all_of(m) FROM members m
-- id: X046 | function or type | reject | runs what may not run
SELECT m.all_of FROM members m
-- id: X047 | function or type | reject | runs what may not run
SELECT length(m) FROM members m
-- id: X048 | function or type | reject | runs what may not run
SELECT '%' @@@ m FROM members m
-- id: X049 | function or type | reject | runs what may not run
SELECT b.id FROM branches b WHERE 'x' @@@ NULL
-- id: X050 | function or type | reject | runs what may not run
SELECT 'x'::slow
-- id: X051 | function or type | reject | runs what may not run
SELECT slow 'x'
-- id: X052 | function or type | reject | runs what may not run
SELECT 5::trap
-- id: X053 | function or type | reject | runs what may not run
SELECT '[5]'::trap[]
-- id: X054 | function or type | reject | runs what may not run
SELECT 'staff.wages'::regclass
-- id: X055 | function or type | reject | runs what may not run
SELECT to_regclass('staff.wages')
-- id: X056 | function or type | reject | runs what may not run
SELECT version()
-- id: X057 | function or type | reject | runs what may not run
SELECT inet_server_addr()
-- id: X058 | function or type | reject | runs what may not run
SELECT pg_typeof(1)::oid::regtype
-- id: X059 | function or type | reject | runs what may not run
SELECT count(*) FILTER (WHERE pg_sleep(1) IS NULL) FROM books
-- id: X060 | function or type | reject | runs what may not run
SELECT id FROM books ORDER BY wage_of(id)
-- id: X061 | function or type | reject | runs what may not run
SELECT sum(1) OVER (PARTITION BY wage_of(id)) FROM books
-- id: X062 | function or type | reject | runs what may not run
SELECT 1 FROM books LIMIT (SELECT length(wage_of(1)))
-- id: X063 | function or type | reject | runs what may not run
SELECT xmlelement(name a, wage_of(1))
-- id: X064 | function or type | reject | runs what may not run
SELECT extract(year FROM wage_of(1)::date)
-- id: X065 | function or type | reject | runs what may not run
SELECT ts_stat('SELECT to_tsvector(pin) FROM members')
-- id: X066 | function or type | reject | runs what may not run
SELECT ts_rewrite('a'::tsquery, 'SELECT 1')
-- id: X067 | function or type | reject | runs what may not run
SELECT has_table_privilege('staff.wages', 'select')
-- id: X068 | function or type | reject | runs what may not run
SELECT obj_description('staff.wages'::regclass)
-- id: X069 | function or type | reject | runs what may not run
SELECT pg_catalog."pg_sleep"(1)
-- id: X070 | function or type | reject | runs what may not run
SELECT U&"pg!005fsleep" UESCAPE '!' (1)
-- id: X071 | function or type | reject | runs what may not run
SELECT JSON_OBJECT('a': wage_of(1))
-- id: X072 | function or type | reject | runs what may not run
SELECT JSON_ARRAYAGG(wage_of(id)) FROM books
-- id: X073 | function or type | reject | runs what may not run
SELECT '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'::xml
-- id: X074 | table or column | reject | reads what may not be seen
SELECT * FROM staff.wages
-- id: X075 | table or column | reject | reads what may not be seen
SELECT * FROM library.staff.wages
-- id: X076 | table or column | reject | reads what may not be seen
TABLE keys
-- id: X077 | table or column | reject | reads what may not be seen
SELECT value FROM keys
-- id: X078 | table or column | reject | reads what may not be seen
WITH a AS (SELECT * FROM keys), keys AS (SELECT 1) SELECT * FROM a
-- id: X079 | table or column | reject | reads what may not be seen
SELECT * FROM books WHERE id IN (SELECT id FROM keys)
-- id: X080 | table or column | reject | reads what may not be seen
SELECT * FROM wages_view
-- id: X081 | table or column | reject | reads what may not be seen
SELECT code FROM pins
-- id: X082 | table or column | reject | reads what may not be seen
SELECT pin FROM members
-- id: X083 | table or column | reject | reads what may not be seen
SELECT m.pin FROM members m
-- id: X084 | table or column | reject | reads what may not be seen
SELECT * FROM members
-- id: X085 | table or column | reject | reads what may not be seen
SELECT m.* FROM members m
-- id: X086 | table or column | reject | reads what may not be seen
SELECT m FROM members m
-- id: X087 | table or column | reject | reads what may not be seen
SELECT row_to_json(m) FROM members m
-- id: X088 | table or column | reject | reads what may not be seen
SELECT (m).pin FROM members m
-- id: X089 | table or column | reject | reads what may not be seen
SELECT a.x6 FROM members AS a (x1, x2, x3, x4, x5, x6)
-- id: X090 | table or column | reject | reads what may not be seen
SELECT id FROM members WHERE pin LIKE 'C%'
-- id: X091 | table or column | reject | reads what may not be seen
SELECT id FROM members ORDER BY pin
-- id: X092 | table or column | reject | reads what may not be seen
SELECT 1 FROM members NATURAL JOIN (SELECT 'CANARY-PIN-1' AS pin) x
-- id: X093 | table or column | reject | reads what may not be seen
SELECT 1 FROM members JOIN (SELECT 'CANARY-PIN-1' AS pin) x USING (pin)
-- id: X094 | table or column | reject | reads what may not be seen
SELECT NULL::members
-- id: X095 | table or column | reject | reads what may not be seen
SELECT "pin" FROM "members"
-- id: X096 | table or column | reject | reads what may not be seen
SELECT ctid FROM books
-- id: X097 | table or column | reject | reads what may not be seen
SELECT tableoid FROM books
-- id: X098 | table or column | reject | reads what may not be seen
SELECT xmin FROM books b
-- id: X099 | table or column | reject | reads what may not be seen
SELECT * FROM counter
-- id: X100 | table or column | reject | reads what may not be seen
SELECT * FROM pg_class
-- id: X101 | table or column | reject | reads what may not be seen
SELECT * FROM pg_catalog.pg_authid
-- id: X102 | table or column | reject | reads what may not be seen
SELECT * FROM information_schema.tables
-- id: X103 | table or column | reject | reads what may not be seen
SELECT most_common_vals FROM pg_stats
-- id: X104 | table or column | reject | reads what may not be seen
SELECT {fn user()}
-- id: X105 | table or column | reject | reads what may not be seen
SELECT `title` FROM books
-- id: X106 | resource | bound | takes too much
SELECT count(*) FROM generate_series(1, 100000000000)
-- id: X107 | resource | bound | takes too much
SELECT repeat('x', 900000000)
-- id: X108 | resource | bound | takes too much
WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t
-- id: X109 | resource | bound | takes too much
SELECT count(*) FROM loans a, loans b, loans c, loans d
-- id: X110 | resource | bound | takes too much
SELECT repeat('y', 30000000) FROM generate_series(1, 50)
-- id: X111 | resource | bound | takes too much
SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
