SELECT wanted.number, s.attname, s.null_frac, s.avg_width, s.n_distinct,
       s.most_common_vals::text::text[], s.most_common_freqs,
       CASE WHEN s.histogram_bounds IS NOT NULL THEN
            ARRAY[(s.histogram_bounds::text::text[])[1],
                  (s.histogram_bounds::text::text[])[array_length(s.histogram_bounds::text::text[], 1)]] END
  FROM unnest(?::text[], ?::text[], ?::bool[]) WITH ORDINALITY AS wanted (schema, name, inherited, number)
  JOIN pg_stats s ON s.schemaname = wanted.schema AND s.tablename = wanted.name AND s.inherited = wanted.inherited
