-- Two roles without a login of their own. The owner of this schema acts as the writer; the query side
-- acts as the other and is granted, table by table, what it may read or keep. Roles belong to the whole
-- server, so another Surveyor on it may have made them before.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'surveyor_writer') THEN
        CREATE ROLE surveyor_writer NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'surveyor_query') THEN
        CREATE ROLE surveyor_query NOLOGIN;
    END IF;
END
$$;

GRANT surveyor_writer, surveyor_query TO CURRENT_USER;
GRANT USAGE ON SCHEMA surveyor TO surveyor_writer, surveyor_query;
ALTER DEFAULT PRIVILEGES IN SCHEMA surveyor GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO surveyor_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA surveyor GRANT USAGE ON SEQUENCES TO surveyor_writer;

CREATE TABLE installation (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE installation IS 'This Surveyor: one row, made when the catalog was laid out.';

INSERT INTO installation DEFAULT VALUES;

GRANT SELECT ON installation TO surveyor_query;
