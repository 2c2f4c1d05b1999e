-- Numbers of a partition's columns are its own: only where it has keys that its parent has not.
SELECT a.attrelid, a.attnum, a.attname
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
 WHERE c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
   AND c.oid IN (SELECT k.conrelid FROM pg_constraint k
                  WHERE k.contype = 'f'
                    AND k.conparentid = 0 --@ since 11
                )
