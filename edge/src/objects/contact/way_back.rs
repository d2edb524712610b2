//! The way back: a visitor whose socket is lost opens another without a session, by a ticket that
//! the lost one was given. It saves a request when thousands come back at once, and a round trip on
//! a phone.

use super::Inner;
use crate::auth::random_hex;
use crate::auth::ticket::{self, TicketHolder};
use crate::bindings;
use crate::calls::ShopperUpgrade;
use crate::clock::now;

/// The ticket that was shown was used, or was never given.
pub(super) struct Used;

impl Inner {
    /// Takes the ticket that a socket is opened with. Answers the one for the way back from that
    /// socket; none for a shopper who has to come back by a session.
    pub(super) fn admit(
        &self,
        upgrade: ShopperUpgrade,
    ) -> worker::Result<Result<Option<String>, Used>> {
        let now = now();
        let back = upgrade.back.filter(|back| back.0 > now.millis());
        let next = random_hex::<16>()?;
        match (&upgrade.once, back) {
            (Some(once), _) if !self.store.renew_way_back(once, &next)? => return Ok(Err(Used)),
            (None, Some(back)) => self.store.keep_way_back(&next, back, now)?,
            _ => {}
        }
        let (Some(key), Some(back)) = (bindings::ticket_key(&self.env), back) else {
            return Ok(Ok(None));
        };
        let holder = TicketHolder {
            site: self.site.clone(),
            contact: self.contact.clone(),
            until: upgrade.until,
            back: Some(back),
            once: Some(next),
        };
        let good_until = u64::try_from(back.0 / 1_000).unwrap_or_default();
        Ok(Ok(ticket::issue(&key, holder, good_until)))
    }
}
