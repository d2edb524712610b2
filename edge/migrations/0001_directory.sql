-- The directory: who exists and where to find it. Never the only copy of a message or an event;
-- what is below "index" can be rebuilt from the objects.

CREATE TABLE sites (
  site TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  accent TEXT NOT NULL,
  origins TEXT NOT NULL,          -- JSON array of origins that may frame the panel
  secrets TEXT NOT NULL,          -- JSON object, source to webhook secret
  identity_keys TEXT NOT NULL,    -- JSON object, kid to the shop's signing secret
  contact_key TEXT NOT NULL,      -- hex; names signed-in contacts, never changes
  settings TEXT NOT NULL,         -- JSON object, the watch, the season, the services that are asked
  updated_at INTEGER NOT NULL
);

CREATE TABLE agents (
  agent TEXT PRIMARY KEY,
  site TEXT NOT NULL REFERENCES sites (site),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  UNIQUE (site, email)
);

CREATE TABLE agent_sessions (
  token_hash TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  agent TEXT NOT NULL REFERENCES agents (agent),
  expires_at INTEGER NOT NULL
);

CREATE TABLE attempts (
  site TEXT NOT NULL,
  purpose TEXT NOT NULL,
  subject TEXT NOT NULL,          -- an order's number, an agent's e-mail
  since INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  PRIMARY KEY (site, purpose, subject)
);

CREATE TABLE hook_rejections (
  site TEXT NOT NULL,
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (site, source, day)
);

-- Index.

CREATE TABLE orders (
  site TEXT NOT NULL,
  order_key TEXT NOT NULL,
  number TEXT NOT NULL,           -- normalized
  email TEXT,
  PRIMARY KEY (site, order_key)
);
CREATE INDEX orders_by_number ON orders (site, number);
CREATE INDEX orders_by_email ON orders (site, email);

CREATE TABLE parcel_risks (
  site TEXT NOT NULL,
  order_key TEXT NOT NULL,
  number TEXT NOT NULL,           -- the order's, as the shopper knows it
  parcel TEXT NOT NULL,           -- the tracking number; empty while nothing was sent
  carrier TEXT,
  url TEXT,                       -- the tracking page
  risk TEXT NOT NULL,
  since INTEGER NOT NULL,
  due TEXT,                       -- the day by which something is to happen
  promised TEXT,                  -- days of delivery, as first told
  estimate TEXT,                  -- and as told now
  contact TEXT,                   -- a shopper that the order is bound to
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (site, order_key, parcel, risk)
);
CREATE INDEX parcel_risks_by_age ON parcel_risks (site, since, order_key, parcel, risk);

CREATE TABLE contacts (
  site TEXT NOT NULL,
  contact TEXT NOT NULL,
  email TEXT NOT NULL,            -- signed by the shop
  PRIMARY KEY (site, contact)
);
CREATE INDEX contacts_by_email ON contacts (site, email);
