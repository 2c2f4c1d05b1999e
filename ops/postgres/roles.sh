#!/bin/sh
# Makes Surveyor's database and its two logins, as the PostgreSQL superuser: one that owns the catalog and may make the
# roles that it needs, and one that reads what surveys prepare. Passwords are the files of their names in $SECRETS.
set -eu
secrets=${SECRETS:-/run/secrets}

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname postgres \
    --set password="$(cat "$secrets/surveyor.catalog.password")" \
    --set query_password="$(cat "$secrets/surveyor.catalog.query-password")" <<'END'
CREATE ROLE surveyor LOGIN CREATEROLE PASSWORD :'password';
CREATE ROLE surveyor_reader LOGIN PASSWORD :'query_password';
CREATE DATABASE surveyor OWNER surveyor TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT ON DATABASE surveyor FROM PUBLIC;
GRANT CONNECT ON DATABASE surveyor TO surveyor_reader;
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
END
