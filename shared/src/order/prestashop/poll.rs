//! The poll of a `PrestaShop` shop's webservice.
//!
//! An order refers to customer, address and carriers by their ids alone. So a page of orders
//! ([`request`], [`Orders::read`]) is followed by one call for each kind of what they refer to
//! ([`Orders::related`]); the answers together say what there is to say ([`Orders::page`]). A kind
//! that the key may not read is simply not known.
//!
//! - Times are the shop's, without a zone: the cursor counts by [`clock`].
//! - `date=1` makes the webservice filter by dates; `>[…]` excludes the time itself.
//! - A list without elements is answered as `[]`, whatever was asked for.
//! - A tracking number that a module writes past the order does not change the order: it is seen
//!   when the order changes next, at the latest when it is marked as shipped.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::book::Book;
use super::order_update;
use crate::order::polling::{Cursor, Page, Request, Unread, basic, clock_text, found};
use crate::season::Zone;
use crate::source::{Fields, Malformed};
use crate::time::Timestamp;

/// How many orders are asked for at once: their ids must fit into the addresses of what follows.
const PAGE_SIZE: u32 = 50;

/// A kind of resource that orders refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Who ordered.
    Customers,
    /// Where to.
    Addresses,
    /// The shipments.
    OrderCarriers,
    /// Who carries.
    Carriers,
    /// The countries of the addresses.
    Countries,
    /// The languages of the orders.
    Languages,
}

/// A page of orders as the webservice tells them.
#[derive(Clone, Debug, PartialEq)]
pub struct Orders(Vec<Map<String, Value>>);

/// The shop's clock, as if it were UTC: to the minute, and not behind.
pub fn clock(now: Timestamp, zone: Zone) -> Timestamp {
    const MINUTE: i64 = 60 * 1000;
    let midnight = Timestamp::parse_loose(&format!("{}T00:00", zone.day_of(now).as_str()));
    let minutes = i64::from(zone.minute_of_day(now)) + 1;
    midnight.map_or(now, |(at, _)| at.plus_millis(minutes * MINUTE))
}

/// The call for a page of orders, under a webservice key that may read.
pub fn request(cursor: &Cursor, key: &str) -> Request {
    let changed_after = clock_text(cursor.changed_after)
        .replace('T', "%20")
        .replace(':', "%3A");
    let skipped = cursor.page.saturating_sub(1).saturating_mul(PAGE_SIZE);
    list_of(
        "orders",
        &format!(
            "display=full&date=1&filter%5Bdate_upd%5D=%3E%5B{changed_after}%5D\
             &sort=%5Bdate_upd_ASC%2Cid_ASC%5D&limit={skipped}%2C{PAGE_SIZE}"
        ),
        key,
    )
}

impl Orders {
    /// Reads the answer to [`request`], of status 200.
    pub fn read(body: &[u8]) -> Result<Self, Malformed> {
        let answer: Value = serde_json::from_slice(body).map_err(|_| Malformed::AnswerNotJson)?;
        let orders = match answer {
            Value::Array(empty) if empty.is_empty() => empty,
            Value::Object(mut answer) => match answer.remove("orders") {
                Some(Value::Array(orders)) => orders,
                _ => return Err(Malformed::UnexpectedAnswer),
            },
            _ => return Err(Malformed::UnexpectedAnswer),
        };
        let objects = orders.into_iter().map(|order| match order {
            Value::Object(order) => order,
            _ => Map::new(),
        });
        Ok(Self(objects.collect()))
    }

    /// The calls for what the orders refer to; none without orders.
    pub fn related(&self, key: &str) -> Vec<(Resource, Request)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        [
            (
                Resource::Customers,
                "display=%5Bid%2Cemail%5D",
                "id",
                "id_customer",
            ),
            (
                Resource::Addresses,
                "display=%5Bid%2Ccompany%2Caddress1%2Caddress2%2Cpostcode%2Ccity%2Cid_country%5D",
                "id",
                "id_address_delivery",
            ),
            (Resource::OrderCarriers, "display=full", "id_order", "id"),
            (
                Resource::Carriers,
                "display=%5Bid%2Cname%2Curl%5D",
                "id",
                "id_carrier",
            ),
            (Resource::Countries, "display=%5Bid%2Ciso_code%5D", "", ""),
            (Resource::Languages, "display=full", "id", "id_lang"),
        ]
        .into_iter()
        .map(|(resource, display, field, of_order)| {
            let query = if field.is_empty() {
                display.to_owned()
            } else {
                let ids = self.ids(of_order).join("%7C");
                format!("{display}&filter%5B{field}%5D=%5B{ids}%5D")
            };
            (resource, list_of(resource.name(), &query, key))
        })
        .collect()
    }

    /// What the orders say together with the answers to [`Orders::related`]. An answer that is
    /// missing or can't be read leaves unknown what it would have told.
    pub fn page(&self, answers: &[(Resource, Vec<u8>)], zone: Zone) -> Page {
        let answers: Vec<(Resource, Value)> = answers
            .iter()
            .filter_map(|(resource, body)| Some((*resource, serde_json::from_slice(body).ok()?)))
            .collect();
        let book = book(&answers);
        let mut page = Page {
            is_full: self.0.len() >= PAGE_SIZE as usize,
            ..Page::default()
        };
        for told in &self.0 {
            let order = Fields::of(told);
            let changed = order.text("date_upd").and_then(Timestamp::parse_loose);
            page.last_change = page.last_change.max(changed.map(|(at, _)| at));
            match order_update(order, &book, zone).and_then(found) {
                Ok(update) => page.updates.push(update),
                Err(problem) => page.unread.push(Unread::new(told, problem)),
            }
        }
        page
    }

    /// The ids that the orders have under a name, each once.
    fn ids(&self, name: &str) -> Vec<String> {
        const MAX_DIGITS: usize = 20;
        let ids: BTreeSet<String> = self
            .0
            .iter()
            .filter_map(|order| Fields::of(order).id(name))
            .filter(|id| id.len() <= MAX_DIGITS)
            .collect();
        ids.into_iter().collect()
    }
}

impl Resource {
    fn name(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Addresses => "addresses",
            Self::OrderCarriers => "order_carriers",
            Self::Carriers => "carriers",
            Self::Countries => "countries",
            Self::Languages => "languages",
        }
    }
}

fn book(answers: &[(Resource, Value)]) -> Book<'_> {
    let mut book = Book::default();
    for (resource, answer) in answers {
        let is_empty_list = answer.as_array().is_some_and(Vec::is_empty);
        if *resource == Resource::OrderCarriers && is_empty_list {
            book.know_order_carriers();
        }
        if let Some(body) = answer.as_object() {
            book.add(Fields::of(body));
        }
    }
    book
}

fn list_of(resource: &str, query: &str, key: &str) -> Request {
    Request {
        path: format!("/api/{resource}?output_format=JSON&{query}"),
        headers: [
            ("Accept", "application/json".to_owned()),
            ("Authorization", basic(key, "")),
        ],
    }
}
