-- The queues of all connectors: what is to be sent, and what is followed until it is final.
CREATE TABLE exchange_message (
    connector_id     TEXT NOT NULL,
    message_id       TEXT NOT NULL,
    organisation     TEXT NOT NULL,
    operation        TEXT NOT NULL,
    purpose          TEXT NOT NULL,
    station          TEXT,
    product_group    TEXT,
    document         TEXT,
    document_kind    TEXT NOT NULL,
    base_document    TEXT,
    base_message     TEXT,
    action           TEXT,
    format           TEXT NOT NULL,
    load_after       TEXT,
    load_before      TEXT,
    send_after       TEXT,
    needs_signature  INTEGER NOT NULL,
    second_signer    TEXT,
    priority         INTEGER NOT NULL,
    ordering_key     TEXT,
    immediate        INTEGER NOT NULL,
    user_name        TEXT,
    stage            TEXT NOT NULL,
    request_id       TEXT,
    attempt          INTEGER NOT NULL,
    poll_number      INTEGER NOT NULL,
    next_attempt_at  INTEGER,
    stage_since      INTEGER NOT NULL,
    sent_at          INTEGER,
    memo             TEXT,
    created_at       INTEGER NOT NULL,
    changed_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    lease_owner      TEXT,
    lease_until      INTEGER,
    last_error       BLOB,
    extra            BLOB,
    signature        BLOB,
    second_signature BLOB,
    payload          BLOB NOT NULL,
    second_payload   BLOB,
    PRIMARY KEY (connector_id, message_id)
);

-- Two servers cannot send for one organisation and purpose at a time, whatever they have read before.
CREATE UNIQUE INDEX exchange_message_sending ON exchange_message (connector_id, organisation, purpose) WHERE stage = 'Sending';

-- Final messages are many and the open ones few: what looks for work never passes the final ones.
CREATE INDEX exchange_message_open ON exchange_message (connector_id, stage, priority DESC, created_at, message_id) WHERE stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');
CREATE INDEX exchange_message_unsigned ON exchange_message (connector_id, organisation, created_at, message_id) WHERE stage = 'AwaitingSignature';
CREATE INDEX exchange_message_ordered ON exchange_message (connector_id, ordering_key, created_at, message_id) WHERE ordering_key IS NOT NULL AND stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');
CREATE INDEX exchange_message_by_request ON exchange_message (connector_id, organisation, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX exchange_message_send_after ON exchange_message (connector_id, send_after) WHERE send_after IS NOT NULL AND stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');
CREATE INDEX exchange_message_load_after ON exchange_message (connector_id, load_after) WHERE load_after IS NOT NULL AND stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');
CREATE INDEX exchange_message_load_before ON exchange_message (connector_id, load_before) WHERE load_before IS NOT NULL AND stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');
CREATE INDEX exchange_message_leased ON exchange_message (connector_id, lease_owner) WHERE lease_owner IS NOT NULL;
CREATE INDEX exchange_message_by_document ON exchange_message (connector_id, document, created_at, message_id) WHERE document IS NOT NULL;
CREATE INDEX exchange_message_final ON exchange_message (connector_id, stage, created_at, message_id) WHERE stage IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');
CREATE INDEX exchange_message_old ON exchange_message (changed_at) WHERE stage IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled');

-- What happened. Rows are added and never changed, but for their payloads, which are removed when they are old.
CREATE TABLE exchange_protocol (
    position     INTEGER PRIMARY KEY,
    connector_id TEXT NOT NULL,
    record_id    TEXT NOT NULL,
    operation    TEXT NOT NULL,
    at           INTEGER NOT NULL,
    message_id   TEXT,
    stage        TEXT,
    document     TEXT,
    incoming     INTEGER NOT NULL,
    format       TEXT NOT NULL,
    request_id   TEXT,
    payload_hash TEXT,
    signed       INTEGER NOT NULL,
    description  TEXT,
    node         TEXT NOT NULL,
    user_name    TEXT,
    fact         BLOB,
    payload      BLOB
);

CREATE INDEX exchange_protocol_by_document ON exchange_protocol (connector_id, document, position) WHERE document IS NOT NULL;
CREATE INDEX exchange_protocol_by_message ON exchange_protocol (connector_id, message_id, position) WHERE message_id IS NOT NULL;
CREATE INDEX exchange_protocol_old ON exchange_protocol (at) WHERE payload IS NOT NULL;

CREATE TABLE exchange_document (
    connector_id TEXT NOT NULL,
    document     TEXT NOT NULL,
    kind         TEXT NOT NULL,
    status       TEXT NOT NULL,
    actions      TEXT,
    organisation TEXT NOT NULL,
    operation    TEXT NOT NULL,
    receipts     TEXT,
    is_error     INTEGER NOT NULL,
    error        BLOB,
    changed_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    PRIMARY KEY (connector_id, document)
);

-- What came in. The remote id is what the other system knows it by: the same one never comes twice.
CREATE TABLE exchange_incoming (
    connector_id TEXT NOT NULL,
    item_id      TEXT NOT NULL,
    organisation TEXT NOT NULL,
    remote_id    TEXT NOT NULL,
    address      TEXT NOT NULL,
    reply_to     TEXT,
    kind         TEXT,
    stage        TEXT NOT NULL,
    hash         TEXT NOT NULL,
    attempt      INTEGER NOT NULL,
    last_error   BLOB,
    created_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    payload      BLOB NOT NULL,
    PRIMARY KEY (connector_id, organisation, remote_id)
);

CREATE UNIQUE INDEX exchange_incoming_by_id ON exchange_incoming (connector_id, item_id);
CREATE INDEX exchange_incoming_by_stage ON exchange_incoming (connector_id, organisation, stage, created_at, item_id);
CREATE INDEX exchange_incoming_open ON exchange_incoming (connector_id, organisation) WHERE stage IN ('Seen', 'Stored');
CREATE INDEX exchange_incoming_handled ON exchange_incoming (connector_id, organisation, hash) WHERE stage IN ('Handled', 'Acknowledged');
CREATE INDEX exchange_incoming_old ON exchange_incoming (created_at) WHERE stage = 'Acknowledged';

-- Exchanges that wait for signatures; sealed, and gone with the first taking.
CREATE TABLE exchange_suspension (
    connector_id TEXT NOT NULL,
    id           TEXT NOT NULL,
    sealed       BLOB NOT NULL,
    expires_at   INTEGER NOT NULL,
    PRIMARY KEY (connector_id, id)
);
