ALTER TABLE background_operation ADD COLUMN node_id TEXT NOT NULL DEFAULT '';
ALTER TABLE background_operation ADD COLUMN cancel_asked TEXT;

-- The newest moment given to a notification. The next one is taken here and the row held until the commit, so that moments grow in the order in which readers come to see them, on all servers.
CREATE TABLE notification_moment (
    id      INTEGER PRIMARY KEY,
    last_ms INTEGER NOT NULL
);

INSERT INTO notification_moment (id, last_ms) SELECT 1, COALESCE(MAX(added_ms), 0) FROM sent_notification;
