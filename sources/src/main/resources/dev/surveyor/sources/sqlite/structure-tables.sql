SELECT t.name, t.type, t.wr, m.sql
  FROM pragma_table_list AS t
  LEFT JOIN sqlite_schema AS m ON m.name = t.name AND m.type IN ('table', 'view')
 WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual') AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
