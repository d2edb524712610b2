//! What links an order to others of one household.

use shared::household::Order;
use shared::order::{Audience, OrderView, view};
use worker::Result;

use super::Inner;
use super::effects::Effect;
use crate::clock::Now;
use crate::directory;
use crate::store::order::{Linked, Record};

impl Inner {
    /// Owes the directory the order's marks when they are new to it.
    pub(super) fn owe_marks(&self, record: &mut Record, now: Now) -> Result<()> {
        let linked = linked(record);
        if record.linked == linked {
            return Ok(());
        }
        record.linked = linked;
        self.owe_same_marks(now)
    }

    /// Owes them again: others know of the order.
    pub(super) fn owe_same_marks(&self, now: Now) -> Result<()> {
        self.owe("marks", &Effect::NoteMarks, now)
    }

    /// Notes the marks, and who knows of the order, as they are now.
    pub(super) async fn note_marks(&self) -> Result<()> {
        let linked = linked(&self.store.load()?).unwrap_or_default();
        let order = Order {
            key: self.key.clone(),
            address: linked.marks.address,
            payer: linked.marks.payer,
            gift: linked.gift,
        };
        let (contacts, day) = (self.store.contacts()?, linked.placed_on.as_ref());
        directory::households::note(&self.env, &self.site, &order, day, &contacts).await
    }

    /// The order as anybody may see it; `None` while the shop has not told it.
    pub(super) fn shown(&self) -> Result<Option<OrderView>> {
        Ok(view(&self.key, &self.store.load()?.order, Audience::Other))
    }
}

fn linked(record: &Record) -> Option<Linked> {
    let facts = record.order.facts.as_ref()?;
    Some(Linked {
        marks: facts.marks.clone(),
        gift: facts.gift.is_some(),
        placed_on: facts.placed_at.utc_day(),
    })
}
