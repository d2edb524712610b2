-- What is searched at the desk: an index of what contacts and orders hold, never the only copy of
-- it. They push it; it is asked of them again, and erased with them by site and holder.

CREATE TABLE search_texts (
  id INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  holder TEXT NOT NULL,           -- whose object it is from: a contact, or an order's key
  kind TEXT NOT NULL,             -- order, shopper, message, note
  reference TEXT NOT NULL,        -- which one of its kind: an event's number, an order's key
  contact TEXT,                   -- whose case it leads to
  at INTEGER NOT NULL,
  words TEXT NOT NULL,
  unseen TEXT NOT NULL,           -- what it is found by as well, and never shown
  UNIQUE (site, holder, kind, reference)
);

-- The site is a column of the index, so that a search reads its own site's words only.
CREATE VIRTUAL TABLE search_index USING fts5(
  words, unseen, site, kind,
  content = 'search_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- What is erased leaves the index at once, not when its pages are next merged.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN
  INSERT INTO search_index (rowid, words, unseen, site, kind)
  VALUES (new.id, new.words, new.unseen, new.site, new.kind);
END;

CREATE TRIGGER search_texts_dropped AFTER DELETE ON search_texts BEGIN
  INSERT INTO search_index (search_index, rowid, words, unseen, site, kind)
  VALUES ('delete', old.id, old.words, old.unseen, old.site, old.kind);
END;

CREATE TRIGGER search_texts_changed AFTER UPDATE OF words, unseen ON search_texts
WHEN old.words <> new.words OR old.unseen <> new.unseen BEGIN
  INSERT INTO search_index (search_index, rowid, words, unseen, site, kind)
  VALUES ('delete', old.id, old.words, old.unseen, old.site, old.kind);
  INSERT INTO search_index (rowid, words, unseen, site, kind)
  VALUES (new.id, new.words, new.unseen, new.site, new.kind);
END;
