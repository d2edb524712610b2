//! The poll of a `WooCommerce` shop: its webhooks are sent once and may be lost.
//!
//! The shop compares `modified_after`, exclusively, with its GMT times when `dates_are_gmt` is
//! set, and reads it in its own zone when it says one: it is sent without.

use serde_json::Value;

use super::{instant, order_update};
use crate::order::polling::{Cursor, Page, Request, Unread, basic, clock_text, found};
use crate::source::{Fields, Malformed};

/// How many orders are asked for at once: as many as the API gives.
const PAGE_SIZE: usize = 100;

/// The call for a page of orders, under a consumer key and secret of the REST API that may read.
pub fn request(cursor: &Cursor, key: &str, secret: &str) -> Request {
    let changed_after = clock_text(cursor.changed_after).replace(':', "%3A");
    Request {
        path: format!(
            "/wp-json/wc/v3/orders?modified_after={changed_after}&dates_are_gmt=true\
             &orderby=modified&order=asc&per_page={PAGE_SIZE}&page={}",
            cursor.page
        ),
        headers: [
            ("Accept", "application/json".to_owned()),
            ("Authorization", basic(key, secret)),
        ],
    }
}

/// Reads the answer to [`request`], of status 200.
pub fn read(body: &[u8]) -> Result<Page, Malformed> {
    let orders: Vec<Value> =
        serde_json::from_slice(body).map_err(|_| Malformed::UnexpectedAnswer)?;
    let mut page = Page {
        is_full: orders.len() >= PAGE_SIZE,
        ..Page::default()
    };
    for told in orders.iter().filter_map(Value::as_object) {
        let order = Fields::of(told);
        page.last_change = page.last_change.max(instant(order, "date_modified_gmt"));
        match order_update(order).and_then(found) {
            Ok(update) => page.updates.push(update),
            Err(problem) => page.unread.push(Unread::new(told, problem)),
        }
    }
    Ok(page)
}
