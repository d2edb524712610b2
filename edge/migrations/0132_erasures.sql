-- Receipts of erasures: ids and times, nothing of what was erased.

CREATE TABLE erasures (
  site TEXT NOT NULL,
  contact TEXT NOT NULL,
  receipt TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (site, contact)
);
