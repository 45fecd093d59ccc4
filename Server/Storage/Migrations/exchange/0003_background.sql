CREATE TABLE background_operation (
    id             TEXT PRIMARY KEY,
    owner_key      TEXT NOT NULL,
    owner_device   TEXT NOT NULL,
    call_name      TEXT NOT NULL,
    job_key        TEXT NOT NULL,
    active_key     TEXT UNIQUE,
    title          TEXT NOT NULL,
    title_folded   TEXT NOT NULL,
    user_id        TEXT,
    request_id     TEXT,
    request_key    TEXT UNIQUE,
    asked          TEXT NOT NULL,
    correlation_id TEXT,
    node           TEXT NOT NULL,
    started_at     INTEGER NOT NULL,
    outcome        TEXT,
    ended_at       INTEGER,
    cancelled_by   TEXT,
    error          TEXT,
    result_address TEXT NOT NULL,
    progress       TEXT,
    portion_count  INTEGER NOT NULL
);

CREATE INDEX background_operation_by_owner ON background_operation (owner_key, owner_device, id);
CREATE INDEX background_operation_open ON background_operation (id) WHERE outcome IS NULL;
CREATE INDEX background_operation_by_end ON background_operation (ended_at);

CREATE TABLE background_result (
    operation_id TEXT PRIMARY KEY,
    outcome      TEXT NOT NULL
);

CREATE TABLE background_message (
    operation_id TEXT NOT NULL,
    number       INTEGER NOT NULL,
    content      TEXT NOT NULL,
    PRIMARY KEY (operation_id, number)
);

CREATE TABLE background_portion (
    operation_id TEXT NOT NULL,
    number       INTEGER NOT NULL,
    portion_key  TEXT NOT NULL,
    arguments    TEXT NOT NULL,
    attempt      INTEGER NOT NULL,
    result       TEXT,
    PRIMARY KEY (operation_id, number)
);

CREATE TABLE background_session (
    owner_key    TEXT NOT NULL,
    owner_device TEXT NOT NULL,
    seen_at      INTEGER NOT NULL,
    PRIMARY KEY (owner_key, owner_device)
);

CREATE TABLE sent_notification (
    id           TEXT PRIMARY KEY,
    added_utc    INTEGER NOT NULL,
    added_ms     INTEGER NOT NULL,
    delay_ms     INTEGER NOT NULL,
    kind_id      TEXT NOT NULL,
    group_id     TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    owner_key    TEXT NOT NULL,
    owner_device TEXT NOT NULL,
    notice_key   TEXT,
    expires_ms   INTEGER,
    content      TEXT
);

CREATE INDEX sent_notification_by_owner ON sent_notification (owner_key, owner_device, added_ms);
CREATE INDEX sent_notification_by_group ON sent_notification (group_id, kind_id);
CREATE INDEX sent_notification_by_age ON sent_notification (added_ms);

CREATE TABLE notification_content (
    notification_id TEXT PRIMARY KEY,
    content         TEXT NOT NULL
);
