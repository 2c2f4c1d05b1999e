-- Who may come in, how they prove it, and what they did. The query side reads none of it.

-- Names and addresses are ASCII, compared without regard to case. The "C" collation lets one index serve
-- prefixes, order and uniqueness.
CREATE TABLE app_user (
    id uuid PRIMARY KEY,
    username text NOT NULL,
    email text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL CHECK (role IN ('ADMIN', 'OPERATOR', 'POWER', 'USER', 'GUEST')),
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX app_user_username ON app_user (lower(username) COLLATE "C");
CREATE UNIQUE INDEX app_user_email ON app_user (lower(email) COLLATE "C");
CREATE INDEX app_user_domain_username
    ON app_user (split_part(lower(email), '@', 2), lower(username) COLLATE "C");
CREATE INDEX app_user_domain_email
    ON app_user (split_part(lower(email), '@', 2), lower(email) COLLATE "C");
CREATE INDEX app_user_active_admins ON app_user (id) WHERE role = 'ADMIN' AND active;
COMMENT ON TABLE app_user IS 'People who may log in. Never deleted: the audit trail and what they own point here.';

CREATE TABLE first_admin (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    user_id uuid NOT NULL REFERENCES app_user,
    sealed_password text
);
COMMENT ON TABLE first_admin IS 'The administrator whom the first start made, and the password that a property gave them last.';

CREATE TABLE login_session (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    idle_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    address text NOT NULL
);
CREATE INDEX login_session_user ON login_session (user_id, created_at);
CREATE INDEX login_session_idle ON login_session (idle_until);
COMMENT ON TABLE login_session IS 'One log-in and the refresh tokens that descend from it; revoking it ends them all.';

CREATE TABLE refresh_token (
    hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES login_session ON DELETE CASCADE,
    used_at timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);
COMMENT ON TABLE refresh_token IS 'Hashes only. A used one is kept while its session lives: whoever shows it again stole it, or was stolen from.';

CREATE TABLE signing_key (
    kid text PRIMARY KEY,
    sealed text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE signing_key IS 'Keys that sign access tokens; the newest signs, older ones verify until what they signed has expired.';

CREATE TABLE api_key (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app_user,
    name text NOT NULL,
    start text NOT NULL,
    hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE UNIQUE INDEX api_key_name ON api_key (user_id, name);
COMMENT ON COLUMN api_key.start IS 'The first characters, for its owner to recognise it.';

CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_id uuid,
    actor text NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    details jsonb NOT NULL,
    address text NOT NULL,
    request text NOT NULL
);
CREATE INDEX audit_event_actor ON audit_event (actor_id, id);
CREATE INDEX audit_event_action ON audit_event (action COLLATE "C", id);
CREATE INDEX audit_event_subject ON audit_event (subject_kind, subject_id, id);
CREATE INDEX audit_event_at ON audit_event (at);
COMMENT ON TABLE audit_event IS 'Who did what to what, when and from where. The program may add to it and read it, nothing else.';

REVOKE UPDATE, DELETE ON audit_event FROM surveyor_writer;

-- The one way to shorten the trail. Thirty days stay whatever is asked for.
CREATE FUNCTION forget_audit_before(cutoff timestamptz) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, surveyor
BEGIN ATOMIC
    WITH gone AS (
        DELETE FROM surveyor.audit_event
         WHERE at < least(cutoff, now() - interval '30 days')
        RETURNING 1)
    SELECT count(*) FROM gone;
END;
REVOKE ALL ON FUNCTION forget_audit_before(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_audit_before(timestamptz) TO surveyor_writer;
