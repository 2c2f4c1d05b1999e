CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL, shelf TEXT, price REAL, pages INTEGER, published TEXT, extra TEXT);
INSERT INTO books WITH RECURSIVE n(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < 60)
  SELECT g, 'Book ' || g, CASE g % 3 WHEN 0 THEN 'fiction' WHEN 1 THEN 'science' ELSE 'history' END, 5 + g % 20, 100 + g, date('1990-01-01', '+' || (g * 30) || ' days'), json_object('rank', g % 4, 'tags', json_array('a', g)) FROM n;
CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT, email TEXT, city TEXT, pin TEXT);
INSERT INTO members WITH RECURSIVE n(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < 20)
  SELECT g, 'Member ' || g, 'm' || g || '@library.test', CASE g % 3 WHEN 0 THEN 'Ghent' WHEN 1 THEN 'Lyon' END, 'CANARY-PIN-' || g FROM n;
CREATE TABLE loans (id INTEGER PRIMARY KEY, member_id INTEGER REFERENCES members, book_id INTEGER REFERENCES books, taken TEXT, back TEXT, fee REAL);
INSERT INTO loans WITH RECURSIVE n(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < 200)
  SELECT g, 1 + g % 20, 1 + g % 60, datetime('2024-03-01', '+' || g || ' hours'), CASE WHEN g % 4 > 0 THEN datetime('2024-03-15', '+' || g || ' hours') END, (g % 9) * 0.5 FROM n;
CREATE TABLE branches (id INTEGER PRIMARY KEY, parent INTEGER, name TEXT, "order" INTEGER, "odd name" TEXT);
INSERT INTO branches VALUES (1, NULL, 'Main', 1, 'a'), (2, 1, 'East', 2, 'b'), (3, 1, 'West', 3, 'c'), (4, 2, 'Harbour', 4, 'd');
CREATE TABLE keys (id INTEGER, value TEXT);
INSERT INTO keys VALUES (1, 'CANARY-KEY');
CREATE VIEW all_keys AS SELECT * FROM keys;
