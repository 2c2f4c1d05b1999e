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
-- id: X112 | neighbours | reject |
DELETE FROM canary
-- id: X113 | neighbours | reject |
INSERT INTO canary VALUES (1,'x')
-- id: X114 | neighbours | reject |
INSERT INTO canary DEFAULT VALUES
-- id: X115 | neighbours | reject |
UPDATE canary SET v = 'x' FROM patrons c WHERE c.id = canary.id RETURNING *
-- id: X116 | neighbours | reject |
DELETE FROM canary USING patrons WHERE canary.id = patrons.id
-- id: X117 | neighbours | reject |
TRUNCATE TABLE canary, sales RESTART IDENTITY CASCADE
-- id: X118 | neighbours | reject |
WITH a AS (SELECT 1) DELETE FROM canary
-- id: X119 | neighbours | reject |
WITH a AS (SELECT 1) UPDATE canary SET v = 'x'
-- id: X120 | neighbours | reject |
WITH a AS (MERGE INTO canary c USING (SELECT 1 id) s ON c.id = s.id WHEN MATCHED THEN DELETE RETURNING c.id) SELECT * FROM a
-- id: X121 | neighbours | reject |
WITH a AS (SELECT 1), d AS (DELETE FROM canary RETURNING id) SELECT 1
-- id: X122 | neighbours | reject |
WITH RECURSIVE d AS (DELETE FROM canary RETURNING id) SELECT 1
-- id: X123 | neighbours | reject |
SELECT (WITH d AS (DELETE FROM canary RETURNING id) SELECT count(*) FROM d)
-- id: X124 | neighbours | reject |
SELECT 1 WHERE EXISTS (WITH u AS (UPDATE canary SET v='x' RETURNING 1) SELECT * FROM u)
-- id: X125 | neighbours | reject |
SELECT * FROM (DELETE FROM canary RETURNING id) d
-- id: X126 | neighbours | reject |
SELECT * FROM [DELETE FROM canary]
-- id: X127 | neighbours | reject |
CREATE TABLE x AS SELECT 1
-- id: X128 | neighbours | reject |
CREATE TABLE x (i int)
-- id: X129 | neighbours | reject |
CREATE MATERIALIZED VIEW mv AS SELECT 1
-- id: X130 | neighbours | reject |
CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'
-- id: X131 | neighbours | reject |
CREATE INDEX ON canary (id)
-- id: X132 | neighbours | reject |
CREATE TRIGGER t BEFORE INSERT ON canary EXECUTE FUNCTION f()
-- id: X133 | neighbours | reject |
CREATE RULE r AS ON SELECT TO canary DO INSTEAD SELECT 1
-- id: X134 | neighbours | reject |
CREATE SEQUENCE s
-- id: X135 | neighbours | reject |
CREATE TYPE t AS (i int)
-- id: X136 | neighbours | reject |
CREATE DATABASE x
-- id: X137 | neighbours | reject |
CREATE PUBLICATION p FOR ALL TABLES
-- id: X138 | neighbours | reject |
CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p
-- id: X139 | neighbours | reject |
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw
-- id: X140 | neighbours | reject |
CREATE USER MAPPING FOR CURRENT_USER SERVER silent OPTIONS (user 'x')
-- id: X141 | neighbours | reject |
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()
-- id: X142 | neighbours | reject |
CREATE STATISTICS s ON id, name FROM patrons
-- id: X143 | neighbours | reject |
CREATE POLICY p ON patrons
-- id: X144 | neighbours | reject |
DROP TABLE canary
-- id: X145 | neighbours | reject |
DROP OWNED BY CURRENT_USER CASCADE
-- id: X146 | neighbours | reject |
DROP FUNCTION discounted(numeric, numeric)
-- id: X147 | neighbours | reject |
ALTER DATABASE library SET search_path = staff
-- id: X148 | neighbours | reject |
ALTER USER postgres PASSWORD 'x'
-- id: X149 | neighbours | reject |
ALTER FUNCTION wage_of(int) OWNER TO postgres
-- id: X150 | neighbours | reject |
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC
-- id: X151 | neighbours | reject |
ALTER SYSTEM RESET ALL
-- id: X152 | neighbours | reject |
GRANT ALL ON canary TO PUBLIC
-- id: X153 | neighbours | reject |
REVOKE SELECT ON canary FROM library_reader
-- id: X154 | neighbours | reject |
COMMENT ON DATABASE library IS 'x'
-- id: X155 | neighbours | reject |
REFRESH MATERIALIZED VIEW reports.top_patrons
-- id: X156 | neighbours | reject |
SELECT * INTO x FROM canary
-- id: X157 | neighbours | reject |
SELECT * INTO UNLOGGED x FROM canary
-- id: X158 | neighbours | reject |
SELECT id INTO TABLE x FROM canary
-- id: X159 | neighbours | reject |
SELECT 1 INTO STRICT x
-- id: X160 | neighbours | reject |
SELECT * FROM (SELECT 1 AS a INTO y) q
-- id: X161 | neighbours | reject |
(SELECT 1 AS a INTO y)
-- id: X162 | neighbours | reject |
SELECT 1 UNION SELECT 2 INTO x
-- id: X163 | neighbours | reject |
SELECT * FROM canary FOR UPDATE
-- id: X164 | neighbours | reject |
SELECT * FROM canary FOR NO KEY UPDATE NOWAIT
-- id: X165 | neighbours | reject |
SELECT * FROM (SELECT * FROM canary FOR UPDATE) c
-- id: X166 | neighbours | reject |
SELECT * FROM canary WHERE id IN (SELECT id FROM canary FOR SHARE)
-- id: X167 | neighbours | reject |
SELECT * FROM canary FOR UPDATE OF canary LIMIT 1
-- id: X168 | neighbours | reject |
SELECT * FROM canary LIMIT 1 FOR UPDATE SKIP LOCKED
-- id: X169 | neighbours | reject |
SELECT * FROM canary FOR READ ONLY FOR UPDATE
-- id: X170 | neighbours | reject |
TABLE canary FOR UPDATE
-- id: X171 | neighbours | reject |
(SELECT * FROM canary) FOR UPDATE
-- id: X172 | neighbours | reject |
LOCK canary IN ACCESS EXCLUSIVE MODE NOWAIT
-- id: X173 | neighbours | reject |
SELECT 1; SELECT 2
-- id: X174 | neighbours | reject |
SELECT 1;; SELECT 2
-- id: X175 | neighbours | reject |
;SELECT 1; DELETE FROM canary
-- id: X176 | neighbours | reject |
ROLLBACK; DELETE FROM canary
-- id: X177 | neighbours | reject |
COMMIT AND CHAIN; DELETE FROM canary
-- id: X178 | neighbours | reject |
COMMIT
-- id: X179 | neighbours | reject |
START TRANSACTION READ WRITE; DELETE FROM canary
-- id: X180 | neighbours | reject |
SET LOCAL transaction_read_only = off; DELETE FROM canary
-- id: X181 | neighbours | reject |
RESET ALL; DELETE FROM canary
-- id: X182 | neighbours | reject |
SET ROLE postgres; SELECT * FROM staff.wages
-- id: X183 | neighbours | reject |
RELEASE s; DELETE FROM canary
-- id: X184 | neighbours | reject |
SELECT $$a$$; DELETE FROM canary; --$$
-- id: X185 | neighbours | reject |
SELECT $a$ $b$ $a$; DELETE FROM canary; -- $b$
-- id: X186 | neighbours | reject |
SELECT 1 /* ; */ ; DELETE FROM canary /* ; */
-- id: X187 | neighbours | reject |
SELECT 1 -- 
; DELETE FROM canary
-- id: X188 | neighbours | reject |
SELECT '\'; DELETE FROM canary; --'
-- id: X189 | neighbours | reject |
SELECT e'\''; DELETE FROM canary; --'
-- id: X190 | neighbours | reject |
SELECT U&'\0027; DELETE FROM canary; --'; DELETE FROM canary
-- id: X191 | neighbours | reject |
SELECT 'a' -- x
 'b'; DELETE FROM canary
