-- The templates that a shop has written itself; those that every shop begins with are in the code.

CREATE TABLE templates (
  site TEXT NOT NULL,
  language TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  subject TEXT NOT NULL,          -- patterns of Project Fluent: text and fields
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,       -- the agent's name
  PRIMARY KEY (site, language, id)
);
