CREATE TABLE job_run (
    id             TEXT PRIMARY KEY,
    job_id         TEXT NOT NULL,
    job_name       TEXT NOT NULL,
    call           TEXT NOT NULL,
    started_by     TEXT,
    trigger        TEXT NOT NULL,
    attempt        INTEGER NOT NULL,
    planned_at     INTEGER,
    started_at     INTEGER NOT NULL,
    elapsed_ms     INTEGER,
    outcome        TEXT,
    error_code     TEXT,
    message        TEXT,
    message_ru     TEXT,
    detail         TEXT,
    in_doubt       INTEGER NOT NULL DEFAULT 0,
    correlation_id TEXT
) WITHOUT ROWID;

CREATE INDEX job_run_by_job ON job_run (job_id, id);
CREATE INDEX job_run_by_start ON job_run (started_at);
CREATE INDEX job_run_open ON job_run (id) WHERE outcome IS NULL;
