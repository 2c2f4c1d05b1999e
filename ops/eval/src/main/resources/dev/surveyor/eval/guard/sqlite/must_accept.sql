-- Queries that must be accepted, on the file of setup.sql.
-- id: S001 |
SELECT 1
-- id: S002 |
SELECT 1;
-- id: S003 |
SELECT count(*) FROM books
-- id: S004 |
SELECT * FROM branches ORDER BY id
-- id: S005 |
SELECT b.* FROM branches b ORDER BY b.id LIMIT 2
-- id: S006 |
SELECT title, price FROM books WHERE price > 10 ORDER BY price DESC, id LIMIT 5
-- id: S007 |
SELECT title FROM books ORDER BY id LIMIT 5 OFFSET 2
-- id: S008 |
SELECT title AS "The Title", pages AS p FROM books ORDER BY id LIMIT 3
-- id: S009 |
SELECT DISTINCT shelf FROM books ORDER BY shelf
-- id: S010 |
SELECT shelf, count(*) AS n, avg(price) FROM books GROUP BY shelf HAVING count(*) > 1 ORDER BY n DESC, shelf
-- id: S011 |
SELECT shelf, sum(CASE WHEN pages > 120 THEN 1 ELSE 0 END) FROM books GROUP BY shelf ORDER BY 1
-- id: S012 |
SELECT CASE shelf WHEN 'fiction' THEN 'f' ELSE 'o' END FROM books ORDER BY id LIMIT 3
-- id: S013 |
SELECT * FROM books b JOIN loans l ON l.book_id = b.id WHERE b.id = 1 ORDER BY l.id
-- id: S014 |
SELECT b.title, count(l.id) FROM books b LEFT JOIN loans l ON l.book_id = b.id GROUP BY b.id, b.title ORDER BY 2 DESC, 1 LIMIT 3
-- id: S015 |
SELECT a.name, b.name FROM branches a LEFT OUTER JOIN branches b ON b.parent = a.id ORDER BY 1, 2
-- id: S016 |
SELECT count(*) FROM books CROSS JOIN branches
-- id: S017 |
SELECT count(*) FROM books, branches WHERE books.id = branches.id
-- id: S018 |
SELECT count(*) FROM branches NATURAL JOIN (SELECT 1 AS id)
-- id: S019 |
SELECT id, l.fee FROM branches JOIN loans l USING (id) ORDER BY id
-- id: S020 |
SELECT id FROM books WHERE id IN (1, 2, 3) ORDER BY id
-- id: S021 |
SELECT id FROM books WHERE id IN (SELECT book_id FROM loans WHERE fee > 3) ORDER BY id
-- id: S022 |
SELECT id FROM books WHERE id NOT IN (SELECT book_id FROM loans WHERE book_id < 50) ORDER BY id
-- id: S023 |
SELECT id FROM books b WHERE EXISTS (SELECT 1 FROM loans l WHERE l.book_id = b.id AND l.fee > 3) ORDER BY id
-- id: S024 |
SELECT id FROM books WHERE NOT EXISTS (SELECT 1 FROM loans WHERE loans.book_id = books.id) ORDER BY id
-- id: S025 |
SELECT id FROM books WHERE pages BETWEEN 110 AND 120 ORDER BY id
-- id: S026 |
SELECT id FROM books WHERE title LIKE 'Book 1%' ORDER BY id
-- id: S027 |
SELECT id FROM books WHERE title LIKE 'Book!_%' ESCAPE '!' ORDER BY id
-- id: S028 |
SELECT id FROM books WHERE title NOT LIKE '%2%' AND glob('Book *', title) ORDER BY id
-- id: S029 |
SELECT id FROM members WHERE city IS NULL ORDER BY id
-- id: S030 |
SELECT id FROM members WHERE city IS NOT NULL ORDER BY id
-- id: S031 |
SELECT id FROM books WHERE NOT (shelf = 'fiction' OR pages < 150) ORDER BY id
-- id: S032 |
SELECT id FROM books WHERE shelf <> 'fiction' AND shelf != 'science' ORDER BY id LIMIT 3
-- id: S033 |
SELECT (SELECT max(price) FROM books), (SELECT count(*) FROM members)
-- id: S034 |
SELECT title || ' (' || pages || ')' FROM books ORDER BY id LIMIT 2
-- id: S035 |
SELECT price * 1.21, pages / 2, pages % 7, -pages, +pages, pages - 1 FROM books ORDER BY id LIMIT 2
-- id: S036 |
SELECT upper(title), lower(title), length(title), substr(title, 1, 4), replace(title, 'Book', 'B'), trim('  x '), instr(title, 'k') FROM books ORDER BY id LIMIT 2
-- id: S037 |
SELECT round(price, 1), abs(-1), coalesce(NULL, 2), ifnull(NULL, 3), nullif(1, 1), max(1, 2), min(1, 2), iif(1, 'a', 'b') FROM books LIMIT 1
-- id: S038 |
SELECT date(published), strftime('%Y', published), julianday('2024-01-02') - julianday('2024-01-01'), datetime('2024-01-01', '+1 day') FROM books ORDER BY id LIMIT 1
-- id: S039 |
SELECT strftime('%Y-%m', taken) AS month, sum(fee) FROM loans GROUP BY month ORDER BY month
-- id: S040 |
SELECT CAST('12' AS INTEGER), CAST(1.5 AS TEXT), CAST(price AS REAL) FROM books ORDER BY id LIMIT 1
-- id: S041 |
SELECT group_concat(name, ', ') FROM (SELECT name FROM branches ORDER BY id)
-- id: S042 |
SELECT count(DISTINCT shelf), total(price), sum(pages) FROM books
-- id: S043 |
SELECT id, row_number() OVER (ORDER BY price DESC, id), rank() OVER (PARTITION BY shelf ORDER BY pages) FROM books ORDER BY id LIMIT 5
-- id: S044 |
SELECT id, sum(fee) OVER (PARTITION BY member_id ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM loans ORDER BY id LIMIT 5
-- id: S045 |
SELECT id, lag(fee) OVER (ORDER BY id), lead(fee, 1, 0) OVER (ORDER BY id) FROM loans ORDER BY id LIMIT 3
-- id: S046 |
WITH t AS (SELECT shelf, count(*) AS n FROM books GROUP BY shelf) SELECT * FROM t ORDER BY shelf
-- id: S047 |
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT x, y FROM a, b
-- id: S048 |
WITH t (a, b) AS (SELECT id, name FROM branches) SELECT a, b FROM t ORDER BY a
-- id: S049 |
WITH RECURSIVE tree AS (SELECT id, name, 0 AS depth FROM branches WHERE parent IS NULL UNION ALL SELECT b.id, b.name, t.depth + 1 FROM branches b JOIN tree t ON t.id = b.parent) SELECT * FROM tree ORDER BY id
-- id: S050 |
WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10) SELECT sum(x) FROM n
-- id: S051 |
SELECT id FROM branches UNION SELECT 9 ORDER BY 1
-- id: S052 |
SELECT id FROM branches UNION ALL SELECT id FROM branches ORDER BY 1
-- id: S053 |
SELECT id FROM books WHERE id < 9 EXCEPT SELECT id FROM branches ORDER BY 1
-- id: S054 |
SELECT id FROM books INTERSECT SELECT id FROM branches ORDER BY 1
-- id: S055 |
VALUES (1, 'a'), (2, 'b')
-- id: S056 |
SELECT * FROM (VALUES (1, 'a'), (2, 'b'))
-- id: S057 |
SELECT json_extract(extra, '$.rank'), json_array_length(extra, '$.tags') FROM books ORDER BY id LIMIT 2
-- id: S058 |
SELECT extra -> 'rank', extra ->> 'rank' FROM books ORDER BY id LIMIT 2
-- id: S059 |
SELECT 'it''s; DELETE FROM books', "odd name", "order" FROM branches ORDER BY id
-- id: S060 |
SELECT [odd name], `order` FROM branches ORDER BY id
-- id: S061 |
SELECT /* a comment; DROP TABLE books */ 1 -- and another; DELETE FROM books
-- id: S062 |
SELECT * FROM (SELECT id, title FROM books ORDER BY id LIMIT 3) AS s WHERE s.id > 1
-- id: S063 |
SELECT name FROM branches ORDER BY name COLLATE NOCASE DESC
-- id: S064 |
SELECT id, fee FROM loans WHERE fee > (SELECT avg(fee) FROM loans) ORDER BY fee DESC, id LIMIT 5
-- id: S065 |
SELECT count(*) FILTER (WHERE fee > 1) FROM loans
-- id: S066 |
SELECT members.name FROM members WHERE members.id = 1
-- id: S067 |
SELECT x'41', 0x10, 1e3, .5, NULL
-- id: S068 |
SELECT typeof(id), hex('a'), quote('x'), printf('%.2f', price), char(65), unicode('A') FROM books ORDER BY id LIMIT 1
-- id: S069 |
SELECT * FROM books WHERE id < 4 ORDER BY id
-- id: S070 |
SELECT id, email FROM members WHERE email LIKE 'm%' ORDER BY id
-- id: S071 |
SELECT m.name, count(l.id), sum(l.fee) FROM members m LEFT JOIN loans l ON l.member_id = m.id GROUP BY m.id ORDER BY 3 DESC, 1
-- id: S072 |
SELECT shelf, price, count(*) FROM books GROUP BY shelf, price ORDER BY 1, 2
-- id: S073 |
SELECT id FROM loans WHERE book_id IN (SELECT id FROM books WHERE shelf = 'science') AND member_id IN (SELECT id FROM members) ORDER BY id
-- id: S074 |
SELECT id FROM loans EXCEPT SELECT id FROM books ORDER BY id LIMIT 5
-- id: S075 |
SELECT (SELECT count(*) FROM loans l WHERE l.book_id = b.id) AS n, b.title FROM books b ORDER BY n DESC, b.id LIMIT 4
-- id: S076 |
SELECT a.id, b.id FROM books a JOIN books b ON b.id = a.id + 3 ORDER BY a.id
-- id: S077 |
SELECT DISTINCT published FROM books ORDER BY 1
