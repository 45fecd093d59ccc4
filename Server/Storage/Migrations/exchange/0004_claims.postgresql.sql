-- The timetable that several servers share. All moments are by the clock of this database.
CREATE TABLE job_node (
    node_id     TEXT COLLATE "C" PRIMARY KEY,
    name        TEXT COLLATE "C" NOT NULL,
    lease       BIGINT NOT NULL,
    lease_until BIGINT NOT NULL
);

CREATE TABLE job_node_definition (
    node_id TEXT COLLATE "C" NOT NULL,
    job_id  TEXT COLLATE "C" NOT NULL,
    hash    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (node_id, job_id)
);

CREATE INDEX job_node_definition_by_job ON job_node_definition (job_id);

-- No index on what changes with each run, and room in each page: rows then change in place, and the table stays small.
CREATE TABLE job_claim (
    job_id          TEXT COLLATE "C" PRIMARY KEY,
    hash            TEXT COLLATE "C" NOT NULL,
    name            TEXT COLLATE "C" NOT NULL,
    call            TEXT COLLATE "C" NOT NULL,
    job_key         TEXT COLLATE "C" NOT NULL,
    search          TEXT COLLATE "C" NOT NULL,
    period          BIGINT,
    enabled         BOOLEAN NOT NULL,
    overlap         TEXT COLLATE "C" NOT NULL,
    catch_up        BIGINT NOT NULL,
    next_due        BIGINT,
    queued_at       BIGINT,
    repeat_at       BIGINT,
    late_since      BIGINT,
    paused_until    BIGINT,
    fence           BIGINT NOT NULL DEFAULT 0,
    owner           TEXT COLLATE "C",
    run_id          TEXT COLLATE "C",
    trigger         TEXT COLLATE "C",
    running_since   BIGINT,
    held_key        TEXT COLLATE "C" UNIQUE,
    cancel_fence    BIGINT,
    repeats         INTEGER NOT NULL DEFAULT 0,
    skips           BIGINT NOT NULL DEFAULT 0,
    misses          BIGINT NOT NULL DEFAULT 0,
    last_planned_at BIGINT,
    last_started_at BIGINT,
    last_ended_at   BIGINT,
    last_run_id     TEXT COLLATE "C"
) WITH (fillfactor = 50);
