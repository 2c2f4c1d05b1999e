-- What people asked and what they were answered, the SQL that ran for them, and the tokens that it cost. Values
-- of personal columns never come here: a mark stands for them.

-- A conversation of one person with one connection. While a question is being answered, its run holds it.
CREATE TABLE chat_session (
    id uuid PRIMARY KEY,
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    owner_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    title text NOT NULL,
    messages integer NOT NULL DEFAULT 0,
    run_id uuid,
    running_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((run_id IS NULL) = (running_until IS NULL))
);
CREATE INDEX chat_session_list ON chat_session (connection_id, owner_id, used_at DESC, id DESC);
CREATE INDEX chat_session_owner ON chat_session (owner_id);
CREATE INDEX chat_session_old ON chat_session (used_at);
CREATE UNIQUE INDEX chat_session_run ON chat_session (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX chat_session_running ON chat_session (running_until) WHERE running_until IS NOT NULL;
COMMENT ON COLUMN chat_session.messages IS 'How many it ever had: the number of the last.';
COMMENT ON COLUMN chat_session.running_until IS 'When the run counts as dead, unless it prolongs this.';

CREATE TABLE chat_message (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES chat_session ON DELETE CASCADE,
    seq integer NOT NULL,
    role text NOT NULL CHECK (role IN ('QUESTION', 'ANSWER')),
    text text NOT NULL,
    sql text NOT NULL DEFAULT '',
    answer text,
    run_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (session_id, seq),
    UNIQUE (run_id, role),
    CHECK ((role = 'ANSWER') = (answer IS NOT NULL))
);
CREATE INDEX chat_message_old ON chat_message (at);
COMMENT ON COLUMN chat_message.sql IS 'Of an answer, once more beside it: the next question needs it, but not the rows.';
COMMENT ON COLUMN chat_message.answer IS 'JSON as text: a jsonb cannot hold every character that a cell may.';

CREATE TABLE sql_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    sql text NOT NULL,
    engine text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('COMPLETED', 'REFUSED', 'FAILED', 'CANCELLED')),
    rows bigint NOT NULL,
    ms bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sql_history_of_connection ON sql_history (connection_id, id DESC);
CREATE INDEX sql_history_of_person ON sql_history (connection_id, person_id, id DESC);
CREATE INDEX sql_history_person ON sql_history (person_id);
CREATE INDEX sql_history_old ON sql_history (at);
COMMENT ON COLUMN sql_history.engine IS 'Who wrote it: planner, a model, or by-hand.';

-- Tokens of language models, by day in UTC.
CREATE TABLE llm_usage (
    user_id text NOT NULL,
    day date NOT NULL,
    tokens bigint NOT NULL,
    PRIMARY KEY (user_id, day)
);
CREATE INDEX llm_usage_old ON llm_usage (day);
COMMENT ON COLUMN llm_usage.user_id IS 'An id, never a name: of a person, or of what else asks models.';
