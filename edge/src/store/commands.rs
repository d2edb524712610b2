//! Which commands took effect: by the hashes of their names, in memory, read from the events when
//! the first command comes.
//!
//! An index over the names would say the same, and cost every message a page of it, which is a
//! seventh of the message. An object is the only writer of its database, so nobody else can add a
//! name, and one that is not known here is new. One that is known is looked for in the database,
//! which has the last word.

use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use shared::conversation::Sender;
use shared::ids::Cid;
use worker::Result;

use super::{Sql, int};

/// How many events' names are read at a time: a value of the database holds two megabytes.
const PAGE: u64 = 10_000;

/// Between two names, and between a sender and a cid, which has neither.
const BETWEEN: char = '\n';
const WITHIN: char = ' ';

/// The commands of an object.
#[derive(Default)]
pub struct Commands {
    hashes: RefCell<Option<HashSet<u64>>>,
}

impl Commands {
    /// Whether a command of this name may have taken effect; `false` is certain.
    pub fn may_have(&self, sql: &Sql, sender: &Sender, cid: &Cid) -> Result<bool> {
        let mut hashes = self.hashes.borrow_mut();
        let known = match &mut *hashes {
            Some(known) => known,
            unread => unread.insert(read(sql)?),
        };
        Ok(known.contains(&hash(sender.tag(), cid.as_str())))
    }

    /// Notes that a command took effect.
    pub fn note(&self, sender: &Sender, cid: &Cid) {
        if let Some(known) = &mut *self.hashes.borrow_mut() {
            known.insert(hash(sender.tag(), cid.as_str()));
        }
    }

    /// Forgets them all: they are read again.
    pub fn forget(&self) {
        *self.hashes.borrow_mut() = None;
    }
}

fn read(sql: &Sql) -> Result<HashSet<u64>> {
    let query = format!(
        "SELECT group_concat(sender || '{WITHIN}' || cid, '{BETWEEN}'), max(seq)
         FROM (SELECT seq, sender, cid FROM events WHERE seq > ? AND cid IS NOT NULL
               ORDER BY seq LIMIT ?)"
    );
    let mut known = HashSet::new();
    let mut after = 0;
    while let Some(row) = sql.first(&query, vec![int(after), int(PAGE)])? {
        let Some(names) = row.optional_text(0) else {
            break;
        };
        let names = names.split(BETWEEN);
        known.extend(names.filter_map(|name| {
            let (sender, cid) = name.rsplit_once(WITHIN)?;
            Some(hash(sender, cid))
        }));
        after = row.count(1)?;
    }
    Ok(known)
}

fn hash(sender: &str, cid: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (sender, cid).hash(&mut hasher);
    hasher.finish()
}
