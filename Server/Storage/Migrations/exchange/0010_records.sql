-- Records of connectors, whose bytes nobody else understands.
CREATE TABLE connector_record (
    connector_id TEXT NOT NULL,
    kind         TEXT NOT NULL,
    key          TEXT NOT NULL,
    index1       TEXT,
    index2       TEXT,
    content      BLOB NOT NULL,
    secret       INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    expires_at   INTEGER,
    changed_at   INTEGER NOT NULL,
    PRIMARY KEY (connector_id, kind, key)
);

CREATE INDEX connector_record_by_index1 ON connector_record (connector_id, kind, index1, key) WHERE index1 IS NOT NULL;
CREATE INDEX connector_record_by_index2 ON connector_record (connector_id, kind, index2, key) WHERE index2 IS NOT NULL;
CREATE INDEX connector_record_old ON connector_record (expires_at) WHERE expires_at IS NOT NULL;

-- A lease stays as a row when it is given back: its fence grows with each holder.
CREATE TABLE connector_lease (
    connector_id TEXT NOT NULL,
    name         TEXT NOT NULL,
    fence        INTEGER NOT NULL,
    start_id     TEXT,
    holder       TEXT,
    lease        INTEGER NOT NULL,
    lease_until  INTEGER NOT NULL,
    PRIMARY KEY (connector_id, name)
);
