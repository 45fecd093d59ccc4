-- The locks of server operations where several servers share the database: a row for each that runs or waits. It counts as long as its server gives its word.
CREATE TABLE operation_lock (
    id      TEXT PRIMARY KEY,
    turn    INTEGER NOT NULL,
    chain   TEXT NOT NULL,
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL,
    mode    INTEGER NOT NULL,
    caller  TEXT NOT NULL,
    node_id TEXT NOT NULL,
    since   INTEGER NOT NULL,
    granted INTEGER NOT NULL
);
