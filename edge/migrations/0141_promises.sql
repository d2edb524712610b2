-- Promises to shoppers, for reports: kept and broken are counted here. Index: it can be rebuilt
-- from the contacts' ledgers.
CREATE TABLE promises (
  site TEXT NOT NULL,
  contact TEXT NOT NULL,
  promise INTEGER NOT NULL,       -- the number of the event that made it
  kind TEXT NOT NULL,             -- callback, answer, refund, replacement
  by_day TEXT NOT NULL,           -- the last day that counts
  due INTEGER NOT NULL,           -- when it is over
  agent TEXT,                     -- who made it; null for what the bot told
  standing TEXT NOT NULL,         -- open, kept, broken, late
  settled_at INTEGER,
  PRIMARY KEY (site, contact, promise)
);
CREATE INDEX promises_by_due ON promises (site, due);
