-- Orders of one household, by hashes that only the edge can make, and the contacts that have shown
-- to know of them. Index: orders tell it again when they are asked to.

CREATE TABLE households (
  site TEXT NOT NULL,
  order_key TEXT NOT NULL,
  address TEXT,                   -- the mark of where it goes
  payer TEXT,                     -- the mark of who pays
  gift INTEGER NOT NULL,
  day TEXT NOT NULL,              -- when it was placed
  PRIMARY KEY (site, order_key)
);
CREATE INDEX households_by_address ON households (site, address, day);
CREATE INDEX households_by_payer ON households (site, payer, day);

CREATE TABLE household_contacts (
  site TEXT NOT NULL,
  contact TEXT NOT NULL,
  order_key TEXT NOT NULL,
  paid INTEGER NOT NULL,          -- whether the contact has shown that it paid
  PRIMARY KEY (site, contact, order_key)
);
CREATE INDEX household_contacts_by_order ON household_contacts (site, order_key);
