-- Attempts that must be refused, or (bound) ended by limits; keys and members.pin are hidden.
-- id: T001 | | reject |
INSERT INTO books (id, title) VALUES (99, 'x')
-- id: T002 | | reject |
UPDATE books SET title = 'x'
-- id: T003 | | reject |
DELETE FROM books
-- id: T004 | | reject |
REPLACE INTO books (id, title) VALUES (1, 'x')
-- id: T005 | | reject |
CREATE TABLE x (i INTEGER)
-- id: T006 | | reject |
CREATE TEMP TABLE x AS SELECT 1
-- id: T007 | | reject |
DROP TABLE books
-- id: T008 | | reject |
ALTER TABLE books ADD COLUMN y
-- id: T009 | | reject |
ATTACH DATABASE '/tmp/other.db' AS other
-- id: T010 | | reject |
DETACH DATABASE main
-- id: T011 | | reject |
PRAGMA query_only = OFF
-- id: T012 | | reject |
PRAGMA table_info(books)
-- id: T013 | | reject |
VACUUM INTO '/tmp/copy.db'
-- id: T014 | | reject |
REINDEX
-- id: T015 | | reject |
ANALYZE
-- id: T016 | | reject |
BEGIN
-- id: T017 | | reject |
COMMIT
-- id: T018 | | reject |
SAVEPOINT a
-- id: T019 | | reject |
EXPLAIN SELECT 1
-- id: T020 | | reject |
EXPLAIN QUERY PLAN SELECT * FROM keys
-- id: T021 | | reject |
SELECT 1; DELETE FROM books
-- id: T022 | | reject |
SELECT 1; ATTACH DATABASE ':memory:' AS x
-- id: T023 | | reject |
SELECT ';'; DROP TABLE books; --'
-- id: T024 | | reject |
SELECT load_extension('x')
-- id: T025 | | reject |
SELECT 1 WHERE load_extension('x') IS NULL
-- id: T026 | | reject |
SELECT id FROM books ORDER BY load_extension('x')
-- id: T027 | | reject |
SELECT "load_extension"('x')
-- id: T028 | | reject |
SELECT [load_extension]('x')
-- id: T029 | | reject |
SELECT readfile('/etc/passwd')
-- id: T030 | | reject |
SELECT writefile('/tmp/x', 'y')
-- id: T031 | | reject |
SELECT edit('x')
-- id: T032 | | reject |
SELECT fts3_tokenizer('x')
-- id: T033 | | reject |
SELECT randomblob(1000000000)
-- id: T034 | | reject |
SELECT zeroblob(1000000000)
-- id: T035 | | reject |
SELECT last_insert_rowid()
-- id: T036 | | reject |
SELECT changes()
-- id: T037 | | reject |
SELECT total_changes()
-- id: T038 | | reject |
SELECT sqlite_version()
-- id: T039 | | reject |
SELECT sqlite_source_id()
-- id: T040 | | reject |
SELECT sqlite_compileoption_get(1)
-- id: T041 | | reject |
SELECT * FROM sqlite_master
-- id: T042 | | reject |
SELECT sql FROM sqlite_schema
-- id: T043 | | reject |
SELECT * FROM main.sqlite_master
-- id: T044 | | reject |
SELECT * FROM sqlite_temp_master
-- id: T045 | | reject |
SELECT * FROM "sqlite_master"
-- id: T046 | | reject |
SELECT * FROM pragma_table_info('keys')
-- id: T047 | | reject |
SELECT * FROM pragma_database_list
-- id: T048 | | reject |
SELECT * FROM keys
-- id: T049 | | reject |
SELECT value FROM "keys"
-- id: T050 | | reject |
SELECT value FROM [KEYS]
-- id: T051 | | reject |
SELECT * FROM main.keys
-- id: T052 | | reject |
SELECT * FROM temp.keys
-- id: T053 | | reject |
SELECT id FROM books WHERE id IN (SELECT id FROM keys)
-- id: T054 | | reject |
SELECT (SELECT value FROM keys LIMIT 1)
-- id: T055 | | reject |
SELECT * FROM books b JOIN keys k ON k.id = b.id
-- id: T056 | | reject |
SELECT * FROM books, keys
-- id: T057 | | reject |
SELECT 1 UNION ALL SELECT value FROM keys
-- id: T058 | | reject |
WITH a AS (SELECT * FROM keys), keys AS (SELECT 1) SELECT * FROM a
-- id: T059 | | reject |
WITH keys AS (SELECT 1 AS value) SELECT * FROM main.keys
-- id: T060 | | reject |
SELECT * FROM all_keys
-- id: T061 | | reject |
SELECT id FROM books WHERE EXISTS (SELECT 1 FROM keys WHERE value LIKE 'C%')
-- id: T062 | | reject |
SELECT count(*) FROM books GROUP BY (SELECT value FROM keys)
-- id: T063 | | reject |
SELECT max(id) OVER (ORDER BY (SELECT value FROM keys)) FROM books
-- id: T064 | | reject |
SELECT CASE WHEN (SELECT count(*) FROM keys) > 0 THEN 1 END
-- id: T065 | | reject |
SELECT 1 LIMIT (SELECT count(*) FROM keys)
-- id: T066 | | reject |
SELECT m.pin FROM members m
-- id: T067 | | reject |
SELECT pin FROM members
-- id: T068 | | reject |
SELECT id FROM members WHERE members.pin LIKE 'C%'
-- id: T069 | | reject |
SELECT * INTO x FROM books
-- id: T070 | | reject |
SELECT * FROM books WHERE id = ?
-- id: T071 | | reject |
SELECT * FROM books WHERE id = :id
-- id: T072 | | reject |
SELECT * FROM books WHERE id = @id
-- id: T073 | | reject |
SELECT 1 /* */ ; DELETE FROM books /* */
-- id: T074 | | reject |
SELECT 'a' || x'00'; DELETE FROM books
-- id: T075 | | bound |
WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n
-- id: T076 | | bound |
SELECT count(*) FROM loans a, loans b, loans c, loans d, loans e
-- id: T077 | | reject |
SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
-- id: T078 | | reject |
SELECT * FROM books JOIN pragma_table_list ON true
-- id: T079 | | reject |
SELECT * FROM json_each((SELECT json_group_array(value) FROM keys))
-- id: T080 | | reject |
SELECT * FROM dbstat
-- id: T081 | | reject |
SELECT * FROM sqlite_stat1
-- id: T082 | | reject |
SELECT * FROM books NATURAL JOIN Keys
-- id: T083 | | reject |
WITH RECURSIVE k AS (SELECT value FROM keys UNION SELECT value FROM k) SELECT * FROM k
-- id: T084 | | reject |
SELECT 1 FROM books WHERE (SELECT value FROM "main"."keys") LIKE 'C%'
-- id: T085 | | reject |
SELECT group_concat(pin) FROM members
-- id: T086 | | reject |
SELECT max(m.pin) OVER () FROM members AS m
-- id: T087 | | reject |
SELECT eval('SELECT 1')
-- id: T088 | | reject |
SELECT sqlite_offset(id) FROM books
-- id: T089 | | reject |
SELECT fts5_source_id()
-- id: T090 | | reject |
SELECT 1 UNION SELECT load_extension('x')
-- id: T091 | | bound |
SELECT length(replace(hex(printf('%0500000d', 1)), '0', printf('%01000d', 1)))
-- id: T092 | | bound |
WITH RECURSIVE t (s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT max(length(s)) FROM t
