SELECT t.name, i.name, i."unique", i.origin, i.partial, c.name, c.cid
  FROM pragma_table_list AS t
  JOIN pragma_index_list(t.name, 'main') AS i
  JOIN pragma_index_xinfo(i.name, 'main') AS c
 WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND c.key = 1
 ORDER BY t.name, i.name, c.seqno
