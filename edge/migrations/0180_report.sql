-- The facts of the report: what shoppers came with, and what they were told. Index: contacts tell
-- them again when they are asked to.
CREATE TABLE report_facts (
  site TEXT NOT NULL,
  contact TEXT NOT NULL,
  seq INTEGER NOT NULL,           -- the number of the event that it began with
  at INTEGER NOT NULL,
  fact TEXT NOT NULL,             -- JSON of shared::report::Fact
  level TEXT,                     -- how far its agent had come when the agent was first noted
  PRIMARY KEY (site, contact, seq)
);
