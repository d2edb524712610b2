-- Where agents are signed in, and who is invited to join them.

ALTER TABLE agent_sessions ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agent_sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
CREATE INDEX agent_sessions_by_agent ON agent_sessions (site, agent);

CREATE TABLE invitations (
  invitation TEXT PRIMARY KEY,
  site TEXT NOT NULL REFERENCES sites (site),
  token_hash TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  UNIQUE (site, email)
);
