-- Of several servers only one starts a job for one moment of its schedule; a repeat has the moment of its first try.
CREATE UNIQUE INDEX job_run_once ON job_run (job_id, planned_at) WHERE trigger = 'Schedule';
