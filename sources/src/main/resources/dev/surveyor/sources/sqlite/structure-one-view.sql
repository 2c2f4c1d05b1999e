SELECT ?1, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
  FROM pragma_table_xinfo(?1, 'main') AS c
 WHERE c.hidden <> 1
 ORDER BY c.cid
