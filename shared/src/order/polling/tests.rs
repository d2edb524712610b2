//! Sweeps over a shop whose orders change meanwhile.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::order::OrderFacts;

const SECOND: i64 = 1000;
const DAY: i64 = 24 * 60 * 60 * SECOND;
const NOW: Timestamp = Timestamp(20_000 * DAY + 12 * 60 * 60 * SECOND);
const PAGE_SIZE: usize = 3;

/// A shop: when each order changed last, by its number.
struct Shop(Vec<Timestamp>);

impl Shop {
    /// The page that the cursor asks for, and which orders are on it.
    fn answer(&self, cursor: &Cursor) -> (Page, Vec<usize>) {
        let mut changed: Vec<(Timestamp, usize)> = self
            .0
            .iter()
            .enumerate()
            .map(|(order, &at)| (at, order))
            .filter(|&(at, _)| at > cursor.changed_after)
            .collect();
        changed.sort_unstable();
        let skipped = (cursor.page as usize - 1) * PAGE_SIZE;
        let on_page: Vec<_> = changed.into_iter().skip(skipped).take(PAGE_SIZE).collect();
        let page = Page {
            last_change: on_page.last().map(|&(at, _)| at),
            is_full: on_page.len() == PAGE_SIZE,
            ..Page::default()
        };
        (page, on_page.into_iter().map(|(_, order)| order).collect())
    }

    /// A whole sweep; `meanwhile` changes the shop after each page.
    fn sweep(
        &mut self,
        mut cursor: Cursor,
        now: Timestamp,
        mut meanwhile: impl FnMut(&mut Self, usize),
    ) -> (Cursor, BTreeSet<usize>) {
        let mut seen = BTreeSet::new();
        for pages in 0..1_000 {
            let (page, orders) = self.answer(&cursor);
            seen.extend(orders);
            let step = cursor.after(&page, now);
            cursor = step.cursor;
            if !step.more {
                return (cursor, seen);
            }
            meanwhile(self, pages);
        }
        panic!("the sweep does not end: {cursor:?}");
    }
}

fn ago(seconds: i64) -> Timestamp {
    NOW.plus_millis(-seconds * SECOND)
}

#[test]
fn wh11_a_sweep_sees_every_order_and_the_next_one_overlaps() {
    let mut shop = Shop((0..10).map(|order| ago(5_000 - 400 * order)).collect());
    let (cursor, seen) = shop.sweep(Cursor::begin(NOW), NOW, |_, _| {});
    assert_eq!(seen.len(), 10);
    assert_eq!(cursor.newest, ago(1_400));
    assert_eq!(cursor.changed_after, ago(1_400 + 5 * 60));
    let (_, again) = shop.sweep(cursor, NOW, |_, _| {});
    assert_eq!(again, BTreeSet::from([9]));
}

#[test]
fn many_changes_within_a_second_are_paged_through() {
    let mut shop = Shop(vec![ago(50); 11]);
    shop.0.push(ago(40));
    let (_, seen) = shop.sweep(Cursor::begin(NOW), NOW, |_, _| {});
    assert_eq!(seen.len(), 12);
}

#[test]
fn an_order_that_moves_to_the_end_hides_no_other() {
    let mut shop = Shop((0..10).map(|order| ago(1_000 - 10 * order)).collect());
    let (_, seen) = shop.sweep(Cursor::begin(NOW), NOW, |shop, page| {
        if page == 0 {
            shop.0[0] = ago(1);
            shop.0[1] = ago(1);
        }
    });
    assert_eq!(seen.len(), 10);
}

#[test]
fn a_change_in_the_future_hides_nothing_that_comes() {
    let mut shop = Shop(vec![ago(100), NOW.plus_millis(400 * DAY)]);
    let (cursor, _) = shop.sweep(Cursor::begin(NOW), NOW, |_, _| {});
    assert_eq!(cursor.newest, NOW);
    shop.0.push(NOW.plus_millis(SECOND));
    let (_, seen) = shop.sweep(cursor, NOW.plus_millis(60 * SECOND), |_, _| {});
    assert!(seen.contains(&2));
}

#[test]
fn once_a_day_a_sweep_goes_back_a_day() {
    let mut shop = Shop(vec![ago(100)]);
    let (cursor, _) = shop.sweep(Cursor::begin(NOW), NOW, |_, _| {});
    assert_eq!(cursor.changed_after, ago(100 + 5 * 60));
    let tomorrow = NOW.plus_millis(DAY);
    let (deep, _) = shop.sweep(cursor, tomorrow, |_, _| {});
    assert_eq!(deep.changed_after, ago(100 + 26 * 60 * 60));
    let (shallow, _) = shop.sweep(deep, tomorrow, |_, _| {});
    assert_eq!(shallow.changed_after, ago(100 + 5 * 60));
}

#[test]
fn a_shop_without_orders_is_asked_on() {
    let first = Cursor::begin(NOW);
    let (cursor, seen) = Shop(Vec::new()).sweep(first.clone(), NOW, |_, _| {});
    assert!(seen.is_empty());
    assert_eq!((cursor.newest, cursor.page), (first.newest, 1));
}

proptest! {
    /// Whatever changes while a shop is swept: this sweep or the next one has seen every order
    /// as of its last change.
    #[test]
    fn no_change_is_missed(
        orders in prop::collection::vec(0..60_i64, 1..30),
        changes in prop::collection::vec((0..30_usize, 0..30_usize, 0..2_i64), 0..12),
    ) {
        let mut shop = Shop(orders.iter().map(|&at| ago(300 - at)).collect());
        let mut later = NOW;
        let (cursor, mut seen) = shop.sweep(Cursor::begin(NOW), NOW, |shop, page| {
            for &(order, _, seconds) in changes.iter().filter(|change| change.1 == page) {
                let order = order % shop.0.len();
                later = later.plus_millis(seconds * SECOND);
                shop.0[order] = later;
            }
        });
        let now = later.plus_millis(SECOND);
        let (_, next) = shop.sweep(cursor, now, |_, _| {});
        let changed: BTreeSet<usize> = (0..shop.0.len()).filter(|&order| shop.0[order] >= NOW).collect();
        prop_assert!(changed.is_subset(&next), "{changed:?} {next:?}");
        seen.extend(next);
        prop_assert_eq!(seen.len(), shop.0.len());
    }
}

#[test]
fn an_update_is_named_by_its_content() {
    let update = |number: &str| OrderUpdate {
        order_id: "1".into(),
        facts: Some(OrderFacts {
            number: number.into(),
            ..OrderFacts::default()
        }),
        ..OrderUpdate::default()
    };
    let name = |number: &str| found(update(number)).unwrap().delivery_id;
    assert_eq!(name("1042"), name("1042"));
    assert_ne!(name("1042"), name("1043"));
    let endless = OrderUpdate {
        order_id: "1".repeat(1_000),
        ..OrderUpdate::default()
    };
    assert!(found(endless).is_err());
}

#[test]
fn clock_texts_are_what_shops_write() {
    for (millis, text) in [
        (0, "1970-01-01T00:00:00"),
        (1_797_602_521_999, "2026-12-18T14:02:01"),
        (i64::MAX, "1970-01-01T00:00:00"),
    ] {
        assert_eq!(clock_text(Timestamp(millis)), text);
    }
}