-- id: X192 | neighbours | reject |
SELECT E'\\'; DELETE FROM canary; --'
-- id: X193 | neighbours | reject |
SELECT "a"";b" ; DELETE FROM canary
-- id: X194 | neighbours | reject |
SELECT 1; -- x
 DELETE FROM canary
-- id: X195 | neighbours | reject |
SELECT 1 /* /* */ ; DELETE FROM canary; */ */
-- id: X196 | neighbours | reject |
SELECT E'\' /*' UNION SELECT v FROM vault --*/
-- id: X197 | neighbours | reject |
SELECT $q$ -- $q$ || v FROM vault
-- id: X198 | neighbours | reject |
SELECT id FROM accounts WHERE id = 1 -- 
 UNION SELECT 1 FROM vault
-- id: X199 | neighbours | reject |
SELECT pg_sleep/**/(3)
-- id: X200 | neighbours | reject |
SELECT pg_sleep

(3)
-- id: X201 | neighbours | reject |
SELECT PG_SLEEP(3)
-- id: X202 | neighbours | reject |
SELECT "pg_sleep"(3)
-- id: X203 | neighbours | reject |
SELECT pg_catalog . pg_sleep (3)
-- id: X204 | neighbours | reject |
SELECT U&"\0070g_sleep"(3)
-- id: X205 | neighbours | reject |
SELECT U&"pg\+00005fsleep"(3)
-- id: X206 | neighbours | reject |
SELECT library.pg_catalog.pg_sleep(3)
-- id: X207 | neighbours | reject |
SELECT * FROM "staff"."wages"
-- id: X208 | neighbours | reject |
SELECT * FROM U&"\0068r".wages
-- id: X209 | neighbours | reject |
SELECT * FROM STAFF.WAGES
-- id: X210 | neighbours | reject |
SELECT * FROM staff/**/./**/wages
-- id: X211 | neighbours | reject |
SELECT * FROM staff.wages --
-- id: X212 | neighbours | reject |
SELECT*FROM"staff".wages
-- id: X213 | neighbours | reject |
SELECT * FROM public.vault
-- id: X214 | neighbours | reject |
SELECT * FROM Vault
-- id: X215 | neighbours | reject |
SELECT k FROM ONLY vault
-- id: X216 | neighbours | reject |
SELECT ssn FROM accounts u
-- id: X217 | neighbours | reject |
SELECT u.ssn::text FROM accounts u
-- id: X218 | neighbours | reject |
SELECT accounts.pass_hash FROM accounts
-- id: X219 | neighbours | reject |
SELECT "SSN" FROM accounts
-- id: X220 | neighbours | reject |
SELECT U&"ss\006e" FROM accounts
-- id: X221 | neighbours | reject |
SELECT {d '2024-01-01'}
-- id: X222 | neighbours | reject |
SELECT {ts '2024-01-01 00:00:00'}, {fn now()}
-- id: X223 | neighbours | reject |
{call pg_sleep(3)}
-- id: X224 | neighbours | reject |
SELECT ?
-- id: X225 | neighbours | reject |
SELECT :name
-- id: X226 | neighbours | reject |
SELECT $1
-- id: X227 | neighbours | reject |
SELECT 1 WHERE id = @x
-- id: X228 | neighbours | reject |
SELECT [id] FROM accounts
-- id: X229 | neighbours | reject |
SELECT `id` FROM accounts
-- id: X230 | neighbours | reject |
SELECT # FROM accounts
-- id: X231 | neighbours | reject |
SELECT 1 \g
-- id: X232 | neighbours | reject |
SELECT pg_sleep(3)
-- id: X233 | neighbours | reject |
COPY canary TO '/tmp/x'
-- id: X234 | neighbours | reject |
COPY canary FROM STDIN
-- id: X235 | neighbours | reject |
COPY (SELECT * FROM staff.wages) TO STDOUT
-- id: X236 | neighbours | reject |
COPY (DELETE FROM canary RETURNING *) TO STDOUT
-- id: X237 | neighbours | reject |
DO 'BEGIN PERFORM 1; END'
-- id: X238 | neighbours | reject |
CALL pg_sleep(1)
-- id: X239 | neighbours | reject |
PREPARE p AS SELECT * FROM staff.wages
-- id: X240 | neighbours | reject |
PREPARE p AS DELETE FROM canary; EXECUTE p
-- id: X241 | neighbours | reject |
DEALLOCATE p1
-- id: X242 | neighbours | reject |
FETCH ALL FROM c1
-- id: X243 | neighbours | reject |
CLOSE ALL
-- id: X244 | neighbours | reject |
LISTEN x
-- id: X245 | neighbours | reject |
UNLISTEN *
-- id: X246 | neighbours | reject |
DISCARD ALL
-- id: X247 | neighbours | reject |
SHOW server_version
-- id: X248 | neighbours | reject |
SHOW search_path
-- id: X249 | neighbours | reject |
SET statement_timeout = 0
-- id: X250 | neighbours | reject |
SET LOCAL statement_timeout = 0
-- id: X251 | neighbours | reject |
SET TIME ZONE 'UTC'
-- id: X252 | neighbours | reject |
SET ROLE library_owner
-- id: X253 | neighbours | reject |
RESET ROLE
-- id: X254 | neighbours | reject |
RESET statement_timeout
-- id: X255 | neighbours | reject |
CHECKPOINT
-- id: X256 | neighbours | reject |
ANALYZE
-- id: X257 | neighbours | reject |
ANALYZE canary
-- id: X258 | neighbours | reject |
VACUUM (FULL) canary
-- id: X259 | neighbours | reject |
EXPLAIN (ANALYZE) INSERT INTO canary VALUES (5,'x')
-- id: X260 | neighbours | reject |
EXPLAIN ANALYZE SELECT pg_sleep(3)
-- id: X261 | neighbours | reject |
EXPLAIN SELECT * FROM vault
-- id: X262 | neighbours | reject |
EXPLAIN CREATE TABLE x AS SELECT 1
-- id: X263 | neighbours | reject |
EXPLAIN (ANALYZE) CREATE TABLE x AS SELECT 1
-- id: X264 | neighbours | reject |
EXPLAIN EXECUTE p
-- id: X265 | neighbours | reject |
EXPLAIN DECLARE c CURSOR FOR SELECT 1
-- id: X266 | neighbours | reject |
EXPLAIN (GENERIC_PLAN) SELECT * FROM patrons WHERE id = $1
-- id: X267 | neighbours | reject |
EXPLAIN (VERBOSE, ANALYZE) SELECT wage_of(1)
-- id: X268 | neighbours | reject |
EXPLAIN ANALYZE WITH d AS (DELETE FROM canary RETURNING 1) SELECT * FROM d
-- id: X269 | neighbours | reject |
PREPARE TRANSACTION 'x'
-- id: X270 | neighbours | reject |
ROLLBACK PREPARED 'x'
-- id: X271 | neighbours | reject |
SELECT pg_sleep_for('3 seconds')
-- id: X272 | neighbours | reject |
SELECT pg_read_file('/etc/passwd')
-- id: X273 | neighbours | reject |
SELECT pg_read_binary_file('PG_VERSION')
-- id: X274 | neighbours | reject |
SELECT pg_ls_dir('.')
-- id: X275 | neighbours | reject |
SELECT pg_stat_file('PG_VERSION')
-- id: X276 | neighbours | reject |
SELECT * FROM pg_ls_dir('/')
-- id: X277 | neighbours | reject |
SELECT pg_ls_archive_statusdir()
-- id: X278 | neighbours | reject |
SELECT lo_from_bytea(0, 'x')
-- id: X279 | neighbours | reject |
SELECT lo_get(7001)
-- id: X280 | neighbours | reject |
SELECT lo_open(7001, 393216)
-- id: X281 | neighbours | reject |
SELECT loread(lo_open(7001, 262144), 100)
-- id: X282 | neighbours | reject |
SELECT lo_import('/etc/passwd')
-- id: X283 | neighbours | reject |
SELECT lo_lseek(0,0,0)
-- id: X284 | neighbours | reject |
SELECT dblink('dbname=library', 'SELECT 1')
-- id: X285 | neighbours | reject |
SELECT * FROM dblink('dbname=library', 'SELECT * FROM vault') AS t(a int, b text, c text)
-- id: X286 | neighbours | reject |
SELECT dblink_get_connections()
-- id: X287 | neighbours | reject |
SELECT dblink_open('c', 'SELECT 1')
-- id: X288 | neighbours | reject |
SELECT pg_reload_conf()
-- id: X289 | neighbours | reject |
SELECT pg_rotate_logfile()
-- id: X290 | neighbours | reject |
SELECT pg_promote()
-- id: X291 | neighbours | reject |
SELECT pg_backup_start('x')
-- id: X292 | neighbours | reject |
SELECT pg_start_backup('x')
-- id: X293 | neighbours | reject |
SELECT pg_create_logical_replication_slot('s', 'test_decoding')
-- id: X294 | neighbours | reject |
SELECT pg_logical_slot_get_changes('s', NULL, NULL)
-- id: X295 | neighbours | reject |
SELECT pg_replication_slot_advance('s', '0/0')
-- id: X296 | neighbours | reject |
SELECT pg_replication_origin_session_setup('o')
-- id: X297 | neighbours | reject |
SELECT pg_notify('x', 'y')
-- id: X298 | neighbours | reject |
SELECT pg_switch_wal() IS NULL FROM patrons
-- id: X299 | neighbours | reject |
SELECT set_config('statement_timeout', '0', false)
-- id: X300 | neighbours | reject |
SELECT set_config('transaction_read_only', 'off', true)
-- id: X301 | neighbours | reject |
SELECT set_config('app.tenant', 'b', false), note FROM tenant_notes
-- id: X302 | neighbours | reject |
SELECT current_setting('data_directory')
-- id: X303 | neighbours | reject |
SELECT current_setting('app.tenant', true)
-- id: X304 | neighbours | reject |
SELECT lastval()
-- id: X305 | neighbours | reject |
SELECT pg_sequence_last_value('counter'::regclass)
-- id: X306 | neighbours | reject |
SELECT pg_advisory_xact_lock(1)
-- id: X307 | neighbours | reject |
SELECT pg_try_advisory_xact_lock_shared(1, 2)
-- id: X308 | neighbours | reject |
SELECT pg_advisory_unlock(1)
-- id: X309 | neighbours | reject |
SELECT txid_current()
-- id: X310 | neighbours | reject |
SELECT txid_snapshot_xmin(txid_current_snapshot())
-- id: X311 | neighbours | reject |
SELECT pg_snapshot_xmin(pg_current_snapshot())
-- id: X312 | neighbours | reject |
SELECT query_to_xml('SELECT * FROM accounts', true, true, '')
-- id: X313 | neighbours | reject |
SELECT table_to_xml('accounts', true, true, '')
-- id: X314 | neighbours | reject |
SELECT schema_to_xml('staff', true, true, '')
-- id: X315 | neighbours | reject |
SELECT database_to_xml(true, true, '')
-- id: X316 | neighbours | reject |
SELECT cursor_to_xml('c', 1, true, true, '')
-- id: X317 | neighbours | reject |
SELECT table_to_xmlschema('vault', true, true, '')
-- id: X318 | neighbours | reject |
SELECT * FROM crosstab('SELECT 1,2,3', 'SELECT 1') AS t(a int, b int)
-- id: X319 | neighbours | reject |
SELECT * FROM connectby('clerks', 'id', 'boss', '1', 0) AS t(a int, b int, c int)
-- id: X320 | neighbours | reject |
SELECT ts_stat('SELECT to_tsvector(pass_hash) FROM accounts')
-- id: X321 | neighbours | reject |
SELECT * FROM ts_stat('SELECT words FROM wares')
-- id: X322 | neighbours | reject |
SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, ''b''::tsquery')
-- id: X323 | neighbours | reject |
SELECT * FROM all_wages()
-- id: X324 | neighbours | reject |
SELECT l.memo FROM all_wages() l
-- id: X325 | neighbours | reject |
SELECT (all_wages()).memo
-- id: X326 | neighbours | reject |
SELECT (all_wages()).*
-- id: X327 | neighbours | reject |
SELECT add_canary('x')
-- id: X328 | neighbours | reject |
SELECT run_text('SELECT 1')
-- id: X329 | neighbours | reject |
SELECT public.wage_of(1)
-- id: X330 | neighbours | reject |
SELECT "public"."wage_of"(1)
-- id: X331 | neighbours | reject |
SELECT wage_of(id) FROM clerks
-- id: X332 | neighbours | reject |
SELECT max(wage_of(id)) FROM clerks
-- id: X333 | neighbours | reject |
SELECT whole_account(u) FROM accounts u
-- id: X334 | neighbours | reject |
SELECT (u).whole_account FROM accounts u
-- id: X335 | neighbours | reject |
SELECT u.count FROM accounts u
-- id: X336 | neighbours | reject |
SELECT count(u) FROM accounts u
-- id: X337 | neighbours | reject |
SELECT public.count(u) FROM accounts u
-- id: X338 | neighbours | reject |
SELECT count(accounts) FROM accounts
-- id: X339 | neighbours | reject |
SELECT count(u.*) FROM accounts u
-- id: X340 | neighbours | reject |
SELECT peek(1)
-- id: X341 | neighbours | reject |
SELECT peek(id) OVER () FROM patrons
-- id: X342 | neighbours | reject |
SELECT peek(id) FILTER (WHERE true) FROM patrons
-- id: X343 | neighbours | reject |
SELECT state('', 1)
-- id: X344 | neighbours | reject |
SELECT wage_eq('x', 1)
-- id: X345 | neighbours | reject |
SELECT name OPERATOR(public.~=%) 1 FROM patrons
-- id: X346 | neighbours | reject |
SELECT name FROM patrons WHERE name ~=% ANY (ARRAY[1])
-- id: X347 | neighbours | reject |
SELECT 1::trap
-- id: X348 | neighbours | reject |
SELECT 5::public.trap
-- id: X349 | neighbours | reject |
SELECT ARRAY[1,2]::trap[]
-- id: X350 | neighbours | reject |
SELECT to_trap(1)
-- id: X351 | neighbours | reject |
SELECT (5::trap).i
-- id: X352 | neighbours | reject |
SELECT CAST('x' AS slow)
-- id: X353 | neighbours | reject |
SELECT 'x'::public.slow
-- id: X354 | neighbours | reject |
SELECT '{x}'::slow[]
-- id: X355 | neighbours | reject |
SELECT ROW('x')::slow
-- id: X356 | neighbours | reject |
SELECT * FROM json_to_record('{"a":"x"}') AS t(a slow)
-- id: X357 | neighbours | reject |
SELECT jsonb_populate_record(NULL::accounts, '{}')
-- id: X358 | neighbours | reject |
SELECT * FROM jsonb_populate_record(NULL::public.accounts, '{"id":1}')
-- id: X359 | neighbours | reject |
SELECT * FROM jsonb_to_recordset('[{"a":"1"}]') AS t(a trap)
-- id: X360 | neighbours | reject |
SELECT * FROM JSON_TABLE(jsonb '[1]', '$[*]' COLUMNS (a slow PATH '$'))
-- id: X361 | neighbours | reject |
SELECT JSON_VALUE('"x"', '$' RETURNING slow)
-- id: X362 | neighbours | reject |
SELECT * FROM XMLTABLE('/a' PASSING '<a/>'::xml COLUMNS b slow PATH '.')
-- id: X363 | neighbours | reject |
SELECT xpath('/a', xmlparse(document '<!DOCTYPE a SYSTEM "http://127.0.0.1:59998/x.dtd"><a/>'))
-- id: X364 | neighbours | reject |
SELECT ('<!DOC' || 'TYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')::xml
-- id: X365 | neighbours | reject |
SELECT xml '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
-- id: X366 | neighbours | reject |
SELECT CAST('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' AS xml)
-- id: X367 | neighbours | reject |
SELECT xslt_process('<a/>', '<b/>')
-- id: X368 | neighbours | reject |
SELECT xpath_string('<a/>', '/a')
-- id: X369 | neighbours | reject |
SELECT xml_valid('<a/>')
-- id: X370 | neighbours | reject |
SELECT pg_file_rename('a', 'b')
-- id: X371 | neighbours | reject |
SELECT pg_file_unlink('a')
-- id: X372 | neighbours | reject |
SELECT pg_logdir_ls()
-- id: X373 | neighbours | reject |
SELECT get_raw_page('accounts', 0)
-- id: X374 | neighbours | reject |
SELECT * FROM heap_page_items(get_raw_page('accounts', 0))
-- id: X375 | neighbours | reject |
SELECT * FROM bt_metap('accounts_pkey')
-- id: X376 | neighbours | reject |
SELECT pgstattuple('accounts')
-- id: X377 | neighbours | reject |
SELECT * FROM pg_buffercache
-- id: X378 | neighbours | reject |
SELECT pg_prewarm('accounts')
-- id: X379 | neighbours | reject |
SELECT pg_visibility('accounts')
-- id: X380 | neighbours | reject |
SELECT pg_truncate_visibility_map('accounts')
-- id: X381 | neighbours | reject |
SELECT pg_relation_filepath('accounts')
-- id: X382 | neighbours | reject |
SELECT pg_total_relation_size('accounts')
-- id: X383 | neighbours | reject |
SELECT pg_table_size('accounts'::regclass)
-- id: X384 | neighbours | reject |
SELECT pg_get_functiondef('wage_of'::regproc)
-- id: X385 | neighbours | reject |
SELECT pg_get_userbyid(10)
-- id: X386 | neighbours | reject |
SELECT pg_get_constraintdef(1)
-- id: X387 | neighbours | reject |
SELECT pg_get_expr('x', 1)
-- id: X388 | neighbours | reject |
SELECT pg_describe_object(1, 2, 3)
-- id: X389 | neighbours | reject |
SELECT pg_blocking_pids(1)
-- id: X390 | neighbours | reject |
SELECT pg_backend_pid()
-- id: X391 | neighbours | reject |
SELECT pg_conf_load_time()
-- id: X392 | neighbours | reject |
SELECT pg_stat_get_activity(NULL)
-- id: X393 | neighbours | reject |
SELECT pg_stat_reset()
-- id: X394 | neighbours | reject |
SELECT pg_stat_get_live_tuples(1)
-- id: X395 | neighbours | reject |
SELECT pg_my_temp_schema()
-- id: X396 | neighbours | reject |
SELECT pg_encoding_to_char(6)
-- id: X397 | neighbours | reject |
SELECT pg_control_system()
-- id: X398 | neighbours | reject |
SELECT pg_current_wal_lsn()
-- id: X399 | neighbours | reject |
SELECT pg_is_in_recovery()
-- id: X400 | neighbours | reject |
SELECT pg_has_role('postgres', 'MEMBER')
-- id: X401 | neighbours | reject |
SELECT has_table_privilege('staff.wages', 'SELECT')
-- id: X402 | neighbours | reject |
SELECT has_column_privilege('accounts', 'ssn', 'SELECT')
-- id: X403 | neighbours | reject |
SELECT to_regproc('wage_of')
-- id: X404 | neighbours | reject |
SELECT to_regtype('accounts'), to_regrole('postgres'), to_regnamespace('staff')
-- id: X405 | neighbours | reject |
SELECT 'accounts'::regclass
-- id: X406 | neighbours | reject |
SELECT 'wage_of'::regproc
-- id: X407 | neighbours | reject |
SELECT 'postgres'::regrole::oid
-- id: X408 | neighbours | reject |
SELECT 'staff'::regnamespace
-- id: X409 | neighbours | reject |
SELECT 1259::regclass::text
-- id: X410 | neighbours | reject |
SELECT CAST('pg_class' AS regclass)
-- id: X411 | neighbours | reject |
SELECT '{accounts}'::regclass[]
-- id: X412 | neighbours | reject |
SELECT regtype 'accounts'
-- id: X413 | neighbours | reject |
SELECT col_description(1, 1), obj_description(1), shobj_description(1, 'x')
-- id: X414 | neighbours | reject |
SELECT inet_client_addr(), inet_client_port(), inet_server_port()
-- id: X415 | neighbours | reject |
SELECT version()
-- id: X416 | neighbours | reject |
SELECT current_database() || version()
-- id: X417 | neighbours | reject |
SELECT pg_char_to_encoding('UTF8')
-- id: X418 | neighbours | reject |
SELECT acldefault('r', 10)
-- id: X419 | neighbours | reject |
SELECT aclexplode(NULL)
-- id: X420 | neighbours | reject |
SELECT binary_upgrade_set_next_pg_type_oid(1)
-- id: X421 | neighbours | reject |
SELECT brin_summarize_new_values('accounts')
-- id: X422 | neighbours | reject |
SELECT gin_clean_pending_list('accounts')
-- id: X423 | neighbours | reject |
SELECT pg_extension_config_dump('x', '')
-- id: X424 | neighbours | reject |
SELECT pg_read_server_files()
-- id: X425 | neighbours | reject |
SELECT plpgsql_call_handler()
-- id: X426 | neighbours | reject |
SELECT fmgr_sql_validator(1)
-- id: X427 | neighbours | reject |
SELECT textin('a'::cstring)
-- id: X428 | neighbours | reject |
SELECT array_in('{1}', 23, -1)
-- id: X429 | neighbours | reject |
SELECT domain_in('x', 1, -1)
-- id: X430 | neighbours | reject |
SELECT record_in('(1)', 1, -1)
-- id: X431 | neighbours | reject |
SELECT int4out(1)
-- id: X432 | neighbours | reject |
SELECT anyarray_in('x')
-- id: X433 | neighbours | reject |
SELECT enum_recv(NULL, 1)
-- id: X434 | neighbours | reject |
SELECT regclassin('accounts')
-- id: X435 | neighbours | reject |
SELECT nextval('counter'::regclass) FROM patrons
-- id: X436 | neighbours | reject |
SELECT 1 FROM counter
-- id: X437 | neighbours | reject |
SELECT last_value FROM counter
-- id: X438 | neighbours | reject |
SELECT 1 FROM patrons WHERE id = ANY (ARRAY[length(pg_sleep(3)::text)])
-- id: X439 | neighbours | reject |
SELECT 1 FROM patrons HAVING pg_sleep(3) IS NULL
-- id: X440 | neighbours | reject |
SELECT 1 FROM patrons GROUP BY ROLLUP (pg_sleep(3)::text)
-- id: X441 | neighbours | reject |
SELECT 1 FROM patrons GROUP BY GROUPING SETS ((pg_sleep(3)::text))
-- id: X442 | neighbours | reject |
SELECT 1 FROM patrons c JOIN clerks e ON pg_sleep(3) IS NULL
-- id: X443 | neighbours | reject |
SELECT CASE WHEN true THEN pg_sleep(3)::text END
-- id: X444 | neighbours | reject |
SELECT CASE pg_sleep(3)::text WHEN '' THEN 1 END
-- id: X445 | neighbours | reject |
SELECT CASE WHEN pg_sleep(3) IS NULL THEN 1 ELSE 2 END
-- id: X446 | neighbours | reject |
SELECT CASE WHEN false THEN 1 ELSE length(pg_sleep(3)::text) END
-- id: X447 | neighbours | reject |
SELECT GREATEST(pg_sleep(3)::text, ''), LEAST('', pg_sleep(3)::text)
-- id: X448 | neighbours | reject |
SELECT 1 WHERE pg_sleep(3)::text IN ('')
-- id: X449 | neighbours | reject |
SELECT 1 WHERE '' IN (pg_sleep(3)::text)
-- id: X450 | neighbours | reject |
SELECT 1 WHERE pg_sleep(3)::text BETWEEN '' AND ''
-- id: X451 | neighbours | reject |
SELECT 1 WHERE '' BETWEEN '' AND pg_sleep(3)::text
-- id: X452 | neighbours | reject |
SELECT 1 WHERE pg_sleep(3)::text IS DISTINCT FROM ''
-- id: X453 | neighbours | reject |
SELECT 1 WHERE (pg_sleep(3)::text = '') IS TRUE
-- id: X454 | neighbours | reject |
SELECT 1 WHERE NOT (pg_sleep(3) IS NULL)
-- id: X455 | neighbours | reject |
SELECT pg_sleep(3) IS NULL OR true
-- id: X456 | neighbours | reject |
SELECT (SELECT pg_sleep(3))
-- id: X457 | neighbours | reject |
SELECT ARRAY(SELECT pg_sleep(3)::text)
-- id: X458 | neighbours | reject |
SELECT (pg_sleep(3)::text COLLATE "C")
-- id: X459 | neighbours | reject |
SELECT lower(VARIADIC ARRAY[pg_sleep(3)::text])
-- id: X460 | neighbours | reject |
SELECT concat_ws(',', VARIADIC ARRAY[pg_sleep(3)::text])
-- id: X461 | neighbours | reject |
SELECT make_date(year => 2024, month => 1, day => length(pg_sleep(3)::text) + 1)
-- id: X462 | neighbours | reject |
SELECT sum(id) OVER (PARTITION BY pg_sleep(3)::text) FROM patrons
-- id: X463 | neighbours | reject |
SELECT sum(id) OVER (ORDER BY pg_sleep(3)::text) FROM patrons
-- id: X464 | neighbours | reject |
SELECT sum(id) OVER (ORDER BY id ROWS length(pg_sleep(3)::text) PRECEDING) FROM patrons
-- id: X465 | neighbours | reject |
SELECT count(*) FILTER (WHERE pg_sleep(3) IS NULL) OVER () FROM patrons
-- id: X466 | neighbours | reject |
SELECT string_agg(name, pg_sleep(3)::text) FROM patrons
-- id: X467 | neighbours | reject |
SELECT 1 UNION SELECT length(pg_sleep(3)::text)
-- id: X468 | neighbours | reject |
SELECT 1 INTERSECT SELECT length(pg_sleep(3)::text)
-- id: X469 | neighbours | reject |
VALUES (pg_sleep(3))
-- id: X470 | neighbours | reject |
SELECT * FROM (VALUES (pg_sleep(3)::text)) v
-- id: X471 | neighbours | reject |
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + length(pg_sleep(3)::text) FROM t) SELECT * FROM t
-- id: X472 | neighbours | reject |
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 3) CYCLE n SET c TO pg_sleep(1)::text DEFAULT '' USING p SELECT * FROM t
-- id: X473 | neighbours | reject |
SELECT * FROM patrons TABLESAMPLE BERNOULLI (length(pg_sleep(3)::text))
-- id: X474 | neighbours | reject |
SELECT * FROM patrons TABLESAMPLE SYSTEM (10) REPEATABLE (length(pg_sleep(3)::text))
-- id: X475 | neighbours | reject |
SELECT xmlforest(pg_sleep(3)::text AS a)
-- id: X476 | neighbours | reject |
SELECT xmlelement(name a, xmlattributes(pg_sleep(3)::text AS b))
-- id: X477 | neighbours | reject |
SELECT xmlconcat(pg_sleep(3)::text::xml)
-- id: X478 | neighbours | reject |
SELECT xmlagg(xmlelement(name a, pg_sleep(3)))
-- id: X479 | neighbours | reject |
SELECT * FROM XMLTABLE(pg_sleep(3)::text PASSING '<a/>'::xml COLUMNS b text)
-- id: X480 | neighbours | reject |
SELECT JSON_OBJECT('a': pg_sleep(3)::text)
-- id: X481 | neighbours | reject |
SELECT JSON_ARRAY(pg_sleep(3)::text)
-- id: X482 | neighbours | reject |
SELECT JSON_ARRAY(SELECT pg_sleep(3)::text)
-- id: X483 | neighbours | reject |
SELECT JSON_QUERY(jsonb '{}', '$' PASSING pg_sleep(3)::text AS x)
-- id: X484 | neighbours | reject |
SELECT JSON_VALUE(jsonb '{}', '$.a' DEFAULT pg_sleep(3)::text ON EMPTY)
-- id: X485 | neighbours | reject |
SELECT pg_sleep(3)::text IS JSON
-- id: X486 | neighbours | reject |
SELECT * FROM JSON_TABLE(jsonb '[1]', '$' PASSING pg_sleep(3)::text AS x COLUMNS (a int PATH '$'))
-- id: X487 | neighbours | reject |
SELECT normalize(pg_sleep(3)::text, NFC)
-- id: X488 | neighbours | reject |
SELECT position(pg_sleep(3)::text IN 'a')
-- id: X489 | neighbours | reject |
SELECT substring('abc' SIMILAR pg_sleep(3)::text ESCAPE '#')
-- id: X490 | neighbours | reject |
SELECT trim(leading FROM pg_sleep(3)::text)
-- id: X491 | neighbours | reject |
SELECT '1'::numeric(length(pg_sleep(3)::text))
-- id: X492 | neighbours | reject |
SELECT interval '1' second(length(pg_sleep(3)::text))
-- id: X493 | neighbours | reject |
SELECT - length(pg_sleep(3)::text)
-- id: X494 | neighbours | reject |
SELECT @ length(pg_sleep(3)::text)
-- id: X495 | neighbours | reject |
SELECT (ARRAY[1,2])[length(pg_sleep(3)::text):]
-- id: X496 | neighbours | reject |
SELECT (ROW(pg_sleep(3)::text)).f1
-- id: X497 | neighbours | reject |
SELECT pg_sleep(3).*
-- id: X498 | neighbours | reject |
SELECT (pg_sleep(3)).*
-- id: X499 | neighbours | reject |
SELECT DISTINCT pg_sleep(3)::text
-- id: X500 | neighbours | reject |
SELECT pg_sleep(3) AS a FROM patrons ORDER BY a
-- id: X501 | neighbours | reject |
SELECT * FROM patrons c, staff.wages s
-- id: X502 | neighbours | reject |
SELECT * FROM patrons c JOIN staff.wages s USING (id)
-- id: X503 | neighbours | reject |
SELECT * FROM patrons WHERE id IN (TABLE vault)
-- id: X504 | neighbours | reject |
SELECT * FROM patrons WHERE id = (SELECT id FROM vault)
-- id: X505 | neighbours | reject |
SELECT id, (SELECT k FROM vault LIMIT 1) FROM patrons
-- id: X506 | neighbours | reject |
SELECT * FROM (SELECT * FROM vault) s
-- id: X507 | neighbours | reject |
SELECT * FROM patrons c, LATERAL (SELECT k FROM vault) s
-- id: X508 | neighbours | reject |
SELECT k FROM patrons, vault
-- id: X509 | neighbours | reject |
SELECT 1 ORDER BY (SELECT k FROM vault)
-- id: X510 | neighbours | reject |
SELECT count(*) FROM patrons GROUP BY (SELECT k FROM vault)
-- id: X511 | neighbours | reject |
SELECT sum(id) FILTER (WHERE id IN (SELECT id FROM vault)) FROM patrons
-- id: X512 | neighbours | reject |
SELECT 1 LIMIT (SELECT id FROM vault)
-- id: X513 | neighbours | reject |
SELECT ARRAY(SELECT k FROM vault)
-- id: X514 | neighbours | reject |
SELECT COALESCE((SELECT k FROM vault), '')
-- id: X515 | neighbours | reject |
SELECT 1 FROM patrons INTERSECT SELECT id FROM vault
-- id: X516 | neighbours | reject |
WITH vault AS (SELECT * FROM vault) SELECT * FROM vault
-- id: X517 | neighbours | reject |
WITH a AS (SELECT 1), b AS (SELECT * FROM vault) SELECT * FROM a
-- id: X518 | neighbours | reject |
WITH RECURSIVE t AS (SELECT id FROM vault UNION ALL SELECT id FROM t) SELECT * FROM t
-- id: X519 | neighbours | reject |
SELECT * FROM (WITH vault AS (SELECT 1 AS id) SELECT * FROM vault) a, vault
-- id: X520 | neighbours | reject |
SELECT (WITH vault AS (SELECT 1 AS id) SELECT id FROM vault), k FROM vault
-- id: X521 | neighbours | reject |
SELECT * FROM public.vault AS patrons
-- id: X522 | neighbours | reject |
SELECT patrons.k FROM vault patrons
-- id: X523 | neighbours | reject |
SELECT JSON_ARRAY(SELECT k FROM vault)
-- id: X524 | neighbours | reject |
SELECT v.s FROM side_view v
-- id: X525 | neighbours | reject |
SELECT id FROM side_view
-- id: X526 | neighbours | reject |
SELECT * FROM public.side_view
-- id: X527 | neighbours | reject |
SELECT * FROM ft_file
-- id: X528 | neighbours | reject |
SELECT line FROM public.ft_file LIMIT 1
-- id: X529 | neighbours | reject |
SELECT id FROM ft_silent
-- id: X530 | neighbours | reject |
SELECT * FROM closed JOIN staff.wages ON true
-- id: X531 | neighbours | reject |
SELECT * FROM staff.nothing
-- id: X532 | neighbours | reject |
SELECT * FROM pg_temp.x
-- id: X533 | neighbours | reject |
SELECT * FROM pg_toast.pg_toast_1255
-- id: X534 | neighbours | reject |
SELECT accounts.* FROM accounts
-- id: X535 | neighbours | reject |
SELECT (u).* FROM accounts u
-- id: X536 | neighbours | reject |
SELECT (u.*).ssn FROM accounts u
-- id: X537 | neighbours | reject |
SELECT (SELECT u).ssn FROM accounts u
-- id: X538 | neighbours | reject |
SELECT (SELECT u FROM accounts u LIMIT 1)
-- id: X539 | neighbours | reject |
SELECT x.ssn FROM (SELECT u FROM accounts u) y, LATERAL (SELECT (y.u).*) x
-- id: X540 | neighbours | reject |
SELECT ROW(u.*) FROM accounts u
-- id: X541 | neighbours | reject |
SELECT ROW(u) FROM accounts u
-- id: X542 | neighbours | reject |
SELECT to_jsonb(u) FROM accounts u
-- id: X543 | neighbours | reject |
SELECT json_agg(u) FROM accounts u
-- id: X544 | neighbours | reject |
SELECT row_to_json(accounts) FROM accounts
-- id: X545 | neighbours | reject |
SELECT accounts FROM accounts
-- id: X546 | neighbours | reject |
SELECT accounts::text FROM accounts
-- id: X547 | neighbours | reject |
SELECT CAST(u AS text) FROM accounts u
-- id: X548 | neighbours | reject |
SELECT u || '' FROM accounts u
-- id: X549 | neighbours | reject |
SELECT concat(u) FROM accounts u
-- id: X550 | neighbours | reject |
SELECT hstore(u) FROM accounts u
-- id: X551 | neighbours | reject |
SELECT md5(u::text) FROM accounts u
-- id: X552 | neighbours | reject |
SELECT u = u FROM accounts u
-- id: X553 | neighbours | reject |
SELECT u IS NULL FROM accounts u
-- id: X554 | neighbours | reject |
SELECT max(u::text) FROM accounts u
-- id: X555 | neighbours | reject |
SELECT array_agg(accounts) FROM accounts
-- id: X556 | neighbours | reject |
SELECT string_agg(u::text, ',') FROM accounts u
-- id: X557 | neighbours | reject |
SELECT DISTINCT u FROM accounts u
-- id: X558 | neighbours | reject |
SELECT id FROM accounts u ORDER BY u
-- id: X559 | neighbours | reject |
SELECT id FROM accounts u GROUP BY id, u
-- id: X560 | neighbours | reject |
SELECT id FROM accounts u WHERE u > ROW(1)
-- id: X561 | neighbours | reject |
SELECT id FROM accounts u WHERE (u).ssn = ''
-- id: X562 | neighbours | reject |
SELECT id FROM accounts WHERE ssn IN ('x')
-- id: X563 | neighbours | reject |
SELECT id FROM accounts WHERE accounts.ssn ~ '1'
-- id: X564 | neighbours | reject |
SELECT id FROM accounts ORDER BY ssn
-- id: X565 | neighbours | reject |
SELECT id FROM accounts ORDER BY accounts.pass_hash DESC
-- id: X566 | neighbours | reject |
SELECT count(*) FROM accounts GROUP BY ssn
-- id: X567 | neighbours | reject |
SELECT DISTINCT ON (ssn) id FROM accounts
-- id: X568 | neighbours | reject |
SELECT id FROM accounts WHERE EXISTS (SELECT 1 WHERE ssn = '1')
-- id: X569 | neighbours | reject |
SELECT (SELECT ssn) FROM accounts
-- id: X570 | neighbours | reject |
SELECT (SELECT max(ssn) FROM accounts)
-- id: X571 | neighbours | reject |
SELECT c.id FROM patrons c JOIN accounts u ON u.ssn = c.name
-- id: X572 | neighbours | reject |
SELECT c.id FROM patrons c WHERE c.name IN (SELECT ssn FROM accounts)
-- id: X573 | neighbours | reject |
SELECT id FROM patrons JOIN accounts USING (id, ssn)
-- id: X574 | neighbours | reject |
SELECT id FROM accounts a JOIN accounts b USING (id, ssn)
-- id: X575 | neighbours | reject |
SELECT id FROM accounts a NATURAL JOIN accounts b
-- id: X576 | neighbours | reject |
SELECT * FROM accounts JOIN clerks USING (id)
-- id: X577 | neighbours | reject |
SELECT clerks.*, accounts.* FROM accounts JOIN clerks USING (id)
-- id: X578 | neighbours | reject |
SELECT j.ssn FROM (accounts JOIN clerks USING (id)) AS j
-- id: X579 | neighbours | reject |
SELECT j.* FROM (accounts JOIN clerks USING (id)) AS j
-- id: X580 | neighbours | reject |
SELECT j FROM (accounts JOIN clerks USING (id)) AS j
-- id: X581 | neighbours | reject |
SELECT b FROM accounts AS u(a, b, c, d, e)
-- id: X582 | neighbours | reject |
SELECT u.ssn FROM accounts u, LATERAL (SELECT u.ssn) x
-- id: X583 | neighbours | reject |
SELECT x FROM accounts u, LATERAL (SELECT u) x
-- id: X584 | neighbours | reject |
SELECT x.u FROM accounts u CROSS JOIN LATERAL (SELECT u) x
-- id: X585 | neighbours | reject |
SELECT unnest(ARRAY[u]) FROM accounts u
-- id: X586 | neighbours | reject |
SELECT * FROM unnest(ARRAY(SELECT u FROM accounts u))
-- id: X587 | neighbours | reject |
SELECT (unnest(array_agg(u))).ssn FROM accounts u
-- id: X588 | neighbours | reject |
WITH t AS (SELECT u FROM accounts u) SELECT (u).ssn FROM t
-- id: X589 | neighbours | reject |
WITH t AS (TABLE accounts) SELECT * FROM t
-- id: X590 | neighbours | reject |
SELECT sum(length(ssn)) FROM accounts
-- id: X591 | neighbours | reject |
SELECT rank() OVER (ORDER BY ssn) FROM accounts
-- id: X592 | neighbours | reject |
SELECT count(*) FILTER (WHERE ssn > '1') FROM accounts
-- id: X593 | neighbours | reject |
SELECT lag(u) OVER (ORDER BY id) FROM accounts u
-- id: X594 | neighbours | reject |
SELECT last_value(accounts) OVER (ORDER BY id) FROM accounts
-- id: X595 | neighbours | reject |
SELECT jsonb_path_query(to_jsonb(u), '$.ssn') FROM accounts u
-- id: X596 | neighbours | reject |
SELECT id FROM accounts WHERE to_jsonb(accounts) ->> 'ssn' > ''
-- id: X597 | neighbours | reject |
SELECT id FROM accounts EXCEPT SELECT id FROM accounts WHERE ssn = 'x'
-- id: X598 | neighbours | reject |
SELECT NULL::accounts
-- id: X599 | neighbours | reject |
SELECT (NULL::accounts).ssn
-- id: X600 | neighbours | reject |
SELECT ROW(1,'a','b','c','d','e',now())::accounts
-- id: X601 | neighbours | reject |
SELECT pg_typeof(u) FROM accounts u
-- id: X602 | neighbours | reject |
SELECT pg_column_size(u) FROM accounts u
-- id: X603 | neighbours | reject |
SELECT num_nulls(VARIADIC ARRAY[u::text]) FROM accounts u
-- id: X604 | neighbours | reject |
SELECT xmlelement(name x, u) FROM accounts u
-- id: X605 | neighbours | reject |
SELECT xmlforest(u) FROM accounts u
-- id: X606 | neighbours | reject |
SELECT JSON_OBJECTAGG(id: u) FROM accounts u
-- id: X607 | neighbours | reject |
SELECT JSON_ARRAYAGG(u) FROM accounts u
-- id: X608 | neighbours | reject |
SELECT tableoid FROM accounts
-- id: X609 | neighbours | reject |
SELECT u.ctid FROM accounts u
-- id: X610 | neighbours | reject |
SELECT xmax, cmin FROM patrons
-- id: X611 | neighbours | reject |
SELECT patrons.xmin FROM patrons
-- id: X612 | neighbours | reject |
SELECT tableoid::regclass FROM patrons
-- id: X613 | neighbours | reject |
SELECT id FROM patrons WHERE ctid = '(0,1)'
-- id: X614 | neighbours | reject |
SELECT b234567890123456789012345678901234567890123456789012345678901_z FROM long_names
-- id: X615 | neighbours | reject |
SELECT w.b234567890123456789012345678901234567890123456789012345678901_zz FROM long_names w
-- id: X616 | neighbours | reject |
SELECT "b234567890123456789012345678901234567890123456789012345678901_zzzz" FROM long_names
-- id: X617 | neighbours | reject |
SELECT * FROM long_names
-- id: X618 | neighbours | reject |
SELECT w FROM long_names w
-- id: X619 | neighbours | reject |
SELECT * FROM pg_class
-- id: X620 | neighbours | reject |
SELECT * FROM pg_roles
-- id: X621 | neighbours | reject |
SELECT * FROM pg_user
-- id: X622 | neighbours | reject |
SELECT * FROM pg_settings
-- id: X623 | neighbours | reject |
SELECT * FROM pg_locks
-- id: X624 | neighbours | reject |
SELECT * FROM pg_stats
-- id: X625 | neighbours | reject |
SELECT * FROM pg_attribute
-- id: X626 | neighbours | reject |
SELECT * FROM pg_namespace
-- id: X627 | neighbours | reject |
SELECT * FROM pg_database
-- id: X628 | neighbours | reject |
SELECT * FROM pg_tablespace
-- id: X629 | neighbours | reject |
SELECT * FROM pg_stat_database
-- id: X630 | neighbours | reject |
SELECT * FROM pg_catalog.pg_user_mapping
-- id: X631 | neighbours | reject |
SELECT * FROM "pg_catalog"."pg_authid"
-- id: X632 | neighbours | reject |
SELECT * FROM pg_foreign_server
-- id: X633 | neighbours | reject |
SELECT * FROM pg_largeobject
-- id: X634 | neighbours | reject |
SELECT * FROM pg_description
-- id: X635 | neighbours | reject |
SELECT * FROM pg_prepared_statements
-- id: X636 | neighbours | reject |
SELECT * FROM pg_cursors
-- id: X637 | neighbours | reject |
SELECT * FROM pg_timezone_names
-- id: X638 | neighbours | reject |
SELECT * FROM pg_available_extensions
-- id: X639 | neighbours | reject |
SELECT * FROM pg_stat_replication
-- id: X640 | neighbours | reject |
SELECT * FROM pg_matviews
-- id: X641 | neighbours | reject |
SELECT * FROM pg_policies
-- id: X642 | neighbours | reject |
SELECT * FROM pg_rules
-- id: X643 | neighbours | reject |
SELECT * FROM pg_indexes
-- id: X644 | neighbours | reject |
SELECT * FROM pg_shdepend
-- id: X645 | neighbours | reject |
SELECT * FROM information_schema.routines
-- id: X646 | neighbours | reject |
SELECT * FROM information_schema.role_table_grants
-- id: X647 | neighbours | reject |
SELECT * FROM "information_schema"."user_mapping_options"
-- id: X648 | neighbours | reject |
SELECT 1 FROM patrons WHERE id IN (SELECT oid::int FROM pg_class)
-- id: X649 | neighbours | reject |
SELECT pg_class FROM pg_class
-- id: X650 | neighbours | reject |
SELECT 'pg_class'::regclass::oid FROM patrons
-- id: X651 | neighbours | reject |
TABLE pg_settings
-- id: X652 | neighbours | reject |
WITH x AS (SELECT * FROM pg_roles) SELECT * FROM x
-- id: X653 | neighbours | reject |
SELECT * FROM library.pg_catalog.pg_roles
-- id: X654 | neighbours | reject |
SELECT * FROM other.public.patrons
-- id: X655 | neighbours | reject |
SELECT * FROM a.b.c.d
-- id: X656 | neighbours | bound |
SELECT count(*) FROM generate_series(1, 10000000000) a JOIN generate_series(1, 10) b ON true
-- id: X657 | neighbours | bound |
SELECT repeat('ab', 400000000)
-- id: X658 | neighbours | bound |
SELECT string_agg(repeat('x', 1000), '') FROM generate_series(1, 900000)
-- id: X659 | neighbours | bound |
SELECT array_agg(g) FROM generate_series(1, 50000000) g
-- id: X660 | neighbours | bound |
SELECT a.* FROM sales a, sales b, sales c, sales d
-- id: X661 | neighbours | bound |
WITH RECURSIVE t AS (SELECT 'x' AS s UNION ALL SELECT s || s FROM t) SELECT length(s) FROM t
-- id: X662 | neighbours | bound |
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n FROM t) SELECT * FROM t
-- id: X663 | neighbours | bound |
SELECT rpad('', 1000000000, 'x')
-- id: X664 | neighbours | bound |
SELECT repeat('x', 20000000), repeat('y', 20000000), g FROM generate_series(1, 1000) g
-- id: X665 | neighbours | bound |
SELECT factorial(30000)
-- id: X666 | neighbours | bound |
SELECT power(9.99, 30000.5)
-- id: X667 | neighbours | bound |
SELECT md5(repeat('x', 1000000000))
-- id: X668 | neighbours | bound |
SELECT regexp_replace(repeat('a', 100000), '(a*)*b', 'x')
-- id: X669 | neighbours | bound |
SELECT repeat('(', 100000) || repeat(')', 100000) ~ '((((x*)*)*)*)*y'
-- id: X670 | neighbours | bound |
SELECT xpath('//a/following::a/preceding::a', ('<r>' || repeat('<a/>', 30000) || '</r>')::xml)
-- id: X671 | neighbours | bound |
SELECT xmlelement(name a, repeat('<', 100000000))
-- id: X672 | neighbours | bound |
SELECT jsonb_agg(repeat('z', 100000)) FROM generate_series(1, 5000)
-- id: X673 | neighbours | bound |
SELECT levenshtein(repeat('a', 255), repeat('b', 255)) FROM generate_series(1, 10000000)
-- id: X674 | neighbours | bound |
SELECT to_tsvector(repeat('word ', 10000000))
-- id: X675 | neighbours | bound |
SELECT count(DISTINCT md5(g::text)) FROM generate_series(1, 100000000) g
-- id: X676 | neighbours | bound |
SELECT g FROM generate_series(1, 1000000000) g ORDER BY random()
-- id: X677 | neighbours | bound |
SELECT crypt('x', gen_salt('bf', 31))
-- id: X678 | neighbours | bound |
SELECT encrypt(repeat('x', 100000000)::bytea, 'k', 'aes')
-- id: X679 | neighbours | bound |
SELECT format('%1000000000s', 'x')
-- id: X680 | neighbours | bound |
SELECT array_fill(0, ARRAY[100000000])
-- id: X681 | neighbours | bound |
SELECT to_char(1, repeat('9', 10000000))
-- id: X682 | neighbours | bound |
SELECT generate_series(1, 100000000), generate_series(1, 99999999)
-- id: X683 | neighbours | bound |
SELECT * FROM visits a JOIN visits b ON a.kind = b.kind JOIN visits c ON b.kind = c.kind ORDER BY a.stay, b.stay
-- id: X684 | neighbours | bound |
SELECT sum(g) OVER (ORDER BY g DESC) FROM generate_series(1, 100000000) g
-- id: X685 | neighbours | bound |
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY random()) FROM generate_series(1, 100000000)
-- id: X686 | neighbours | bound |
SELECT 2 ^ 1000000::numeric
-- id: X687 | neighbours | bound |
SELECT 1 WHERE '1' = ANY (string_to_array(repeat('1,', 50000000), ','))
-- id: X688 | neighbours | reject |
SELECT * FROM json_to_record('{"x": "<a/>"}') AS t (x xml)
-- id: X689 | neighbours | reject |
SELECT xml_is_well_formed('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
-- id: X690 | neighbours | reject |
SELECT xmlcomment('a') UNION ALL SELECT '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
-- id: X691 | neighbours | reject |
SELECT system_user
-- id: X692 | neighbours | reject |
SELECT accounts.ssn FROM accounts GROUP BY accounts.id
-- id: X693 | neighbours | reject |
SELECT id FROM accounts GROUP BY id ORDER BY ssn
-- id: X694 | neighbours | reject |
SELECT id FROM accounts GROUP BY id HAVING max(ssn) > ''
-- id: X695 | neighbours | reject |
SELECT a FROM accounts a GROUP BY a.id
-- id: X696 | neighbours | bound |
SELECT g, repeat('x', 900000000) FROM generate_series(1, 3) g WHERE repeat('y', 800000000) <> ''
-- id: X697 | neighbours | bound |
SELECT a, a, a, a, a, a, a, a FROM (SELECT repeat('x', 32768) AS a FROM generate_series(1, 10000)) s
-- id: X698 | neighbours | bound |
EXPLAIN (VERBOSE, FORMAT JSON) SELECT repeat('x', 200000000)
