CREATE TABLE job_state (
    job_id          TEXT PRIMARY KEY,
    last_planned_at INTEGER,
    skips           INTEGER NOT NULL DEFAULT 0,
    misses          INTEGER NOT NULL DEFAULT 0,
    pause_reason    TEXT,
    paused_by       TEXT,
    paused_at       INTEGER
) WITHOUT ROWID;

CREATE TABLE document (
    id          TEXT PRIMARY KEY,
    type_name   TEXT NOT NULL,
    finished    INTEGER NOT NULL,
    finished_at INTEGER,
    changed_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    content     BLOB NOT NULL
);

CREATE INDEX document_by_change ON document (changed_at DESC, id);

CREATE TABLE product (
    id         TEXT PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    content    BLOB NOT NULL
);

CREATE TABLE api_key (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    hash       BLOB NOT NULL UNIQUE,
    connectors TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
);

CREATE TABLE replay_call (
    key            TEXT PRIMARY KEY,
    arguments_hash BLOB NOT NULL,
    outcome        BLOB,
    created_at     INTEGER NOT NULL
);

CREATE INDEX replay_call_by_age ON replay_call (created_at);
