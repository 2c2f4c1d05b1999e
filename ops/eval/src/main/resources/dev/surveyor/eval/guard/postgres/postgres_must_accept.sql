-- Queries of our own that must be accepted, on the library of setup.sql (PostgreSQL 14 to 18). A block starts at a line "-- id:".
-- id: L001 |
SELECT 1 + 1 AS two, 'it''s' AS text, $$dollar ' quoted$$ AS d, $t$ $$ $t$ AS tagged
-- id: L002 |
SELECT E'a\tb\u00e9\x41\101' AS escaped, U&'d\0061t\+000061' AS unicode, U&'d!0061' UESCAPE '!' AS other
-- id: L003 |
SELECT 'one'
  'two' AS joined, B'101' AS bits, X'1F' AS hex, N'national' AS n
-- id: L004 |
SELECT 1e3, .5, 5., 1.5E-3 -- a comment; DELETE FROM canary
-- id: L005 |
SELECT /* DROP TABLE canary; /* nested */ */ count(*) FROM books;
-- id: L006 |
SELECT title FROM books WHERE title LIKE 'Book 1%' ESCAPE '!' AND title NOT ILIKE 'x%' ORDER BY id
-- id: L007 |
SELECT id FROM books WHERE title SIMILAR TO 'Book (1|2)' AND title ~* '^book' ORDER BY id
-- id: L008 |
SELECT id FROM books WHERE shelf = ANY ('{fiction,science}') AND id <> ALL (ARRAY[1, 2]) ORDER BY id
-- id: L009 |
SELECT id FROM books WHERE id IN (SELECT book_id FROM loans WHERE fee > 2) ORDER BY id
-- id: L010 |
SELECT id FROM books b WHERE EXISTS (SELECT FROM loans l WHERE l.book_id = b.id AND l.fee > ALL (SELECT 1.0)) ORDER BY id
-- id: L011 |
SELECT id FROM books WHERE id BETWEEN SYMMETRIC 20 AND 10 OR id NOT BETWEEN 2 AND 118 ORDER BY id
-- id: L012 |
SELECT id FROM books WHERE (id, pages) = (3, 103) OR (id, pages) IN ((4, 104), (5, 0)) OR ROW(id, pages) IS DISTINCT FROM ROW(id, 100 + id)
-- id: L013 |
SELECT (date '2024-01-01', date '2024-02-01') OVERLAPS (date '2024-01-15', interval '1 month') AS o
-- id: L014 |
SELECT b.*, l.fee FROM books b JOIN loans l ON l.book_id = b.id WHERE b.id < 3 ORDER BY l.id
-- id: L015 |
SELECT * FROM loans JOIN books ON books.id = loans.book_id AND books.shelf = 'fiction' ORDER BY loans.id LIMIT 3
-- id: L016 |
SELECT b.id, x.n FROM books b LEFT JOIN LATERAL (SELECT count(*) AS n FROM loans l WHERE l.book_id = b.id) x ON true ORDER BY 1
-- id: L017 |
SELECT count(*) FROM books CROSS JOIN branches
-- id: L018 |
SELECT a.name, b.name FROM branches a FULL OUTER JOIN branches b ON b.parent = a.id ORDER BY 1, 2
-- id: L019 |
SELECT j.id, j.name FROM (branches a JOIN canary c USING (id)) AS j (id, parent, name, v) WHERE j.id < 3
-- id: L020 |
SELECT count(*) FROM branches NATURAL JOIN (VALUES (1), (2)) AS v (id)
-- id: L021 |
SELECT id, u.c FROM branches JOIN (SELECT id, count(*) c FROM books GROUP BY id) q USING (id) AS z JOIN LATERAL (SELECT z.id * q.c) u (c) ON true ORDER BY 1
-- id: L022 |
SELECT city, count(*), count(DISTINCT name), max(joined) FROM members GROUP BY city HAVING count(*) > 1 ORDER BY city NULLS FIRST
-- id: L023 |
SELECT shelf, extract(year FROM published) AS y, sum(pages) FROM books GROUP BY ROLLUP (shelf, extract(year FROM published)) ORDER BY 1, 2
-- id: L024 |
SELECT shelf, pages % 2 AS odd, grouping(shelf, pages % 2), count(*) FROM books GROUP BY GROUPING SETS ((shelf), (pages % 2), CUBE (shelf, pages % 2), ()) ORDER BY 1, 2, 3, 4
-- id: L025 |
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY fee), mode() WITHIN GROUP (ORDER BY fee), percentile_disc(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY fee DESC) FROM loans
-- id: L026 |
SELECT string_agg(title, ', ' ORDER BY id DESC), array_agg(DISTINCT shelf ORDER BY shelf), bool_and(pages > 0), count(*) FILTER (WHERE pages > 150) FROM books
-- id: L027 |
SELECT id, rank() OVER w, sum(fee) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES), first_value(fee) OVER (PARTITION BY member_id ORDER BY taken RANGE BETWEEN interval '3 days' PRECEDING AND UNBOUNDED FOLLOWING) FROM loans WINDOW w AS (PARTITION BY member_id ORDER BY taken) ORDER BY id
-- id: L028 |
SELECT id, ntile(4) OVER (ORDER BY id), lag(id, 2, 0) OVER (ORDER BY id), nth_value(id, 2) OVER (ORDER BY id GROUPS 2 PRECEDING) FROM branches ORDER BY id
-- id: L029 |
WITH RECURSIVE tree AS (SELECT id, parent, name, 1 AS depth FROM branches WHERE parent IS NULL UNION ALL SELECT b.id, b.parent, b.name, t.depth + 1 FROM branches b JOIN tree t ON t.id = b.parent) SELECT * FROM tree ORDER BY id
-- id: L030 |
WITH RECURSIVE tree (id, name) AS (SELECT id, name FROM branches WHERE id = 1 UNION ALL SELECT b.id, b.name FROM branches b, tree t WHERE b.parent = t.id) SEARCH DEPTH FIRST BY id SET ord CYCLE id SET looped USING path SELECT id, name, looped FROM tree ORDER BY ord
-- id: L031 |
WITH a AS MATERIALIZED (SELECT 1 AS x), b (y) AS NOT MATERIALIZED (SELECT x + 1 FROM a) SELECT x, y FROM a, b
-- id: L032 |
WITH members AS (SELECT 7 AS pin) SELECT pin, members.* FROM members
-- id: L033 |
SELECT id FROM branches UNION ALL SELECT parent FROM branches EXCEPT SELECT 1 INTERSECT ALL SELECT 2 ORDER BY id NULLS LAST
-- id: L034 |
(SELECT id FROM books ORDER BY id LIMIT 2) UNION (SELECT id FROM members ORDER BY id DESC FETCH FIRST 2 ROWS ONLY) ORDER BY 1
-- id: L035 |
SELECT id, pages FROM books ORDER BY shelf FETCH FIRST 3 ROWS WITH TIES
-- id: L036 |
SELECT id FROM books ORDER BY id OFFSET 3 ROWS FETCH NEXT ROW ONLY
-- id: L037 |
SELECT DISTINCT ON (shelf) shelf, title FROM books ORDER BY shelf, id DESC
-- id: L038 |
VALUES (1, 'a'), (2, NULL) ORDER BY 1 DESC
-- id: L039 |
TABLE branches ORDER BY id
-- id: L040 |
TABLE reports.busy ORDER BY n DESC, member_id LIMIT 3
-- id: L041 |
SELECT day, fees FROM reports.loans_by_day WHERE n > 2 ORDER BY day
-- id: L042 |
SELECT tags[1], tags[1:2], tags[:1], (ARRAY[[1, 2], [3, 4]])[2][1], array_length(tags, 1), 'all' = ANY (tags), tags || ARRAY['x'], tags @> '{all}' FROM books ORDER BY id LIMIT 2
-- id: L043 |
SELECT (size).width, (b.size).*, (ROW(1, 2)::size).height FROM books b ORDER BY id LIMIT 2
-- id: L044 |
SELECT extra -> 'rank', extra ->> 'rank', extra #>> '{authors,0}', extra ? 'rank', extra ?| ARRAY['x', 'rank'], extra @> '{"rank": 1}', extra - 'rank' FROM books ORDER BY id LIMIT 2
-- id: L045 |
SELECT key, value FROM books, jsonb_each(extra) WHERE id = 1 ORDER BY key
-- id: L046 |
SELECT e.author, e.n FROM books b, jsonb_array_elements_text(b.extra -> 'authors') WITH ORDINALITY AS e (author, n) WHERE b.id < 3 ORDER BY 1, 2
-- id: L047 |
SELECT r.rank, r.other FROM books, jsonb_to_record(extra) AS r (rank int, other text) WHERE id < 3 ORDER BY id
-- id: L048 |
SELECT jsonb_path_query_array(extra, '$.authors[*] ? (@ starts with "a")'), extra @? '$.rank ? (@ > 1)' FROM books ORDER BY id LIMIT 2
-- id: L049 |
SELECT x.n FROM books, XMLTABLE('/b' PASSING note COLUMNS n int PATH '.') AS x WHERE id < 4 ORDER BY 1
-- id: L050 |
SELECT xpath('/b/text()', note)::text, xmlelement(name book, xmlattributes(id AS id, title), pages), xmlforest(id, title AS t), xmlserialize(CONTENT note AS text) FROM books ORDER BY id LIMIT 1
-- id: L051 |
SELECT label -> 'k', label ? 'k' FROM books ORDER BY id LIMIT 1
-- id: L052 |
SELECT g, h FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b'])) WITH ORDINALITY AS t (g, h, n) ORDER BY n
-- id: L053 |
SELECT d::date, coalesce(n, 0) FROM generate_series(timestamptz '2024-03-02', '2024-03-06', '1 day') d LEFT JOIN reports.loans_by_day ON day = d::date ORDER BY 1
-- id: L054 |
SELECT count(*) FROM loans TABLESAMPLE BERNOULLI (50) REPEATABLE (7)
-- id: L055 |
SELECT CASE WHEN pages > 150 THEN 'long' WHEN pages > 120 THEN 'middle' ELSE 'short' END AS length, CASE shelf WHEN 'fiction' THEN 1 END, coalesce(NULL, 2), nullif(1, 1), greatest(1, 2, 3), least(3, 1) FROM books ORDER BY id LIMIT 5
-- id: L056 |
SELECT CAST('1' AS integer), '1.5'::numeric(4, 1), 'x'::char(3), '1 2'::varchar, 1::boolean, '{1,2}'::int[], ARRAY[1]::bigint[], '2024-01-01'::timestamp(0) with time zone, real '1.5', double precision '2', bigint '3', time '10:00', json '{}', 'f'::"char", shelf 'fiction', '1-2'::isbn, public.shelf 'science'
-- id: L057 |
SELECT interval '1 year 2 months', interval '90' minute, interval '1:30' hour to minute, interval(0) '1.6 seconds', '1 day'::interval day to hour
-- id: L058 |
SELECT now() - interval '1 day' < now(), current_date - 7 < current_date, localtimestamp IS NOT NULL, current_timestamp(0) IS NOT NULL, age(timestamp '2024-03-01', timestamp '2024-01-01'), date_part('month', date '2024-05-01'), extract(epoch FROM interval '1 hour'), date_trunc('week', timestamp '2024-05-05')
-- id: L059 |
SELECT taken AT TIME ZONE 'Europe/Brussels', timestamp '2024-01-01' AT TIME ZONE INTERVAL '-08:00' FROM loans ORDER BY id LIMIT 1
-- id: L060 |
SELECT to_char(1234.5, 'FM9,999.00'), to_char(date '2024-05-01', 'YYYY-MM'), to_number('1,2', '9,9'), to_timestamp(0) AT TIME ZONE 'UTC', make_interval(hours => 3), make_date(year => 2024, month => 1, day => 2)
-- id: L061 |
SELECT substring('abcdef' FROM 2 FOR 2), substring('abc', 2), substring('foobar' SIMILAR '%#"o_b#"%' ESCAPE '#'), overlay('abc' PLACING 'X' FROM 2), position('b' IN 'abc'), trim(both 'x' from 'xax'), trim('  a '), ltrim('a'), normalize('a', NFC), 'a' IS NORMALIZED, collation for ('a' COLLATE "C")
-- id: L062 |
SELECT title COLLATE "C" < 'Book 2', 'a' || title || 1, -pages, + pages, @ (-3), |/ 4.0, 2 ^ 3 ^ 2, 7 / 2, 7 % 2, 1 << 3, 6 & 3, ~ 5 FROM (SELECT title, pages FROM books ORDER BY id LIMIT 1) b
-- id: L063 |
SELECT pages IS NULL, pages NOTNULL, pages ISNULL, true IS NOT UNKNOWN, (pages > 3) IS TRUE, NOT pages > 3 AND true OR false FROM books ORDER BY id LIMIT 1
-- id: L064 |
SELECT email = 'M1@LIBRARY.TEST', lower(email::text), name % 'Membr', similarity(name, 'Member') > 0.5, replace(email, '@', ' at ') FROM members ORDER BY id LIMIT 1
-- id: L065 |
SELECT with_tax(100), public.with_tax(p => 10)
-- id: L066 |
SELECT "Order", b."Order" + 1 AS "a ""quoted"" label" FROM books b ORDER BY b."Order" DESC LIMIT 2
-- id: L067 |
SELECT members.name, library.public.members.city FROM library.public.members WHERE public.members.id = 1
-- id: L068 |
SELECT m.id, m.name, m.email, m.city FROM members m WHERE m.city IS NOT NULL ORDER BY m.joined DESC LIMIT 3
-- id: L069 |
SELECT b FROM branches b ORDER BY b.id
-- id: L070 |
SELECT row_to_json(b), to_jsonb(b) - 'id', (b).name, count(b) OVER () FROM branches b ORDER BY b.id
-- id: L071 |
SELECT json_agg(t ORDER BY t.id) FROM (SELECT id, name FROM branches) t
-- id: L072 |
SELECT crosstab.* FROM (SELECT 1 AS crosstab) crosstab
-- id: L073 |
SELECT count(*) AS "count", sum(count) FROM (SELECT count(*) FROM books GROUP BY shelf) s
-- id: L074 |
SELECT date, name, value, type, level, year FROM (SELECT date '2024-01-01', 'n' AS name, 1 AS value, 't' AS type, 2 AS level, 3 AS year) s
-- id: L075 |
SELECT ARRAY(SELECT id FROM branches ORDER BY id), (SELECT max(id) FROM books), ((SELECT 1)), array_agg(x) FROM unnest(ARRAY[3, 4]) x
-- id: L076 |
SELECT width_bucket(fee, 0, 5, 5) AS bucket, count(*), round(avg(fee), 2), stddev_pop(fee), corr(fee, id) FROM loans GROUP BY bucket ORDER BY bucket
-- id: L077 |
SELECT date_trunc('month', taken) AS month, count(*) AS n, sum(count(*)) OVER (ORDER BY date_trunc('month', taken)) AS running FROM loans GROUP BY month ORDER BY month
-- id: L078 |
SELECT regexp_replace(title, '(\d+)', '<\1>'), regexp_split_to_array('a,b', ','), m[1] FROM books, regexp_matches(title, '\d', 'g') AS m WHERE id = 12
-- id: L079 |
SELECT random() < 2, gen_random_uuid() IS NOT NULL, clock_timestamp() IS NOT NULL
-- id: L080 |
EXPLAIN SELECT * FROM books WHERE id = 1
-- id: L081 |
EXPLAIN (ANALYZE, COSTS off, TIMING off, FORMAT json) SELECT count(*) FROM loans
-- id: L082 |
SELECT int4range(1, 5) @> 3, '[1,3]'::int4range * int4range(2, 9), lower(daterange('2024-01-01', '2024-02-01')), range_agg(int4range(id, id + 1)) FROM branches
-- id: L083 |
SELECT '10.0.0.1'::inet << '10.0.0.0/8', host(inet '1.2.3.4'), point(1, 2) <-> point '(4,6)', circle '<(0,0),2>' @> point '(1,1)'
-- id: L084 |
SELECT to_tsvector('english', title) @@ to_tsquery('english', 'book & 1'), ts_rank(to_tsvector(title), plainto_tsquery('book')), ts_headline('english', title, to_tsquery('book')) FROM books ORDER BY id LIMIT 1
-- id: L085 |
SELECT 10 OPERATOR(pg_catalog.+) 5, 3 OPERATOR(pg_catalog.*) 2 = 6
