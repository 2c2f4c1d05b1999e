ALTER TABLE members RENAME TO all_members;
CREATE VIEW members AS SELECT id, name, substr(email, 1, 1) || '***' AS email, city FROM all_members WHERE city = 'Ghent' OR city IS NULL;
ALTER TABLE books RENAME TO all_books;
CREATE VIEW books AS SELECT id, title, shelf, NULL AS price, pages, substr(published, 1, 4) AS published, extra FROM all_books WHERE shelf <> 'history' AND pages < 150;
ALTER TABLE loans RENAME TO all_loans;
CREATE VIEW loans AS SELECT * FROM all_loans WHERE fee > 1;
