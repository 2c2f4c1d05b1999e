-- Counters go on only while none of this changes: a crash, a reset or a restore begins them anew.
SELECT pg_is_in_recovery() OR current_setting('track_counts') <> 'on',
       concat_ws(' ', d.oid, pg_stat_get_bgwriter_stat_reset_time(), pg_stat_get_db_stat_reset_time(d.oid))
  FROM pg_database d
 WHERE d.datname = current_database()
