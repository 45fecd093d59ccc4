ALTER TABLE job_run ADD COLUMN ended_at INTEGER;
ALTER TABLE job_run ADD COLUMN node TEXT;
ALTER TABLE job_run ADD COLUMN job_key TEXT NOT NULL DEFAULT '';
ALTER TABLE job_run ADD COLUMN message_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job_run ADD COLUMN log_line_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job_run ADD COLUMN search TEXT;
ALTER TABLE job_run ADD COLUMN messages TEXT;
ALTER TABLE job_run ADD COLUMN log_lines TEXT;

UPDATE job_run SET
    ended_at = started_at + elapsed_ms,
    search = LOWER(job_name || ' ' || call || ' ' || COALESCE(error_code, '') || ' ' || COALESCE(message, '') || ' ' || COALESCE(message_ru, ''));

DROP INDEX job_run_by_start;
CREATE INDEX job_run_by_start ON job_run (started_at, id);
CREATE INDEX job_run_by_outcome ON job_run (outcome, id);
