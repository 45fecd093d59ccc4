-- The version with which a document came as finished: its event is raised by the save that wrote it, and by no other.
ALTER TABLE document ADD COLUMN finished_version INTEGER;

UPDATE document SET finished_version = version WHERE finished <> 0;

CREATE TABLE document_event (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    version     INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    event       TEXT NOT NULL,
    handler     TEXT NOT NULL,
    user_id     TEXT,
    device_id   TEXT,
    arguments   BLOB NOT NULL,
    created_at  INTEGER NOT NULL,
    state       TEXT NOT NULL,
    due_at      INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    tries       INTEGER NOT NULL DEFAULT 0,
    started_at  INTEGER,
    safety      TEXT,
    owner       TEXT,
    lease_until INTEGER,
    error_code  TEXT,
    error       TEXT,
    error_ru    TEXT
);

CREATE INDEX document_event_by_document ON document_event (document_id, sequence);
CREATE INDEX document_event_by_state ON document_event (state, created_at);
