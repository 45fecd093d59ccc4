-- The word that codes are about to be asked for, committed before the asking. Ended ones stay, with the proof of their end.
CREATE TABLE marking_intent (
    id         TEXT PRIMARY KEY,
    order_id   TEXT NOT NULL,
    gtin       TEXT NOT NULL,
    quantity   INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER,
    ending     TEXT,
    reason     TEXT
);

CREATE UNIQUE INDEX marking_intent_open ON marking_intent (order_id, gtin) WHERE ending IS NULL;
CREATE INDEX marking_intent_parked ON marking_intent (started_at) WHERE ending = 'Parked';

CREATE TABLE marking_block (
    block_id  TEXT PRIMARY KEY,
    order_id  TEXT NOT NULL,
    gtin      TEXT NOT NULL,
    quantity  INTEGER NOT NULL,
    intent_id TEXT,
    stored_at INTEGER NOT NULL
);

CREATE INDEX marking_block_by_order ON marking_block (order_id, gtin, stored_at);

CREATE TABLE marking_code (
    text         TEXT NOT NULL,
    cis          TEXT NOT NULL,
    gtin         TEXT NOT NULL,
    serial       TEXT NOT NULL,
    order_id     TEXT,
    block_id     TEXT,
    state        TEXT NOT NULL,
    used_at_sale INTEGER NOT NULL,
    stored_at    INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL
);

CREATE UNIQUE INDEX marking_code_by_text ON marking_code (text);
CREATE INDEX marking_code_by_cis ON marking_code (cis);
CREATE INDEX marking_code_by_order ON marking_code (order_id, gtin, state, cis) WHERE order_id IS NOT NULL;
CREATE INDEX marking_code_by_gtin ON marking_code (gtin, state, cis);
CREATE INDEX marking_code_with_tail ON marking_code (state, cis) WHERE text <> cis;

-- Codes that a second block brought: kept aside, whole, with both blocks' ids, for a person.
CREATE TABLE marking_conflict (
    text           TEXT NOT NULL,
    block_id       TEXT NOT NULL,
    cis            TEXT NOT NULL,
    gtin           TEXT NOT NULL,
    order_id       TEXT NOT NULL,
    other_text     TEXT NOT NULL,
    other_block_id TEXT,
    found_at       INTEGER NOT NULL,
    PRIMARY KEY (text, block_id)
);
