-- One server never starts a job twice for one moment, but its clock may be set back: no index.
SELECT 1;
