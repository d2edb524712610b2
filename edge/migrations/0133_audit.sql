-- Where each site's audit trail ends: a trail whose end was cut off is missed here.

CREATE TABLE audit_heads (
  site TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
);
