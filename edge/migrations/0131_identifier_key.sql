-- The key of identifier hashes, sealed as every secret of a site is; none while they are off.

ALTER TABLE sites ADD COLUMN identifier_key TEXT;
