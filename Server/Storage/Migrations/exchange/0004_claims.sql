-- One server has its files to itself: nothing is claimed, and there are no tables for it.
SELECT 1;
