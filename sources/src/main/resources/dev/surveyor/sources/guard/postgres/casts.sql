SELECT castsource::bigint, casttarget::bigint, castfunc::bigint FROM pg_cast WHERE oid >= 16384
