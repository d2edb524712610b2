//! What an object that was asleep finds again.

use shared::conversation::State as Conversation;
use shared::ids::ContactId;
use worker::Result;

use super::super::Sql;

/// What was committed last.
pub struct Loaded {
    /// Tells the events of this object from those of an erased one.
    pub epoch: u32,
    /// The state beside the events.
    pub state: Conversation,
    /// The number of the latest event.
    pub head: u64,
    /// How far the desk has the events.
    pub desk_cursor: u64,
}

/// All that an object wants to know when it wakes.
pub struct Woken {
    /// What was committed last, or `None` for a contact that never was.
    pub loaded: Option<Loaded>,
    /// As whom the contact goes on, if it does.
    pub moved_to: Option<ContactId>,
    /// When the next alarm is due, in milliseconds since 1970.
    pub next_alarm: Option<i64>,
    /// Whether an effect is owed.
    pub owes_effects: bool,
    /// Up to which number the events are searched.
    pub searched_upto: u64,
}

/// Every table is read, so a contact that was never opened, or by an older edge, fails here.
const WAKE: &str = "
    SELECT (SELECT min(due) FROM alarms),
           EXISTS (SELECT 1 FROM outbox),
           (SELECT coalesce(max(seq), 0) FROM events),
           (SELECT coalesce(max(upto), 0) FROM searched),
           EXISTS (SELECT 1 FROM facts) OR EXISTS (SELECT 1 FROM ways_back),
           epoch, state, desk_cursor, moved_to
    FROM (SELECT 1) LEFT JOIN contact ON TRUE";

/// Reads what an object that wakes wants to know, at once: each statement of its own would have to
/// be understood anew by every object.
pub(super) fn read(sql: &Sql) -> Result<Woken> {
    let row = sql
        .first(WAKE, Vec::new())?
        .ok_or_else(|| worker::Error::RustError("nothing was read on waking".to_owned()))?;
    let head = row.count(2)?;
    let loaded = match row.integer(5) {
        Ok(epoch) => Some(Loaded {
            epoch: u32::try_from(epoch).unwrap_or_default(),
            state: row.json(6)?,
            head,
            desk_cursor: row.count(7)?,
        }),
        Err(_) => None,
    };
    Ok(Woken {
        loaded,
        moved_to: row.optional_text(8).map(|to| ContactId(to.to_owned())),
        next_alarm: row.integer(0).ok(),
        owes_effects: row.count(1)? > 0,
        searched_upto: row.count(3)?,
    })
}
