-- What an agent can do, as the queue needs it: JSON of shared::routing::Profile.
ALTER TABLE agents ADD COLUMN profile TEXT NOT NULL DEFAULT '{}';
