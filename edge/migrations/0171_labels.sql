-- The labels that a shop's agents sort cases by, in the order of its list. Cases name them by id.

CREATE TABLE labels (
  site TEXT NOT NULL,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (site, label)
);
