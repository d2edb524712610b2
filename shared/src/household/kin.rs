//! What links a contact to the orders of others, and what of these an agent may see.
//!
//! - An address links whoever has shown an order that goes there. A present's address is its
//!   recipient's, and links nobody who paid for it.
//! - A payer links whoever has shown to be it, by the order's e-mail or by the shop's word.
//! - A present that others pay for is left out, as if there were none: whoever would ask may be the
//!   one to be surprised, or live with them. Its payer sees it only by the shop's own word, since an
//!   e-mail and a number are known at home.
//! - Where many pay for orders to one address, it is no home but an office or a pickup point.
//! - Neither who they are, nor what they bought, nor a number by which it is found, is told.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Mark;
use crate::ids::OrderKey;
use crate::order::OrderView;
use crate::time::Day;
use crate::tracking::Status;

/// How many may pay for orders to one home.
const MAX_PAYERS: usize = 5;

/// How many marks of one contact are looked up, of a kind.
const MAX_MARKS: usize = 8;

/// An order that a contact has shown to be theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The order.
    pub order: Order,
    /// Whether the contact has shown that it paid.
    pub paid: bool,
}

/// An order as the directory knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which one.
    pub key: OrderKey,
    /// The mark of where it goes.
    pub address: Option<Mark>,
    /// The mark of who pays.
    pub payer: Option<Mark>,
    /// Whether it is a present.
    pub gift: bool,
}

/// By what a contact is linked to others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Where its orders go.
    pub addresses: Vec<Mark>,
    /// As who it pays.
    pub payers: Vec<Mark>,
}

/// The orders of others that an agent may know of, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// Those that go to the same address and that another pays for.
    pub address: Vec<Order>,
    /// Those of the same payer that the contact has not shown.
    pub payer: Vec<Order>,
}

/// A contact's household, as agents see it with a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// What others have ordered to the same address.
    pub address: Kin,
    /// What the same payer has ordered otherwise.
    pub payer: Kin,
}

/// Orders of a household.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// How many.
    pub orders: u32,
    /// How many of them are presents.
    pub gifts: u32,
    /// Their parcels that have not reached their end.
    pub parcels: Vec<OpenParcel>,
}

/// A parcel on its way, without a name or a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenParcel {
    /// Where it stands.
    pub status: Status,
    /// When it is to arrive, as its carrier says.
    pub estimate: Option<Day>,
}

impl Ties {
    /// What links the contact that has shown these orders.
    pub fn of(own: &[Own]) -> Self {
        let address = |own: &&Own| !(own.paid && own.order.gift);
        let mut ties = Self {
            addresses: own
                .iter()
                .filter(address)
                .filter_map(|own| own.order.address.clone())
                .collect(),
            payers: own
                .iter()
                .filter(|own| own.paid)
                .filter_map(|own| own.order.payer.clone())
                .collect(),
        };
        for marks in [&mut ties.addresses, &mut ties.payers] {
            marks.sort();
            marks.dedup();
            marks.truncate(MAX_MARKS);
        }
        ties
    }
}

/// What an agent may know of the orders that have a tie's mark. `signed` marks the payer that the
/// shop says the contact is.
pub fn linked(own: &[Own], ties: &Ties, orders: &[Order], signed: Option<&Mark>) -> Linked {
    let homes: Vec<&Mark> = ties
        .addresses
        .iter()
        .filter(|mark| is_home(mark, own, orders))
        .collect();
    let mut linked = Linked::default();
    for order in orders {
        let is_own = own.iter().any(|own| own.order.key == order.key);
        let is_theirs = signed.is_some() && order.payer.as_ref() == signed;
        if is_own || (order.gift && !is_theirs) {
            continue;
        }
        if order
            .payer
            .as_ref()
            .is_some_and(|payer| ties.payers.contains(payer))
        {
            linked.payer.push(order.clone());
        } else if order
            .address
            .as_ref()
            .is_some_and(|mark| homes.contains(&mark))
        {
            linked.address.push(order.clone());
        }
    }
    linked
}

/// Whether so few pay for what goes to an address that they may live there.
fn is_home(mark: &Mark, own: &[Own], orders: &[Order]) -> bool {
    let all = own.iter().map(|own| &own.order).chain(orders);
    let there = all.filter(|order| order.address.as_ref() == Some(mark));
    let (known, unknown): (Vec<_>, Vec<_>) = there
        .map(|order| &order.payer)
        .partition(|payer| payer.is_some());
    let payers: BTreeSet<_> = known.into_iter().collect();
    payers.len() + unknown.len() <= MAX_PAYERS
}

impl Kin {
    /// What is shown of linked orders, with those of them whose parcels are known.
    pub fn of(orders: &[Order], views: &[OrderView]) -> Self {
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        Self {
            orders: count(orders.len()),
            gifts: count(orders.iter().filter(|order| order.gift).count()),
            parcels: views
                .iter()
                .filter(|view| !view.cancelled && orders.iter().any(|order| order.key == view.key))
                .flat_map(open_parcels)
                .collect(),
        }
    }
}

fn open_parcels(view: &OrderView) -> impl Iterator<Item = OpenParcel> {
    let is_open = |status: Status| {
        !matches!(
            status,
            Status::Delivered | Status::Returned | Status::Cancelled
        )
    };
    let open = view
        .parcels
        .iter()
        .filter(move |parcel| is_open(parcel.status));
    open.map(|parcel| OpenParcel {
        status: parcel.status,
        estimate: parcel.estimate.current.clone(),
    })
}

#[cfg(test)]
mod tests;
