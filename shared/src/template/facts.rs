//! What is known of a case, and what a field stands for in it.

use serde::{Deserialize, Serialize};

use super::Field;
use crate::calendar::local_day;
use crate::language::Language;
use crate::order::{OrderView, ParcelView};
use crate::protocol::desk::Identity;
use crate::protocol::request::Request;
use crate::text::{normalize_order_number, preview, without_mark};
use crate::time::Day;

/// The longest fact that is put into a text, in characters: foreign text has no bound of its own.
const MAX_CHARS: usize = 160;

/// What is known of a case now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// How surely the shopper is known.
    pub identity: Identity,
    /// The shopper's language.
    pub language: Language,
    /// The shopper's orders.
    pub orders: Vec<OrderView>,
    /// What the shopper asks humans to carry out.
    pub request: Option<Request>,
    /// The agent who writes.
    pub agent: String,
    /// The shop, where it is known.
    pub shop: Option<String>,
}

/// Which order and parcel a text is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// The order's number.
    pub order: Option<String>,
    /// The parcel's number.
    pub parcel: Option<String>,
}

impl Facts {
    /// The shopper's name, where the shop has signed one.
    pub fn verified_name(&self) -> Option<&str> {
        match &self.identity {
            Identity::Verified {
                name: Some(name), ..
            } => Some(name.trim()).filter(|name| !name.is_empty()),
            _ => None,
        }
    }

    /// What a text is about when nobody has said it: what the shopper asked for, else the only
    /// order, else nothing; and its only parcel. Nothing is guessed.
    pub fn subject(&self) -> Subject {
        let asked = self.request.as_ref();
        let order = match (asked, self.orders.as_slice()) {
            (Some(request), _) => Some(request.order.clone()),
            (None, [only]) => Some(only.number.clone()),
            _ => None,
        };
        let asked_parcel = asked.and_then(|request| match request.parcels.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        });
        let parcel = asked_parcel.or_else(|| {
            let parcels = &self.order(order.as_deref()?)?.parcels;
            match parcels.as_slice() {
                [only] => Some(only.number.clone()),
                _ => None,
            }
        });
        Subject { order, parcel }
    }

    /// What a field stands for; `None` where no fact says it, and for what an agent types.
    pub fn value(&self, field: Field, subject: &Subject, language: Language) -> Option<String> {
        let order = || self.order(subject.order.as_deref()?);
        let parcel = || {
            let number = subject.parcel.as_deref()?;
            order()?
                .parcels
                .iter()
                .find(|parcel| parcel.number == number)
        };
        let day = |day: Option<&Day>| local_day(day?, language);
        let value = match field {
            Field::Name => self.verified_name().map(str::to_owned),
            Field::Order => order().map(|order| without_mark(&order.number).to_owned()),
            Field::Parcel => parcel().map(|parcel| parcel.number.clone()),
            Field::Carrier => parcel().and_then(|parcel| parcel.carrier.clone()),
            Field::Estimate => day(parcel().and_then(|parcel| parcel.estimate.current.as_ref())),
            Field::PickupPoint => parcel().and_then(pickup_point),
            Field::KeptUntil => day(parcel().and_then(kept_until)),
            Field::PromiseBy => day(self.promise_by(subject)),
            Field::Agent => Some(self.agent.clone()),
            Field::Shop => self.shop.clone(),
            Field::Amount | Field::Day | Field::Item => None,
        };
        value
            .map(|value| preview(&value, MAX_CHARS))
            .filter(|value| !value.is_empty())
    }

    /// The order with a number, however it is written.
    pub fn order(&self, number: &str) -> Option<&OrderView> {
        let wanted = normalize_order_number(number);
        self.orders
            .iter()
            .find(|order| normalize_order_number(&order.number) == wanted)
    }

    fn promise_by(&self, subject: &Subject) -> Option<&Day> {
        let request = self.request.as_ref()?;
        let concerns =
            |number: &str| normalize_order_number(number) == normalize_order_number(&request.order);
        // Another order's promise is none of this one's.
        subject
            .order
            .as_deref()
            .is_none_or(concerns)
            .then_some(request.promise_by.as_ref())?
    }
}

fn pickup_point(parcel: &ParcelView) -> Option<String> {
    let point = parcel.pickup_point.as_ref()?;
    Some(match &point.address {
        Some(address) if !point.name.is_empty() => format!("{}, {address}", point.name),
        Some(address) => address.clone(),
        None => point.name.clone(),
    })
}

fn kept_until(parcel: &ParcelView) -> Option<&Day> {
    parcel.pickup_point.as_ref()?.kept_until.as_ref()
}
