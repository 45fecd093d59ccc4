ALTER TABLE api_key ADD COLUMN admin INTEGER NOT NULL DEFAULT 0;

-- Until now a key without limits was the administrator's.
UPDATE api_key SET admin = 1 WHERE connectors = '[]';
