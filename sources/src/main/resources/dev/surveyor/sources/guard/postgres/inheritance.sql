SELECT inhrelid::bigint, inhparent::bigint FROM pg_inherits
