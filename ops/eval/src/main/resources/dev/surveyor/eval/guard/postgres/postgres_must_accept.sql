-- Queries of our own that must be accepted, on the library of setup.sql (PostgreSQL 15 to 18). A block starts at a line "-- id:".
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
-- id: L086 |
VALUES (1,'a'),(2,'b')
-- id: L087 |
TABLE topics
-- id: L088 |
SELECT DISTINCT land, grp FROM patrons ORDER BY 1 NULLS FIRST, 2
-- id: L089 |
SELECT ALL land FROM patrons LIMIT 3
-- id: L090 |
SELECT 1 AS "select", 2 AS "from"
-- id: L091 |
SELECT id FROM patrons LIMIT ALL
-- id: L092 |
SELECT id FROM patrons ORDER BY id LIMIT NULL OFFSET 3
-- id: L093 |
SELECT id FROM patrons ORDER BY credit FETCH FIRST 2 ROWS WITH TIES
-- id: L094 |
SELECT id FROM patrons OFFSET 2 ROWS FETCH NEXT 2 ROWS ONLY
-- id: L095 |
SELECT id, name FROM patrons ORDER BY name USING > LIMIT 3
-- id: L096 |
SELECT id FROM patrons WHERE true ORDER BY 1 DESC LIMIT (SELECT 3) OFFSET 1 + 1
-- id: L097 |
SELECT $$a 'quoted' ; text$$ AS a, $x$ $$ $x$ AS b, $ü$x$ü$ AS c
-- id: L098 |
SELECT E'\'; DROP TABLE x; --' AS e, 'a\' AS backslash
-- id: L099 |
SELECT U&"n\0061me" FROM patrons LIMIT 1
-- id: L100 |
SELECT U&"d!0061t!+000061" UESCAPE '!' FROM (SELECT 1 AS data) s
-- id: L101 |
SELECT B'1010' | B'0101' AS b, X'FF' AS x, b'1' || B'0' AS c
-- id: L102 |
SELECT -1, - -1, +1, -(-1), 2 - -1
-- id: L103 |
SELECT 1::int4::text::varchar(3), (1.5)::numeric(3,1), .5::float8, 1e-3::real
-- id: L104 |
SELECT 'ß', '日本', 'emoji 😀', 'a%b', 'a_b'
-- id: L105 |
SELECT N'national', n'x'
-- id: L106 |
SELECT null, NULL::text, true, FALSE, 'yes'::bool, unknown FROM (SELECT 1 AS unknown) u
-- id: L107 |
SELECT count(*) FROM sales WHERE memo IS NOT NULL AND memo <> 'grant all; revoke'
-- id: L108 |
SELECT "MixedCase", "тема", "where" FROM "Shelf Marks"
-- id: L109 |
SELECT d."select", d."from", d."where" FROM "Shelf Marks" d WHERE d."select" = 1
-- id: L110 |
SELECT "user", "order", "group", "table" FROM keyword_names ORDER BY "order"
-- id: L111 |
SELECT action, count(*) FROM keyword_names WHERE action ILIKE '%drop%' GROUP BY action
-- id: L112 |
SELECT t.insert, t."order", t.user FROM keyword_names t
-- id: L113 |
SELECT sum(insert) AS insert, max("update") AS delete FROM keyword_names
-- id: L114 |
SELECT Id, NAME, "land" FROM Patrons WHERE LAND = 'BE' ORDER BY iD LIMIT 3
-- id: L115 |
SELECT public.patrons.name FROM public.patrons WHERE patrons.id = 1
-- id: L116 |
SELECT library.public.sales.id FROM library.public.sales ORDER BY 1 LIMIT 1
-- id: L117 |
SELECT day, taken FROM reports.sales_by_day ORDER BY day, tender LIMIT 5
-- id: L118 |
SELECT d.tender, sum(d.n) FROM reports.sales_by_day AS d GROUP BY d.tender ORDER BY 1
-- id: L119 |
SELECT * FROM reports.top_patrons ORDER BY t DESC, patron_id
-- id: L120 |
SELECT c.name, m.t FROM reports.top_patrons m JOIN patrons c ON c.id = m.patron_id ORDER BY m.t DESC, c.id
-- id: L121 |
SELECT name FROM patrons WHERE name LIKE 'Patron 1_' ORDER BY id
-- id: L122 |
SELECT name FROM patrons WHERE name NOT LIKE '%!%%' ESCAPE '!' ORDER BY id LIMIT 2
-- id: L123 |
SELECT name FROM patrons WHERE name ILIKE ANY (ARRAY['%9','%8']) ORDER BY id LIMIT 4
-- id: L124 |
SELECT id FROM patrons WHERE name ~ '^Patron \d{2}$' AND name !~* 'X' AND name ~~ 'C%' AND name !~~* 'z%' ORDER BY id LIMIT 3
-- id: L125 |
SELECT id FROM patrons WHERE land IN ('BE','FR') AND town NOT IN ('NYC') ORDER BY id LIMIT 3
-- id: L126 |
SELECT id FROM patrons WHERE land IS NULL AND town IS NOT NULL AND grp NOTNULL ORDER BY 1 LIMIT 3
-- id: L127 |
SELECT id FROM patrons WHERE (active IS TRUE) IS NOT UNKNOWN AND active IS NOT FALSE ORDER BY 1 LIMIT 3
-- id: L128 |
SELECT id FROM sales WHERE amount BETWEEN SYMMETRIC 300 AND 10 ORDER BY id LIMIT 3
-- id: L129 |
SELECT id FROM sales WHERE sold_at BETWEEN '2024-02-01' AND '2024-02-01'::timestamptz + interval '1 day' ORDER BY id
-- id: L130 |
SELECT id FROM sales WHERE sold_at >= date '2024-03-01' AND sold_at < date '2024-03-02' ORDER BY id
-- id: L131 |
SELECT id FROM sales WHERE state IN ('open', 'paid') AND state <> 'void' ORDER BY id LIMIT 3
-- id: L132 |
SELECT id FROM sales WHERE state = ALL (ARRAY['paid']::sale_state[]) ORDER BY id LIMIT 3
-- id: L133 |
SELECT id FROM sales WHERE amount > ALL (SELECT amount FROM sales WHERE id < 5) ORDER BY id LIMIT 3
-- id: L134 |
SELECT id FROM sales WHERE amount >= ANY (SELECT avg(amount) FROM sales) ORDER BY id LIMIT 3
-- id: L135 |
SELECT id FROM sales o WHERE EXISTS (SELECT 1 FROM sale_lines i WHERE i.sale_id = o.id AND i.pieces > 4) ORDER BY id LIMIT 3
-- id: L136 |
SELECT id FROM sales o WHERE NOT EXISTS (SELECT FROM sale_lines i WHERE i.sale_id = o.id) ORDER BY id LIMIT 3
-- id: L137 |
SELECT id FROM patrons WHERE id NOT IN (SELECT patron_id FROM sales WHERE patron_id IS NOT NULL AND amount > 300) ORDER BY id LIMIT 3
-- id: L138 |
SELECT (1,2) = (SELECT 1, 2), (1, 2) IN (SELECT 1, 2), ROW(1, 2) < ROW(1, 3), (1, NULL) IS NOT DISTINCT FROM (1, NULL)
-- id: L139 |
SELECT 7 / 2, 7 % 3, 7 # 3, 7 & 3, 7 | 8, ~7, 1 << 4, 256 >> 4, 2 ^ 10, |/ 25, ||/ 27, @ -5, 5 !=3, 3 <> 4
-- id: L140 |
SELECT 10 OPERATOR(pg_catalog.*) 5, - OPERATOR(pg_catalog.-) 3
-- id: L141 |
SELECT name FROM patrons ORDER BY name COLLATE pg_catalog."C" LIMIT 2
-- id: L142 |
SELECT 'abc' ^@ 'ab', 'a' || NULL, 'x' || 1 || 2.5
-- id: L143 |
SELECT (timestamp '2024-01-01', timestamp '2024-02-01') OVERLAPS (timestamp '2024-01-15', interval '1 day')
-- id: L144 |
SELECT CAST(amount AS integer), CAST('2024-01-01' AS date), CAST(ARRAY['1','2'] AS int[]), CAST(NULL AS jsonb) FROM sales LIMIT 1
-- id: L145 |
SELECT date '2024-01-01' + 7, date '2024-03-01' - date '2024-02-01', time '10:00' + interval '5 min', timestamp 'epoch', timestamptz '2024-01-01 00:00 America/New_York', 'now'::text
-- id: L146 |
SELECT int '5', float '1.5', numeric '1', bool 't', point '(1,2)', inet '10.0.0.1', jsonb '{"a":1}', uuid 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'
-- id: L147 |
SELECT '{1,2,3}'::int[], '{{1,2},{3,4}}'::int[][], '{a,b}'::text[] || 'c'::text, 5 = ANY ('{1,5}'::int[])
-- id: L148 |
SELECT float8 '1', double precision '2', character varying 'x', timestamp with time zone '2024-01-01', time without time zone '10:00', bit varying '101', national character varying 'x'
-- id: L149 |
SELECT 'a'::char(5), 'a'::character(3), 'abc'::varchar(2), 'abc'::bpchar, 1::bit(4), 'x'::"char", 'n'::name
-- id: L150 |
SELECT (p.dims).across, (p.dims).up * 2 AS h2, p.earlier[1].across, (p.earlier[2]).deep FROM wares p ORDER BY id LIMIT 2
-- id: L151 |
SELECT ROW(1,2,3)::extent, (ROW(1,2,3)::extent).across, (SELECT dims FROM wares LIMIT 1).up
-- id: L152 |
SELECT id, pairs -> 'k', pairs ? 'k', pairs @> 'k=>1', akeys(pairs), each(pairs) FROM wares ORDER BY id LIMIT 1
-- id: L153 |
SELECT 5::natural_number, '5'::natural_number + 1, nat FROM one_of_each
-- id: L154 |
SELECT states, states[1], array_length(states, 1), 'paid' = ANY (states), enum_range(NULL::sale_state), enum_first('paid'::sale_state) FROM one_of_each
-- id: L155 |
SELECT state, count(*) FROM sales GROUP BY state HAVING count(*) >= 400 ORDER BY state
-- id: L156 |
SELECT land, string_agg(DISTINCT town, ', ' ORDER BY town) FROM patrons GROUP BY land ORDER BY land
-- id: L157 |
SELECT array_agg(id ORDER BY id DESC) FILTER (WHERE id < 5), json_agg(name ORDER BY id) FILTER (WHERE id < 3), jsonb_object_agg(id, name) FILTER (WHERE id < 3) FROM patrons
-- id: L158 |
SELECT bool_and(active), bool_or(active), every(id > 0), bit_and(id), bit_or(id), bit_xor(id) FROM patrons
-- id: L159 |
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), percentile_disc(ARRAY[0.25,0.75]) WITHIN GROUP (ORDER BY amount), mode() WITHIN GROUP (ORDER BY state) FROM sales
-- id: L160 |
SELECT dense_rank(50) WITHIN GROUP (ORDER BY amount), percent_rank(50) WITHIN GROUP (ORDER BY amount), cume_dist(50) WITHIN GROUP (ORDER BY amount) FROM sales
-- id: L161 |
SELECT land, grp, grouping(land, grp), count(*) FROM patrons GROUP BY GROUPING SETS ((land), (grp), ()) ORDER BY 1, 2, 3
-- id: L162 |
SELECT land, town, count(*) FROM patrons GROUP BY ROLLUP (land, town) ORDER BY 1, 2, 3
-- id: L163 |
SELECT land, count(*) FROM patrons GROUP BY ALL land ORDER BY 1
-- id: L164 |
SELECT extract(year FROM sold_at) AS y, state, sum(amount) FROM sales GROUP BY y, state ORDER BY y, state
-- id: L165 |
SELECT max(amount) - min(amount), avg(amount)::int, sum(amount) / NULLIF(count(*), 0), stddev(amount), variance(amount), regr_r2(amount, id) FROM sales
-- id: L166 |
SELECT c.id, c.name, count(*) FROM patrons c JOIN sales o ON o.patron_id = c.id GROUP BY c.id ORDER BY 3 DESC, 1 LIMIT 3
-- id: L167 |
SELECT u.id, u.login, u.role, count(*) FROM accounts u GROUP BY u.id ORDER BY u.id LIMIT 3
-- id: L168 |
SELECT login FROM accounts GROUP BY id ORDER BY id LIMIT 2
-- id: L169 |
SELECT role, count(*) FROM accounts GROUP BY role ORDER BY role
-- id: L170 |
SELECT u.login, o.n FROM accounts u LEFT JOIN (SELECT patron_id, count(*) n FROM sales GROUP BY 1) o ON o.patron_id = u.id ORDER BY u.id LIMIT 5
-- id: L171 |
SELECT id, login FROM accounts WHERE mail LIKE 'u1%' UNION SELECT id, name FROM clerks ORDER BY 1, 2 LIMIT 5
-- id: L172 |
WITH a AS (SELECT id, login, role FROM accounts) SELECT * FROM a WHERE role = 'chief' ORDER BY id LIMIT 3
-- id: L173 |
SELECT count(*) FROM accounts
-- id: L174 |
SELECT count(*) FROM accounts u JOIN clerks e USING (id)
-- id: L175 |
SELECT id, name FROM clerks JOIN accounts USING (id) ORDER BY id LIMIT 2
-- id: L176 |
SELECT max(seen) IS NOT NULL FROM accounts WHERE id IN (SELECT who FROM visits)
-- id: L177 |
SELECT id FROM long_names
-- id: L178 |
SELECT id, rank() OVER (PARTITION BY patron_id ORDER BY amount DESC), dense_rank() OVER (ORDER BY amount) FROM sales ORDER BY id LIMIT 5
-- id: L179 |
SELECT id, first_value(amount) OVER w, last_value(amount) OVER w, nth_value(amount, 2) OVER w FROM sales WINDOW w AS (PARTITION BY patron_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) ORDER BY id LIMIT 5
-- id: L180 |
SELECT id, ntile(4) OVER (ORDER BY id), percent_rank() OVER (ORDER BY id), cume_dist() OVER (ORDER BY id) FROM clerks ORDER BY id
-- id: L181 |
SELECT id, lag(amount, 1, 0) OVER (ORDER BY id), lead(amount) OVER (ORDER BY id) FROM sales ORDER BY id LIMIT 3
-- id: L182 |
SELECT id, sum(amount) OVER (ORDER BY id ROWS 2 PRECEDING EXCLUDE TIES), sum(amount) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE GROUP) FROM sales ORDER BY id LIMIT 3
-- id: L183 |
SELECT id, sum(sum(amount)) OVER (ORDER BY id) FROM sales GROUP BY id ORDER BY id LIMIT 3
-- id: L184 |
SELECT patron_id, sum(amount), rank() OVER (ORDER BY sum(amount) DESC) FROM sales GROUP BY patron_id ORDER BY 3, 1 LIMIT 5
-- id: L185 |
SELECT DISTINCT ON (patron_id) patron_id, id, amount FROM sales ORDER BY patron_id, sold_at DESC LIMIT 5
-- id: L186 |
SELECT DISTINCT first_value(state) OVER (PARTITION BY patron_id ORDER BY id) FROM sales ORDER BY 1
-- id: L187 |
SELECT id, array_agg(id) OVER (ORDER BY id ROWS 1 PRECEDING) FROM clerks ORDER BY id LIMIT 3
-- id: L188 |
SELECT desk, avg(hired - date '2015-01-01') OVER (PARTITION BY desk) FROM clerks ORDER BY id LIMIT 3
-- id: L189 |
SELECT id, row_number() OVER () FROM clerks ORDER BY id LIMIT 3
-- id: L190 |
WITH a AS (SELECT 1 AS x), b(y) AS (SELECT x + 1 FROM a), c AS MATERIALIZED (SELECT y * 2 AS z FROM b) SELECT x, y, z FROM a, b, c
-- id: L191 |
WITH a AS NOT MATERIALIZED (SELECT * FROM topics) SELECT a.* FROM a ORDER BY id
-- id: L192 |
WITH RECURSIVE t(id, name, lvl) AS (SELECT id, name, 0 FROM topics WHERE above IS NULL UNION ALL SELECT c.id, c.name, t.lvl + 1 FROM topics c JOIN t ON c.above = t.id) SELECT * FROM t ORDER BY id
-- id: L193 |
WITH RECURSIVE t AS (SELECT id, above FROM topics WHERE id = 1 UNION SELECT c.id, c.above FROM topics c, t WHERE c.above = t.id) SEARCH BREADTH FIRST BY id SET ord SELECT id, ord FROM t ORDER BY ord
-- id: L194 |
WITH RECURSIVE t(a, b) AS (SELECT 1, 2 UNION ALL SELECT b, a FROM t) CYCLE a SET is_cycle TO 'Y' DEFAULT 'N' USING path SELECT a, b, is_cycle FROM t
-- id: L195 |
WITH RECURSIVE a AS (SELECT 1 AS n), b AS (SELECT n FROM a UNION ALL SELECT n + 1 FROM b WHERE n < 3) SELECT * FROM b
-- id: L196 |
WITH sales AS (SELECT 1 AS id, 'shadow' AS what) SELECT * FROM sales
-- id: L197 |
WITH vault AS (SELECT 'mine' AS k) SELECT k FROM vault
-- id: L198 |
WITH t AS (SELECT id FROM patrons ORDER BY id LIMIT 5) SELECT (SELECT count(*) FROM t), id FROM t ORDER BY id
-- id: L199 |
WITH t AS (WITH u AS (SELECT 1 AS a) SELECT a FROM u) SELECT a FROM t
-- id: L200 |
SELECT (WITH q AS (SELECT max(amount) m FROM sales) SELECT m FROM q)
-- id: L201 |
WITH x AS (TABLE topics), y AS (VALUES (1), (2)) SELECT count(*) FROM x, y
-- id: L202 |
(WITH a AS (SELECT 1 AS i) SELECT i FROM a) UNION ALL SELECT 2 ORDER BY i
-- id: L203 |
SELECT o.id, c.name FROM sales AS o INNER JOIN patrons AS c ON (o.patron_id = c.id) ORDER BY o.id LIMIT 3
-- id: L204 |
SELECT count(*) FROM sales o LEFT OUTER JOIN patrons c ON o.patron_id = c.id WHERE c.id IS NULL
-- id: L205 |
SELECT count(*) FROM patrons c RIGHT JOIN sales o ON o.patron_id = c.id
-- id: L206 |
SELECT count(*) FROM patrons c FULL JOIN clerks e ON e.id = c.id
-- id: L207 |
SELECT count(*) FROM patrons CROSS JOIN topics
-- id: L208 |
SELECT count(*) FROM (sales o JOIN sale_lines i ON i.sale_id = o.id) JOIN wares p ON p.id = i.ware_id
-- id: L209 |
SELECT j.id FROM (patrons c JOIN clerks e USING (id)) AS j ORDER BY 1 LIMIT 3
-- id: L210 |
SELECT id, k.id FROM patrons JOIN clerks USING (id) AS k ORDER BY 1 LIMIT 2
-- id: L211 |
SELECT a.id, b.id, cat.name FROM wares a JOIN wares b ON b.topic_id = a.topic_id AND b.id > a.id JOIN topics cat ON cat.id = a.topic_id ORDER BY 1, 2 LIMIT 3
-- id: L212 |
SELECT id, name FROM topics NATURAL LEFT JOIN (SELECT 1 AS id, 'All' AS name) x ORDER BY id
-- id: L213 |
SELECT c.id, x.* FROM patrons c, LATERAL (SELECT count(*) AS n, max(amount) AS m FROM sales o WHERE o.patron_id = c.id) x ORDER BY c.id LIMIT 3
-- id: L214 |
SELECT g, c.id FROM generate_series(1, 3) AS g LEFT JOIN patrons c ON c.id = g ORDER BY 1
-- id: L215 |
SELECT s.a, s.b FROM (VALUES (1, 'x'), (2, 'y')) AS s(a, b) ORDER BY s.a
-- id: L216 |
SELECT * FROM (VALUES (1, 2)) v
-- id: L217 |
SELECT column1 + column2 FROM (VALUES (1, 2)) v
-- id: L218 |
SELECT t.* FROM unnest(ARRAY[1,2], ARRAY['a','b']) AS t(x, y)
-- id: L219 |
SELECT * FROM unnest(ARRAY[1,2]) WITH ORDINALITY
-- id: L220 |
SELECT n, name FROM patrons CROSS JOIN LATERAL generate_series(1, 2) n ORDER BY id, n LIMIT 4
-- id: L221 |
SELECT count(*) FROM sales TABLESAMPLE BERNOULLI (10) REPEATABLE (42)
-- id: L222 |
SELECT count(*) FROM patrons TABLESAMPLE system_rows(10)
-- id: L223 |
SELECT count(*) FROM patrons AS c TABLESAMPLE SYSTEM (50) WHERE c.id > 0
-- id: L224 |
SELECT count(*) FROM visits *
-- id: L225 |
SELECT count(*) FROM visits_early
-- id: L226 |
SELECT kind, body ->> 'page' FROM visits_late ORDER BY id LIMIT 2
-- id: L227 |
SELECT e.kind, count(*) FROM visits e WHERE e.ts >= '2024-03-01' AND e.ts < '2024-04-01' GROUP BY e.kind ORDER BY 1
-- id: L228 |
SELECT id FROM patrons INTERSECT SELECT patron_id FROM sales ORDER BY 1 LIMIT 3
-- id: L229 |
SELECT land FROM patrons UNION DISTINCT SELECT 'XX' ORDER BY land NULLS LAST
-- id: L230 |
(SELECT 1 UNION SELECT 2) EXCEPT (SELECT 2 INTERSECT SELECT 2)
-- id: L231 |
SELECT id FROM patrons WHERE id < 3 UNION ALL (SELECT id FROM clerks WHERE id < 3 ORDER BY id DESC LIMIT 1) ORDER BY 1
-- id: L232 |
SELECT * FROM (SELECT id FROM patrons UNION SELECT id FROM clerks) u ORDER BY id LIMIT 3
-- id: L233 |
VALUES (1), (2) UNION ALL SELECT 3 ORDER BY 1
-- id: L234 |
SELECT CASE WHEN amount > 200 THEN 'high' WHEN amount > 100 THEN 'mid' ELSE 'low' END AS band, count(*) FROM sales GROUP BY band ORDER BY band
-- id: L235 |
SELECT CASE WHEN id = 1 THEN NULL END, COALESCE(rebate, 0), NULLIF(amount, 1), GREATEST(amount, 5, NULL), LEAST(1, 2) FROM sales ORDER BY id LIMIT 2
-- id: L236 |
SELECT ARRAY[1,2,3], ARRAY[[1,2],[3,4]], ARRAY[]::int[], ARRAY(SELECT id FROM topics ORDER BY 1), ARRAY(VALUES (1), (2))
-- id: L237 |
SELECT marks[1], marks[1:2], marks[:1], marks[2:], cardinality(marks), array_position(marks, 'all'), marks && ARRAY['all'], marks <@ ARRAY['all', 't1'], array_to_string(marks, ',') FROM patrons ORDER BY id LIMIT 1
-- id: L238 |
SELECT (ARRAY['a','b','c'])[2], ('{1,2}'::int[])[1], (string_to_array('a,b', ','))[1], (regexp_match('ab12', '\d+'))[1]
-- id: L239 |
SELECT EXTRACT(EPOCH FROM sent_at - sold_at) / 3600 AS h, EXTRACT('month' FROM sold_at), date_part('dow', sold_at) FROM sales WHERE sent_at IS NOT NULL ORDER BY id LIMIT 2
-- id: L240 |
SELECT sold_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo', timezone('UTC', sold_at), sold_at::timestamp FROM sales ORDER BY id LIMIT 1
-- id: L241 |
SELECT interval '1 year 2 months', interval '3' month, INTERVAL '1 day 02:03:04' DAY TO SECOND, interval '5' SECOND(1), 2 * interval '1 hour', justify_days(interval '40 days')
-- id: L242 |
SELECT current_timestamp IS NOT NULL, localtime IS NULL, CURRENT_TIME(2) IS NULL, current_date > '2020-01-01', now()::date = current_date, transaction_timestamp() = now()
-- id: L243 |
SELECT current_user = session_user, user = current_role, current_catalog, current_schema IS NOT NULL
-- id: L244 |
SELECT age(timestamp '2024-01-01', timestamp '2023-06-01'), date_bin('15 minutes', timestamp '2024-01-01 10:07', timestamp '2024-01-01'), to_timestamp(0) = 'epoch'
-- id: L245 |
SELECT substring('hello' FROM 2), substring('hello' FOR 2), substring('hello', 2, 3), substring('abc' SIMILAR '%#"b#"%' ESCAPE '#'), substr('abc', 2)
-- id: L246 |
SELECT position('lo' IN 'hello'), strpos('hello', 'l'), overlay('abcdef' PLACING 'ZZ' FROM 2), trim('  x '), trim(trailing 'x' FROM 'axx'), trim(both from ' y '), btrim('xax', 'x'), ltrim(' a'), rtrim('a ')
-- id: L247 |
SELECT concat('a', 1, NULL), format('%1$s %2$L', 'a', 'b'), repeat('ab', 3), rpad('x', 3, '-'), chr(65), ascii('A'), to_hex(255), md5('x'), sha256('x'), quote_ident('A b'), quote_nullable(NULL)
-- id: L248 |
SELECT regexp_replace(name, '(\w+) (\d+)', '\2 \1'), regexp_split_to_array('a b', ' '), regexp_count('aaa', 'a'), regexp_like('ab', 'A', 'i'), regexp_substr('ab12', '\d+'), regexp_instr('ab1', '\d') FROM patrons ORDER BY id LIMIT 1
-- id: L249 |
SELECT m[1] FROM regexp_matches('a1b2', '[a-z]\d', 'g') AS m
-- id: L250 |
SELECT part FROM regexp_split_to_table('a,b,c', ',') AS part
-- id: L251 |
SELECT part, n FROM string_to_table('a b c', ' ') WITH ORDINALITY AS s(part, n)
-- id: L252 |
SELECT round(1.256, 2), round(2.5), trunc(-1.5), ceiling(1.2), floor(-1.2), mod(7, 3), div(7, 2), gcd(12, 18), lcm(4, 6), factorial(5), exp(1), ln(2), log(2, 8), pi(), degrees(1), sin(1), atan2(1, 2), cbrt(27), width_bucket(5, 0, 10, 5), scale(1.20), random() < 2
-- id: L253 |
SELECT to_char(1234567.891, 'FM9,999,990.00'), to_char(date '2024-02-29', 'Day, DD Month YYYY'), to_char(interval '2h', 'HH24:MI'), to_number('1,234.5', '9,999.9'), to_date('29 Feb 2024', 'DD Mon YYYY'), to_timestamp('2024-01-01 10', 'YYYY-MM-DD HH24')
-- id: L254 |
SELECT discounted(100, 0.2), public.discounted(d => 0.1, p => 50), discounted(p := 10, d := NULL)
-- id: L255 |
SELECT round(discounted(avg(amount), avg(rebate)), 1) FROM sales
-- id: L256 |
SELECT facts, facts -> 'deep' -> 'a' -> 0, facts #> '{deep,a}', facts ->> 'level', (facts -> 'level')::int, facts['deep']['a'][0], facts ? 'level' FROM patrons ORDER BY id LIMIT 1
-- id: L257 |
SELECT jsonb_build_object('id', id, 'marks', to_jsonb(marks)), jsonb_typeof(facts), jsonb_array_length(facts #> '{deep,a}'), jsonb_pretty(facts), jsonb_strip_nulls(facts), jsonb_set(facts, '{level}', '9') FROM patrons ORDER BY id LIMIT 1
-- id: L258 |
SELECT k, v FROM patrons, jsonb_each_text(facts) AS e(k, v) WHERE id = 1 ORDER BY 1
-- id: L259 |
SELECT x.value::int FROM patrons c, jsonb_array_elements(c.facts -> 'deep' -> 'a') AS x WHERE c.id = 2 ORDER BY 1
-- id: L260 |
SELECT r.level, r.flag FROM patrons, jsonb_to_record(facts) AS r(level int, flag boolean) WHERE id < 3 ORDER BY id
-- id: L261 |
SELECT * FROM json_to_recordset('[{"a":1,"b":"x"},{"a":2}]') AS t(a int, b text)
-- id: L262 |
SELECT j.key, j.value FROM json_each('{"a":1,"b":2}') j ORDER BY 1
-- id: L263 |
SELECT jsonb_object_keys(facts) AS k, count(*) FROM patrons GROUP BY k ORDER BY k
-- id: L264 |
SELECT jsonb_path_query(facts, '$.deep.a[*]') FROM patrons ORDER BY id LIMIT 2
-- id: L265 |
SELECT jsonb_path_exists(facts, '$.level ? (@ > $m)', '{"m":1}'), jsonb_path_match(facts, '$.level >= 0') FROM patrons ORDER BY id LIMIT 1
-- id: L266 |
SELECT row_to_json(t) FROM (SELECT id, name FROM topics ORDER BY id) t
-- id: L267 |
SELECT to_json(c), to_jsonb(c) -> 'name', json_build_array(1, 'a'), json_object('{a,1}'), array_to_json(ARRAY[1,2]) FROM topics c ORDER BY id LIMIT 1
-- id: L268 |
SELECT json_agg(c ORDER BY c.id) FROM topics c
-- id: L269 |
SELECT c FROM topics c ORDER BY c.id
-- id: L270 |
SELECT c.*::text FROM topics c ORDER BY id LIMIT 1
-- id: L271 |
SELECT count(c), count(c.*) FROM topics c
-- id: L272 |
SELECT topics FROM topics ORDER BY id LIMIT 1
-- id: L273 |
SELECT c IS NULL, c IS NOT NULL, c = c, ROW(c.*) FROM topics c ORDER BY id LIMIT 1
-- id: L274 |
SELECT xmlelement(name foo, xmlattributes(id AS i), name), xmlforest(name AS n), xmlconcat('<a/>', '<b/>'), xmlcomment('x'), xmlpi(name php, 'x') FROM topics ORDER BY id LIMIT 1
-- id: L275 |
SELECT xpath('/a/b/text()', doc), xpath_exists('/a', doc), xmlexists('/a/b' PASSING doc), doc IS DOCUMENT, xmlserialize(content doc AS text) FROM one_of_each
-- id: L276 |
SELECT xmlagg(xmlelement(name c, name) ORDER BY id)::text FROM topics
-- id: L277 |
SELECT xmlparse(content '<a/>')::text, xmlroot('<a/>'::xml, version '1.0', standalone yes)::text, '<a>1</a>'::xml::text
-- id: L278 |
SELECT path, nlevel(path), subpath(path, 0, 1), subltree(path, 0, 1), path @> 'top.science.physics', path ~ 'all.*{1}', path ? ARRAY['all.*']::lquery[] FROM topics ORDER BY id
-- id: L279 |
SELECT similarity(name, 'Customr'), name % 'Patron', word_similarity('Cust', name), name <-> 'Patron 1' FROM patrons ORDER BY id LIMIT 2
-- id: L280 |
SELECT metaphone('Thompson', 4), dmetaphone('Smith'), difference('a', 'b'), levenshtein_less_equal('abc', 'abd', 2)
-- id: L281 |
SELECT words @@ to_tsquery('cut & notebook'), ts_rank(words, plainto_tsquery('english', 'number notebook')), ts_headline('english', about, phraseto_tsquery('bound notebook')), to_tsvector(about) FROM wares ORDER BY id LIMIT 1
-- id: L282 |
SELECT 'a & b'::tsquery && 'c'::tsquery, !! 'a'::tsquery, tsvector 'a b' || 'c'::tsvector, setweight(to_tsvector('a'), 'A'), strip('a:1'::tsvector), numnode('a & b'::tsquery), querytree('a'::tsquery)
-- id: L283 |
SELECT int4range(3, 9) @> 4, int4range(2, 6) && int4range(5, 7), lower(years), upper_inc(years), isempty(years), years * int4range(2000, 2030), range_merge(years, int4range(2030, 2040)), terms @> 2, multirange(years) FROM one_of_each
-- id: L284 |
SELECT id FROM wares WHERE sold @> date '2023-02-01' ORDER BY id LIMIT 3
-- id: L285 |
SELECT count(*) FROM sales a JOIN sales b ON a.held && b.held WHERE a.id < 3 AND b.id < 10
-- id: L286 |
SELECT range_agg(held) FROM sales WHERE id < 5
-- id: L287 |
SELECT unnest(terms) FROM one_of_each
-- id: L288 |
SELECT addr << '10.0.0.0/8', network(addr), family(addr), abbrev(addr), addr + 1, broadcast('10.1.0.0/16'::cidr), inet_merge(addr, '10.1.0.0'), card, trunc(card), net FROM patrons, one_of_each ORDER BY patrons.id LIMIT 1
-- id: L289 |
SELECT area(frame), center(ring), diameter(ring), npoints(plot), side <-> point '(3,3)', frame # frame, spot_point ## side IS NULL FROM (SELECT frame, ring, plot, side, point '(2,5)' AS spot_point FROM one_of_each) e
-- id: L290 |
SELECT spot <@ box '((0,0),(5,5))', spot ~= point '(1,1)', spot[0], spot[1], spot + point '(1,1)' FROM patrons ORDER BY id LIMIT 1
-- id: L291 |
SELECT span * 2, -span, extract(day FROM span), justify_interval(span), fee * 2, fee / 2::money, fee::numeric, four_bits & B'1100', ~ four_bits, length(some_bits), get_bit(four_bits, 0), wal - '0/0'::pg_lsn FROM one_of_each
-- id: L292 |
SELECT encode(picture, 'base64'), decode('ff', 'hex'), get_byte(picture, 0), octet_length(picture), picture || '\x00'::bytea, convert_from('\x41', 'UTF8'), bit_length('a') FROM wares ORDER BY id LIMIT 1
-- id: L293 |
SELECT digest('a', 'sha256'), encode(hmac('a', 'k', 'md5'), 'hex'), crypt('x', '$1$abcdefgh') IS NOT NULL
-- id: L294 |
SELECT value, value = 'NaN', at = 'infinity', n + 1, -value FROM gauges WHERE value IS NOT NULL ORDER BY gauge, value
-- id: L295 |
SELECT gauge, avg(value) FILTER (WHERE value <> 'NaN') FROM gauges GROUP BY gauge ORDER BY 1
-- id: L296 |
SELECT date_trunc('day', at) FROM gauges WHERE at BETWEEN '2024-01-01' AND '2025-01-01'
-- id: L297 |
SELECT gen_random_uuid() IS NOT NULL, uid FROM patrons ORDER BY id LIMIT 1
-- id: L298 |
SELECT hashtext('a'), num_nonnulls(1, NULL), num_nulls(VARIADIC ARRAY[1, NULL]), concat_ws(',', VARIADIC ARRAY['a', 'b']), pg_typeof(1), pg_column_size('abc'), pg_size_pretty(1024::bigint)
-- id: L299 |
SELECT pg_typeof(amount), pg_typeof(state)::text FROM sales LIMIT 1
-- id: L300 |
SELECT normal FROM (SELECT 1 AS normal) x
-- id: L301 |
SELECT s.name, s.value, s.type, s.level, s.position, s.date FROM (SELECT 'a' AS name, 1 AS value, 't' AS type, 1 AS level, 2 AS position, current_date AS date) s
-- id: L302 |
SELECT 1 AS year, 2 AS month, 3 AS day, 4 "hour", 5 AS names, 6 AS zone
-- id: L303 |
SELECT first, last, next, prior FROM (SELECT 1 AS first, 2 AS last, 3 AS next, 4 AS prior) q
-- id: L304 |
WITH m AS (SELECT date_trunc('month', sold_at) AS month, sum(amount) AS rev FROM sales GROUP BY 1) SELECT month, rev, rev - lag(rev) OVER (ORDER BY month) AS diff, round(100 * (rev / lag(rev) OVER (ORDER BY month) - 1), 1) AS pct FROM m ORDER BY month
-- id: L305 |
WITH first AS (SELECT patron_id, min(date_trunc('month', sold_at)) AS cohort FROM sales GROUP BY 1) SELECT cohort, (extract(year FROM age(date_trunc('month', o.sold_at), cohort)) * 12 + extract(month FROM age(date_trunc('month', o.sold_at), cohort)))::int AS n, count(DISTINCT o.patron_id) FROM sales o JOIN first f USING (patron_id) GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 20
-- id: L306 |
WITH r AS (SELECT p.topic_id, p.name, sum(i.pieces * i.each_price) AS rev, row_number() OVER (PARTITION BY p.topic_id ORDER BY sum(i.pieces * i.each_price) DESC, p.id) AS rn FROM sale_lines i JOIN wares p ON p.id = i.ware_id GROUP BY p.topic_id, p.name, p.id) SELECT c.name, r.name, r.rev FROM r JOIN topics c ON c.id = r.topic_id WHERE rn <= 2 ORDER BY 1, 3 DESC, 2
-- id: L307 |
SELECT d::date AS day, coalesce(count(o.id), 0) AS n FROM generate_series(date '2024-01-01', date '2024-01-10', interval '1 day') d LEFT JOIN sales o ON o.sold_at::date = d::date GROUP BY d ORDER BY d
-- id: L308 |
SELECT e.name, e.wage, avg(e.wage) OVER (PARTITION BY e.desk) AS dept_avg, e.wage > avg(e.wage) OVER (PARTITION BY e.desk) AS above FROM clerks e ORDER BY e.id LIMIT 5
-- id: L309 |
SELECT count(*) FILTER (WHERE kind = 'look') AS views, count(*) FILTER (WHERE kind = 'buy') * 100.0 / count(*) AS conv FROM visits WHERE ts < '2024-02-01'
-- id: L310 |
SELECT who, count(*) AS sessions FROM (SELECT who, ts - lag(ts) OVER (PARTITION BY who ORDER BY ts) > interval '1 day' AS fresh FROM visits) s WHERE fresh IS NOT FALSE GROUP BY who ORDER BY 2 DESC, 1 LIMIT 5
-- id: L311 |
SELECT c.land, sum(CASE WHEN o.state = 'paid' THEN o.amount ELSE 0 END) AS paid, sum(o.amount) FILTER (WHERE o.state = 'open') AS fresh FROM patrons c LEFT JOIN sales o ON o.patron_id = c.id GROUP BY c.land ORDER BY paid DESC NULLS LAST
-- id: L312 |
SELECT tenant, note FROM tenant_notes
-- id: L313 |
SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - sold_at)) FROM sales WHERE sent_at IS NOT NULL
-- id: L314 |
SELECT left(mail::text, 3) || '***', mail = 'C1@EXAMPLE.COM', split_part(mail::text, '@', 2) FROM patrons ORDER BY id LIMIT 2
-- id: L315 |
SELECT count(DISTINCT mail), min(mail::text), max(length(mail::text)) FROM patrons
-- id: L316 |
SELECT id FROM patrons WHERE mail IS NULL ORDER BY id LIMIT 3
-- id: L317 |
SELECT mail, count(*) FROM patrons GROUP BY mail ORDER BY mail NULLS FIRST LIMIT 3
-- id: L318 |
SELECT c.mail, e.wage FROM patrons c JOIN clerks e ON e.id = c.id ORDER BY c.id LIMIT 3
-- id: L319 |
SELECT c FROM patrons c ORDER BY c.id LIMIT 2
-- id: L320 |
SELECT row_to_json(c), to_jsonb(c) -> 'mail' FROM patrons c ORDER BY c.id LIMIT 2
-- id: L321 |
SELECT (c).mail, (c).name FROM patrons c ORDER BY (c).id LIMIT 2
-- id: L322 |
SELECT patrons.* FROM patrons ORDER BY patrons.id LIMIT 2
-- id: L323 |
SELECT * FROM patrons c JOIN sales o ON o.patron_id = c.id ORDER BY o.id LIMIT 3
-- id: L324 |
SELECT * FROM patrons JOIN clerks USING (id) ORDER BY id LIMIT 3
-- id: L325 |
SELECT * FROM patrons NATURAL JOIN (SELECT 2 AS id) z
-- id: L326 |
SELECT * FROM sales o WHERE o.patron_id IN (SELECT id FROM patrons WHERE land = 'BE') ORDER BY o.id LIMIT 3
-- id: L327 |
SELECT * FROM (TABLE patrons) t ORDER BY id LIMIT 2
-- id: L328 |
TABLE sales ORDER BY id LIMIT 2
-- id: L329 |
WITH patrons AS (SELECT * FROM patrons WHERE id < 10) SELECT count(*) FROM patrons
-- id: L330 |
SELECT a.id, b.id FROM patrons a, patrons b WHERE a.id = b.id + 1 AND a.id < 12 ORDER BY 1
-- id: L331 |
SELECT id, (SELECT count(*) FROM sales o WHERE o.patron_id = patrons.id) AS n FROM patrons ORDER BY id LIMIT 3
-- id: L332 |
SELECT sum(amount) FROM sales WHERE patron_id = (SELECT min(id) FROM patrons)
-- id: L333 |
SELECT price, count(*) FROM wares GROUP BY price HAVING price < 20 ORDER BY price
-- id: L334 |
SELECT max(price), (SELECT max(price) FROM wares p2 WHERE p2.topic_id = p.topic_id) FROM wares p GROUP BY p.topic_id ORDER BY 1
-- id: L335 |
SELECT p.* FROM wares p WHERE p.id = 2
-- id: L336 |
SELECT x.id FROM patrons AS x (id, label) WHERE x.label LIKE '%1' ORDER BY x.id LIMIT 3
-- id: L337 |
SELECT o.state, c.grp, grouping(o.state) FROM sales o JOIN patrons c ON c.id = o.patron_id GROUP BY CUBE (o.state, c.grp) ORDER BY 1, 2, 3
-- id: L338 |
EXPLAIN SELECT count(*) FROM topics
-- id: L339 |
EXPLAIN (COSTS off) SELECT * FROM topics WHERE id = 1
-- id: L340 |
EXPLAIN (FORMAT json, VERBOSE) WITH a AS (SELECT 1) SELECT * FROM a
-- id: L341 |
EXPLAIN ANALYZE SELECT count(*) FROM topics
-- id: L342 |
EXPLAIN VERBOSE SELECT id FROM topics
-- id: L343 |
SELECT 'foo'
'bar' AS foobar, E'a'
'b\\n' AS ab
-- id: L344 |
SELECT id FROM wares WHERE to_tsvector('english'::regconfig, about) @@ plainto_tsquery('english'::regconfig, 'notebook') ORDER BY id LIMIT 2
-- id: L345 |
SELECT t.b FROM one_of_each, XMLTABLE('/a' PASSING doc COLUMNS b xml PATH 'b') AS t
-- id: L346 |
SELECT p.id, p.name, p.mail, count(s.id), sum(s.amount) FROM patrons p LEFT JOIN sales s ON s.patron_id = p.id GROUP BY p.id ORDER BY sum(s.amount) DESC NULLS LAST, p.id LIMIT 5
-- id: L347 |
SELECT w.id, w.name, sum(l.pieces) FROM wares w JOIN sale_lines l ON l.ware_id = w.id GROUP BY w.id HAVING sum(l.pieces) > 3 AND w.price > 5 ORDER BY w.name LIMIT 4
-- id: L348 |
SELECT a.id AS account, a.login FROM accounts a GROUP BY account ORDER BY 1 LIMIT 2
-- id: L349 |
SELECT a.id, (SELECT count(*) FROM visits v WHERE v.who = a.id AND a.role = 'guest') FROM accounts a GROUP BY 1 ORDER BY 1 LIMIT 3
-- id: L350 |
SELECT t.*, count(*) FROM topics t GROUP BY t.id ORDER BY t.id
-- id: L351 |
SELECT s.id, s.state, array_agg(l.ware_id ORDER BY l.line) FROM sales s JOIN sale_lines l ON l.sale_id = s.id GROUP BY s.id ORDER BY s.id LIMIT 3
-- id: L352 |
SELECT id, name, mail FROM active_patrons ORDER BY id LIMIT 3
-- id: L353 |
SELECT a.name, count(*) FROM active_patrons a JOIN sales s ON s.patron_id = a.id GROUP BY a.name ORDER BY 2 DESC, 1 LIMIT 3
-- id: L354 |
SELECT id FROM failing ORDER BY id LIMIT 3
-- id: L355 |
SELECT x.land, y.n FROM (SELECT DISTINCT land FROM patrons) x LEFT JOIN (SELECT land, count(*) n FROM patrons GROUP BY 1) y USING (land) ORDER BY 1
-- id: L356 |
SELECT born, town, count(*) FROM patrons GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 4
-- id: L357 |
SELECT hired, rank() OVER (ORDER BY hired, id) FROM clerks ORDER BY id LIMIT 4
-- id: L358 |
SELECT a.mail = b.mail, a.town = b.town FROM patrons a JOIN patrons b ON b.id = a.id ORDER BY a.id LIMIT 3
-- id: L359 |
SELECT p.*, row_number() OVER (PARTITION BY p.town ORDER BY p.id) AS n FROM patrons p ORDER BY n, p.id LIMIT 4
-- id: L360 |
SELECT to_jsonb(p) -> 'mail', (p).born, p::text = p::text FROM patrons p ORDER BY p.id LIMIT 2
-- id: L361 |
SELECT DISTINCT ON (town) town, id, mail FROM patrons ORDER BY town, id DESC
-- id: L362 |
SELECT id FROM visits_late WHERE kind = 'look' ORDER BY id LIMIT 2
-- id: L363 |
WITH patrons AS (SELECT id, mail FROM patrons WHERE land = 'BE') SELECT count(*), min(mail) FROM patrons
