//! Who lives or pays together: orders that go to one address, or that one payer pays for. They are
//! linked for agents and never merged; the bot, notices and shoppers know nothing of it.
//!
//! An address is brought to one form ([`Address`]), of which nothing is kept but a hash under the
//! site's own key ([`Mark`]). What follows from marks that are alike, and what of it an agent may
//! see, is [`kin`]'s to say.

pub mod address;
pub mod kin;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

pub use address::Address;
pub use kin::{Household, Kin, OpenParcel, Order, Own, Ties, linked};

use crate::ids::SiteKey;
use crate::order::OrderUpdate;

/// How many bytes of a hash are kept.
const MARK_BYTES: usize = 16;

/// A hash of an address or of a payer: it can be compared with others of its site, and not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark(pub String);

/// The marks of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// Of where it goes, if that is somebody's home.
    pub address: Option<Mark>,
    /// Of who pays for it.
    pub payer: Option<Mark>,
}

/// What makes the marks of one site. Another site's marks of the same address are others.
pub struct MarkKey<'a> {
    site: &'a SiteKey,
    secret: &'a str,
}

/// What is marked: the same text of two kinds has two marks.
#[derive(Clone, Copy)]
enum Of {
    Address,
    Email,
    Customer,
}

impl<'a> MarkKey<'a> {
    /// The key of a site, by its secret.
    pub fn new(site: &'a SiteKey, secret: &'a str) -> Self {
        Self { site, secret }
    }

    /// The mark of a payer, by a normalized e-mail.
    pub fn payer(&self, email: &str) -> Option<Mark> {
        self.mark(Of::Email, email)
    }

    fn mark(&self, of: Of, text: &str) -> Option<Mark> {
        // No character of a site's key, nor what parts it from a customer's name elsewhere.
        let purpose = match of {
            Of::Address => "\naddress\n",
            Of::Email => "\nemail\n",
            Of::Customer => "\ncustomer\n",
        };
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).ok()?;
        for part in [self.site.as_str(), purpose, text] {
            mac.update(part.as_bytes());
        }
        let digest = mac.finalize().into_bytes();
        Some(Mark(hex::encode(&digest[..MARK_BYTES])))
    }
}

impl OrderUpdate {
    /// This update with the marks of its household in place of the address, which is dropped.
    #[must_use]
    pub fn marked(mut self, key: &MarkKey<'_>) -> Self {
        let address = self.address.take().and_then(|address| address.form());
        if let Some(facts) = &mut self.facts {
            let email = facts.email.as_deref().map(|email| (Of::Email, email));
            let customer = facts.customer_id.as_deref();
            let payer = email.or(customer.map(|id| (Of::Customer, id)));
            facts.marks = Marks {
                address: address.and_then(|form| key.mark(Of::Address, &form)),
                payer: payer.and_then(|(of, text)| key.mark(of, text)),
            };
        }
        self
    }
}

#[cfg(test)]
mod tests;
