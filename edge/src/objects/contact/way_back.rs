//! The way back: a visitor whose socket is lost opens another without a session, by a ticket that
//! the lost one was given. It saves a request when thousands come back at once, and a round trip on
//! a phone.

use worker::Result;

use super::Inner;
use crate::auth::random_hex;
use crate::auth::ticket::{self, TicketHolder};
use crate::bindings;
use crate::calls::ShopperUpgrade;
use crate::clock::now;

impl Inner {
    /// Whether the ticket that was shown is good still; one that is good once is so no more.
    pub(super) fn may_enter(&self, upgrade: &ShopperUpgrade) -> Result<bool> {
        match &upgrade.once {
            Some(once) => self.store.strike_way_back(once),
            None => Ok(true),
        }
    }

    /// Makes the ticket for the way back from a socket; none for one that has to come back by a
    /// session.
    pub(super) fn way_back(&self, upgrade: ShopperUpgrade) -> Result<Option<String>> {
        let now = now();
        let key = bindings::ticket_key(&self.env);
        let back = upgrade.back.filter(|back| back.0 > now.millis());
        let (Some(key), Some(back)) = (key, back) else {
            return Ok(None);
        };
        let once = random_hex::<16>()?;
        self.store.keep_way_back(&once, back, now)?;
        let holder = TicketHolder {
            site: self.site.clone(),
            contact: self.contact.clone(),
            until: upgrade.until,
            back: Some(back),
            once: Some(once),
        };
        let good_until = u64::try_from(back.0 / 1_000).unwrap_or_default();
        Ok(ticket::issue(&key, holder, good_until))
    }
}
