SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SELECT set_config('statement_timeout', ?, true),
       set_config('lock_timeout', ?, true),
       set_config('idle_in_transaction_session_timeout', ?, true),
       set_config('search_path', ?, true),
       set_config('TimeZone', 'UTC', true),
       set_config('DateStyle', 'ISO, YMD', true),
       set_config('IntervalStyle', 'postgres', true),
       set_config('bytea_output', 'hex', true),
       set_config('standard_conforming_strings', 'on', true),
       set_config('client_min_messages', 'error', true)
