ALTER TABLE job_state ADD COLUMN last_started_at INTEGER;
ALTER TABLE job_state ADD COLUMN last_ended_at INTEGER;
ALTER TABLE job_state ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job_state ADD COLUMN pause_until INTEGER;

CREATE TABLE job_lock (
    id        INTEGER PRIMARY KEY,
    locked    INTEGER NOT NULL,
    reason    TEXT,
    locked_by TEXT,
    locked_at INTEGER
);
