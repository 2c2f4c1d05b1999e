-- When connections are surveyed by themselves, what became of each night, and who is told of a failed one.

-- One row for each connection, made by itself. The default is written out too, so that a row is all one needs.
CREATE TABLE schedule (
    connection_id uuid PRIMARY KEY REFERENCES connection ON DELETE CASCADE,
    own boolean NOT NULL,
    basis text NOT NULL,
    enabled boolean NOT NULL,
    cron text,
    every_days integer,
    since date NOT NULL,
    jitter_minutes integer NOT NULL,
    time_zone text NOT NULL,
    window_from time,
    window_until time,
    full_after_hours integer NOT NULL,
    missed text NOT NULL CHECK (missed IN ('RUN', 'SKIP')),
    webhook_url text NOT NULL DEFAULT '',
    sealed_webhook_secret text,
    next_run_at timestamptz,
    next_run_date date,
    CHECK ((cron IS NULL) <> (every_days IS NULL)),
    CHECK ((window_from IS NULL) = (window_until IS NULL)),
    CHECK ((next_run_at IS NULL) = (next_run_date IS NULL))
);
CREATE INDEX schedule_due ON schedule (next_run_at) WHERE next_run_at IS NOT NULL;
CREATE INDEX schedule_default ON schedule (basis) WHERE NOT own;
COMMENT ON COLUMN schedule.own IS 'Somebody chose it; else it is the default and follows that.';
COMMENT ON COLUMN schedule.basis IS 'The default that the row was made of.';
COMMENT ON COLUMN schedule.since IS 'The day that an interval counts from.';
COMMENT ON COLUMN schedule.next_run_date IS 'The night that the next run belongs to: the local date of its key.';

CREATE TRIGGER not_under_a_retired_key BEFORE INSERT OR UPDATE OF sealed_webhook_secret ON schedule
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key('sealed_webhook_secret');

-- While there is a row nothing begins by itself.
CREATE TABLE schedules_paused (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    paused_at timestamptz NOT NULL DEFAULT now(),
    paused_by text NOT NULL
);

-- One run for each local date: whoever inserts the row runs the night.
CREATE TABLE schedule_run (
    connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
    local_date date NOT NULL,
    due_at timestamptz NOT NULL,
    until timestamptz,
    state text NOT NULL
        CHECK (state IN ('CLAIMED', 'RUNNING', 'COMPLETED', 'PAUSED', 'STOPPED', 'FAILED', 'SKIPPED', 'MISSED')),
    message text NOT NULL DEFAULT '',
    survey_id uuid,
    claimed_at timestamptz NOT NULL DEFAULT now(),
    tried_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    PRIMARY KEY (connection_id, local_date)
);
CREATE INDEX schedule_run_open ON schedule_run (state, tried_at) WHERE state IN ('CLAIMED', 'RUNNING');
CREATE INDEX schedule_run_old ON schedule_run (local_date);

-- What is still to be told, and how telling went.
CREATE TABLE schedule_notice (
    id uuid PRIMARY KEY,
    connection_id uuid NOT NULL,
    local_date date NOT NULL,
    body text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    ended_at timestamptz,
    result text NOT NULL DEFAULT '',
    UNIQUE (connection_id, local_date),
    FOREIGN KEY (connection_id, local_date) REFERENCES schedule_run ON DELETE CASCADE
);
CREATE INDEX schedule_notice_open ON schedule_notice (next_try_at) WHERE ended_at IS NULL;

-- Quartz's own tables, as its version 2.5 wants them: alarm clocks that all processes share.
CREATE TABLE qrtz_job_details (
    sched_name varchar(120) NOT NULL,
    job_name varchar(200) NOT NULL,
    job_group varchar(200) NOT NULL,
    description varchar(250),
    job_class_name varchar(250) NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea,
    PRIMARY KEY (sched_name, job_name, job_group)
);

CREATE TABLE qrtz_triggers (
    sched_name varchar(120) NOT NULL,
    trigger_name varchar(200) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    job_name varchar(200) NOT NULL,
    job_group varchar(200) NOT NULL,
    description varchar(250),
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state varchar(16) NOT NULL,
    trigger_type varchar(8) NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name varchar(200),
    misfire_instr smallint,
    job_data bytea,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, job_name, job_group) REFERENCES qrtz_job_details
);
CREATE INDEX qrtz_triggers_job ON qrtz_triggers (sched_name, job_name, job_group);
CREATE INDEX qrtz_triggers_due ON qrtz_triggers (sched_name, trigger_state, next_fire_time);

CREATE TABLE qrtz_simple_triggers (
    sched_name varchar(120) NOT NULL,
    trigger_name varchar(200) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers
);

CREATE TABLE qrtz_cron_triggers (
    sched_name varchar(120) NOT NULL,
    trigger_name varchar(200) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    cron_expression varchar(120) NOT NULL,
    time_zone_id varchar(80),
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers
);

CREATE TABLE qrtz_simprop_triggers (
    sched_name varchar(120) NOT NULL,
    trigger_name varchar(200) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    str_prop_1 varchar(512),
    str_prop_2 varchar(512),
    str_prop_3 varchar(512),
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric(13, 4),
    dec_prop_2 numeric(13, 4),
    bool_prop_1 boolean,
    bool_prop_2 boolean,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers
);

CREATE TABLE qrtz_blob_triggers (
    sched_name varchar(120) NOT NULL,
    trigger_name varchar(200) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    blob_data bytea,
    PRIMARY KEY (sched_name, trigger_name, trigger_group),
    FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers
);

CREATE TABLE qrtz_calendars (
    sched_name varchar(120) NOT NULL,
    calendar_name varchar(200) NOT NULL,
    calendar bytea NOT NULL,
    PRIMARY KEY (sched_name, calendar_name)
);

CREATE TABLE qrtz_paused_trigger_grps (
    sched_name varchar(120) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    PRIMARY KEY (sched_name, trigger_group)
);

CREATE TABLE qrtz_fired_triggers (
    sched_name varchar(120) NOT NULL,
    entry_id varchar(95) NOT NULL,
    trigger_name varchar(200) NOT NULL,
    trigger_group varchar(200) NOT NULL,
    instance_name varchar(200) NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state varchar(16) NOT NULL,
    job_name varchar(200),
    job_group varchar(200),
    is_nonconcurrent boolean,
    requests_recovery boolean,
    PRIMARY KEY (sched_name, entry_id)
);
CREATE INDEX qrtz_fired_triggers_instance ON qrtz_fired_triggers (sched_name, instance_name);
CREATE INDEX qrtz_fired_triggers_trigger ON qrtz_fired_triggers (sched_name, trigger_name, trigger_group);

CREATE TABLE qrtz_scheduler_state (
    sched_name varchar(120) NOT NULL,
    instance_name varchar(200) NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL,
    PRIMARY KEY (sched_name, instance_name)
);

CREATE TABLE qrtz_locks (
    sched_name varchar(120) NOT NULL,
    lock_name varchar(40) NOT NULL,
    PRIMARY KEY (sched_name, lock_name)
);
