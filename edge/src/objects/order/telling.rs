//! What the contacts of an order hear of it: news, or how it stands, each as much as it may know.

use shared::ids::ContactId;
use shared::notice::Notice;
use shared::order::{Order, view};
use worker::Result;

use super::Inner;
use super::effects::Effect;
use crate::clock::Now;
use crate::store::order::{Bound, Record};

/// News older than this is not told to a contact that is bound late, in milliseconds.
const LATE_NEWS_MILLIS: i64 = 3 * 24 * 3_600_000;

impl Inner {
    /// Owes a contact news, which hold the order as it stands.
    pub(super) fn tell_news(
        &self,
        order: &Order,
        bound: &Bound,
        notice: &Notice,
        now: Now,
    ) -> Result<()> {
        let Some(order) = view(&self.key, order, bound.audience) else {
            return Ok(());
        };
        let Bound { contact, .. } = bound;
        let name = format!("news/{contact}/{}", notice.key);
        let effect = Effect::TellNews {
            contact: contact.clone(),
            notice: Box::new(Notice {
                order,
                ..notice.clone()
            }),
        };
        self.owe(&name, &effect, now)
    }

    /// Owes a contact the order's state.
    pub(super) fn tell_state(&self, contact: &ContactId, now: Now) -> Result<()> {
        let effect = Effect::TellState {
            contact: contact.clone(),
        };
        self.owe(&format!("state/{contact}"), &effect, now)
    }

    /// Owes a contact that has just been bound the latest news if they are fresh, else the state.
    pub(super) fn tell_so_far(&self, record: &Record, contact: &ContactId, now: Now) -> Result<()> {
        let fresh = record
            .latest
            .as_ref()
            .filter(|notice| now.0.millis_since(notice.occurred_at) <= LATE_NEWS_MILLIS);
        match fresh {
            Some(notice) => {
                let bound = Bound {
                    contact: contact.clone(),
                    audience: self.store.audience(contact)?,
                };
                self.tell_news(&record.order, &bound, notice, now)
            }
            None => self.tell_state(contact, now),
        }
    }
}
