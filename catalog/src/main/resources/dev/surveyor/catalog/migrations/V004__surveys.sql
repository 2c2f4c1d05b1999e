-- Surveys under way, what they find, and the editions that readers see. Only the survey writes here; the query
-- side reads what is published.

-- Who may write for a connection's survey. Its token grows with every owner, so that one who slept
-- through the end of his lease is told from his successor.
CREATE TABLE survey_lease (
    connection_id uuid PRIMARY KEY REFERENCES connection ON DELETE CASCADE,
    survey_id uuid NOT NULL,
    holder text NOT NULL,
    token bigint NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE TABLE survey (
    id uuid PRIMARY KEY,
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    mode text NOT NULL CHECK (mode IN ('INCREMENTAL', 'FULL')),
    schemas text[] NOT NULL,
    requested_by text NOT NULL,
    until timestamptz,
    state text NOT NULL
        CHECK (state IN ('QUEUED', 'RUNNING', 'PAUSED', 'STOPPED', 'FAILED', 'COMPLETED', 'ABANDONED')),
    phase text NOT NULL DEFAULT '',
    message text NOT NULL DEFAULT '',
    stop_asked boolean NOT NULL DEFAULT false,
    recoveries integer NOT NULL DEFAULT 0,
    tables_total integer NOT NULL DEFAULT 0,
    tables_unchanged integer NOT NULL DEFAULT 0,
    tables_done integer NOT NULL DEFAULT 0,
    tables_failed integer NOT NULL DEFAULT 0,
    rows_read bigint NOT NULL DEFAULT 0,
    texts_embedded bigint NOT NULL DEFAULT 0,
    edition bigint,
    begun_at timestamptz NOT NULL DEFAULT now(),
    worked_ms bigint NOT NULL DEFAULT 0,
    ended_at timestamptz,
    structure_at timestamptz,
    relations text,
    inputs text NOT NULL DEFAULT ''
);
CREATE INDEX survey_of_connection ON survey (connection_id, begun_at DESC, id DESC);
CREATE INDEX survey_in_time ON survey (begun_at DESC, id DESC);
CREATE UNIQUE INDEX survey_unfinished ON survey (connection_id)
    WHERE state IN ('QUEUED', 'RUNNING', 'PAUSED', 'STOPPED', 'FAILED');
COMMENT ON COLUMN survey.until IS 'End of the window that it may work in; it pauses then.';
COMMENT ON COLUMN survey.inputs IS 'Hash of what else than the tables decides what is found.';
COMMENT ON COLUMN survey.relations IS 'Inferred ones, kept so that a restart finds the same.';

-- What an edition knows of one table. Content: the same finding has the same id.
CREATE TABLE insight (
    id uuid PRIMARY KEY,
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    schema text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    rows bigint,
    columns integer NOT NULL,
    problem text,
    body text NOT NULL
);
CREATE INDEX insight_of_table ON insight (connection_id, schema, name);

-- The work list of a survey, and what became of it. An unchanged table has its insight from the start.
CREATE TABLE survey_table (
    survey_id uuid NOT NULL REFERENCES survey ON DELETE CASCADE,
    table_id uuid NOT NULL,
    schema text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    state text NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED', 'UNCHANGED')),
    structure_mark text NOT NULL,
    data_mark text,
    inputs text NOT NULL,
    insight_id uuid REFERENCES insight,
    problem text,
    took_ms bigint,
    PRIMARY KEY (survey_id, schema, name)
);
CREATE INDEX survey_table_insight ON survey_table (insight_id);

CREATE TABLE point (
    id uuid PRIMARY KEY,
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    kind text NOT NULL,
    schema text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    model text NOT NULL,
    vector bytea
);
CREATE INDEX point_of_connection ON point (connection_id);
ALTER TABLE point ALTER COLUMN vector SET STORAGE EXTERNAL;

CREATE TABLE insight_point (
    insight_id uuid NOT NULL REFERENCES insight ON DELETE CASCADE,
    point_id uuid NOT NULL REFERENCES point,
    PRIMARY KEY (insight_id, point_id)
);
CREATE INDEX insight_point_point ON insight_point (point_id);

CREATE TABLE edition (
    id uuid PRIMARY KEY,
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    number bigint NOT NULL,
    current boolean NOT NULL,
    survey_id uuid NOT NULL,
    surveyed_at timestamptz NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz NOT NULL DEFAULT now(),
    dialect text NOT NULL,
    server text NOT NULL,
    database text NOT NULL,
    schemas text NOT NULL,
    tables integer NOT NULL,
    model text NOT NULL,
    inputs text NOT NULL,
    drift text NOT NULL,
    relations text NOT NULL,
    UNIQUE (connection_id, number)
);
CREATE UNIQUE INDEX edition_current ON edition (connection_id) WHERE current;

CREATE TABLE edition_insight (
    edition_id uuid NOT NULL REFERENCES edition ON DELETE CASCADE,
    table_id uuid NOT NULL,
    insight_id uuid NOT NULL REFERENCES insight,
    schema text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    structure_mark text NOT NULL,
    data_mark text,
    inputs text NOT NULL,
    PRIMARY KEY (edition_id, schema, name),
    UNIQUE (edition_id, table_id)
);
CREATE INDEX edition_insight_insight ON edition_insight (insight_id);

-- What people say better than the survey, a row for each table; applies to all editions.
CREATE TABLE correction (
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    schema text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    body text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (connection_id, schema, name)
);

-- What a language model said of columns of which the rules are unsure; kept, so that who surveys again asks
-- nobody and finds the same.
CREATE TABLE strategy_advice (
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    question uuid NOT NULL,
    answer text NOT NULL,
    model text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (connection_id, question)
);

GRANT SELECT ON insight, insight_point, point, edition, edition_insight, correction TO surveyor_query;

-- Tables that nobody may see until an owner has looked at the policies, with the reason.
ALTER TABLE connection ADD COLUMN closed_tables jsonb NOT NULL DEFAULT '[]';

-- Spring Batch's own tables, as its version 6 wants them.
CREATE SEQUENCE batch_job_instance_seq;
CREATE SEQUENCE batch_job_execution_seq;
CREATE SEQUENCE batch_step_execution_seq;

CREATE TABLE batch_job_instance (
    job_instance_id bigint PRIMARY KEY,
    version bigint,
    job_name varchar(100) NOT NULL,
    job_key varchar(32) NOT NULL,
    UNIQUE (job_name, job_key)
);

CREATE TABLE batch_job_execution (
    job_execution_id bigint PRIMARY KEY,
    version bigint,
    job_instance_id bigint NOT NULL REFERENCES batch_job_instance,
    create_time timestamp NOT NULL,
    start_time timestamp,
    end_time timestamp,
    status varchar(10),
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);
CREATE INDEX batch_job_execution_instance ON batch_job_execution (job_instance_id);

CREATE TABLE batch_job_execution_params (
    job_execution_id bigint NOT NULL REFERENCES batch_job_execution,
    parameter_name varchar(100) NOT NULL,
    parameter_type varchar(100) NOT NULL,
    parameter_value varchar(2500),
    identifying char(1) NOT NULL
);
CREATE INDEX batch_job_execution_params_execution ON batch_job_execution_params (job_execution_id);

CREATE TABLE batch_job_execution_context (
    job_execution_id bigint PRIMARY KEY REFERENCES batch_job_execution,
    short_context varchar(2500) NOT NULL,
    serialized_context text
);

CREATE TABLE batch_step_execution (
    step_execution_id bigint PRIMARY KEY,
    version bigint NOT NULL,
    step_name varchar(100) NOT NULL,
    job_execution_id bigint NOT NULL REFERENCES batch_job_execution,
    create_time timestamp NOT NULL,
    start_time timestamp,
    end_time timestamp,
    status varchar(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);
CREATE INDEX batch_step_execution_execution ON batch_step_execution (job_execution_id);

CREATE TABLE batch_step_execution_context (
    step_execution_id bigint PRIMARY KEY REFERENCES batch_step_execution,
    short_context varchar(2500) NOT NULL,
    serialized_context text
);
