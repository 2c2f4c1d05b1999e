-- Saved ways into users' databases, and who may see what through them. The query side reads through the
-- connections module, which acts as the writer.

CREATE TABLE connection (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES app_user,
    name text NOT NULL,
    description text NOT NULL,
    kind text NOT NULL,
    host text NOT NULL,
    port integer NOT NULL,
    database text NOT NULL,
    file text NOT NULL,
    username text NOT NULL,
    sealed_password text,
    encryption text NOT NULL CHECK (encryption IN ('DISABLE', 'PREFER', 'REQUIRE', 'VERIFY_CA', 'VERIFY_FULL')),
    authority text NOT NULL,
    certificate text NOT NULL,
    sealed_key text,
    options jsonb NOT NULL,
    policies jsonb NOT NULL,
    powerful_role_allowed boolean NOT NULL,
    status text NOT NULL CHECK (status IN ('PENDING', 'ANALYZING', 'INDEXING', 'READY', 'ERROR', 'UPDATING')),
    message text NOT NULL,
    progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
    surveyed_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    removal_begun_at timestamptz
);
CREATE UNIQUE INDEX connection_owner_name
    ON connection (owner_id, lower(name) COLLATE "C") WHERE removal_begun_at IS NULL;
CREATE INDEX connection_name ON connection (lower(name) COLLATE "C", id);
CREATE INDEX connection_removal ON connection (removal_begun_at) WHERE removal_begun_at IS NOT NULL;
COMMENT ON COLUMN connection.file IS 'Of databases that are one: below the folder for files. Empty for servers.';
COMMENT ON COLUMN connection.version IS 'Counts the changes of what people say of it, not of its status.';
COMMENT ON COLUMN connection.removal_begun_at IS 'Deleted for everybody; what hangs on it is being removed.';

CREATE TABLE connection_share (
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES app_user,
    allowed text NOT NULL CHECK (allowed IN ('CHAT', 'VIEW', 'OWNER')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (connection_id, user_id)
);
CREATE INDEX connection_share_user ON connection_share (user_id, connection_id);

-- A key that was dropped seals nothing any more: whoever still has it in memory is refused instead of
-- writing what nobody could ever read again.
CREATE TABLE retired_sealing_key (
    id text PRIMARY KEY,
    retired_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION refuse_retired_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM surveyor.retired_sealing_key r
                WHERE r.id = split_part(to_jsonb(NEW) ->> TG_ARGV[0], '.', 1)) THEN
        RAISE EXCEPTION 'sealed under a retired key' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER not_under_a_retired_key BEFORE INSERT OR UPDATE OF sealed_password ON connection
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key('sealed_password');
CREATE TRIGGER key_not_under_a_retired_key BEFORE INSERT OR UPDATE OF sealed_key ON connection
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key('sealed_key');
CREATE TRIGGER not_under_a_retired_key BEFORE INSERT OR UPDATE OF sealed ON signing_key
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key('sealed');
CREATE TRIGGER not_under_a_retired_key BEFORE INSERT OR UPDATE OF sealed_password ON first_admin
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key('sealed_password');
