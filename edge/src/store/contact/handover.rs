//! What is kept of a contact that goes on as another, until that one has taken it over.

use shared::conversation::{MAX_ADOPTED, State as Conversation};
use shared::ids::ContactId;
use shared::protocol::widget::Event;
use worker::Result;

use super::{ContactStore, EVENT_COLUMNS};
use crate::store::{int, json};

impl ContactStore {
    /// Puts a contact away that goes on as another: its events stay until that one has them, and
    /// no visitor's token opens it any more. Called in a transaction.
    pub fn move_to(&self, to: &ContactId, left: &Conversation, fresh: &Conversation) -> Result<()> {
        self.sql.run(
            "UPDATE contact SET moved_to = ?, moved = ?, state = ?, secret_hash = NULL",
            vec![to.as_str().into(), json(left)?, json(fresh)?],
        )?;
        Ok(())
    }

    /// What a contact that goes on as another has yet to hand over: its state, and the events that
    /// are carried over.
    pub fn left_behind(&self) -> Result<Option<(Conversation, Vec<Event>)>> {
        let row = self.sql.first(
            "SELECT moved FROM contact WHERE moved IS NOT NULL",
            Vec::new(),
        )?;
        let Some(row) = row else {
            return Ok(None);
        };
        let left: Conversation = row.json(0)?;
        let promises: Vec<u64> = left.promises.iter().map(|promise| promise.id).collect();
        let query = format!(
            "SELECT {EVENT_COLUMNS} FROM events
             WHERE seq > (SELECT max(seq) FROM events) - ?
               OR seq IN (SELECT value FROM json_each(?))
             ORDER BY seq"
        );
        let events = self.events(&query, vec![int(MAX_ADOPTED), json(&promises)?])?;
        Ok(Some((left, events)))
    }

    /// Takes away what the other one has now; only whom it goes on as is kept.
    pub fn forget_left_behind(&self) -> Result<()> {
        self.sql.transaction(|| {
            self.sql.run("DELETE FROM events", Vec::new())?;
            self.sql.run("DELETE FROM facts", Vec::new())?;
            self.sql
                .run("UPDATE contact SET moved = NULL", Vec::new())?;
            Ok(())
        })
    }
}
