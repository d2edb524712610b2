//! What the shop says beside its descriptions, before and after them.

use super::*;
use crate::order::{Refund, Remarks};

fn described(at: i64) -> OrderUpdate {
    update(Some(facts(PLACED + at)), Vec::new())
}

fn remark(remarks: Remarks) -> OrderUpdate {
    OrderUpdate {
        remarks,
        ..update(None, Vec::new())
    }
}

fn refunded(at: i64) -> OrderUpdate {
    remark(Remarks {
        refunded_at: Some(Timestamp(PLACED + at)),
        ..Remarks::default()
    })
}

fn deleted(at: i64) -> OrderUpdate {
    remark(Remarks {
        deleted_at: Some(Timestamp(PLACED + at)),
        ..Remarks::default()
    })
}

/// What the order says after updates in either order, which must be the same.
fn after(updates: [OrderUpdate; 2]) -> OrderFacts {
    let folded = |updates: &[OrderUpdate]| {
        let mut order = Order::default();
        for update in updates {
            order.apply_order(update.clone(), HEARD);
        }
        order.facts.unwrap()
    };
    let facts = folded(&updates);
    let [first, second] = updates;
    assert_eq!(folded(&[second, first]), facts);
    facts
}

#[test]
fn money_that_went_back_after_the_description_is_at_least_a_part() {
    for (refunded_at, refund) in [(6, Refund::Partial), (5, Refund::None), (4, Refund::None)] {
        let facts = after([described(5), refunded(refunded_at)]);
        assert_eq!(facts.refund, refund, "{refunded_at}");
    }
    let mut whole = described(5);
    whole.facts.as_mut().unwrap().refund = Refund::Full;
    assert_eq!(after([whole, refunded(6)]).refund, Refund::Full);
}

#[test]
fn dw18_a_deleted_order_is_cancelled_until_it_is_described_anew() {
    assert_eq!(
        after([described(5), deleted(6)]).cancelled_at,
        Some(Timestamp(PLACED + 6))
    );
    assert_eq!(after([described(7), deleted(6)]).cancelled_at, None);

    let mut cancelled = described(5);
    cancelled.facts.as_mut().unwrap().cancelled_at = Some(Timestamp(PLACED + 2));
    assert_eq!(
        after([cancelled, deleted(6)]).cancelled_at,
        Some(Timestamp(PLACED + 2))
    );
}

#[test]
fn a_repeated_remark_or_description_changes_nothing() {
    let mut order = Order::default();
    for update in [described(5), refunded(6)] {
        assert!(order.apply_order(update, HEARD));
    }
    for update in [described(5), refunded(6), refunded(3)] {
        assert!(!order.apply_order(update, HEARD));
    }
    assert_eq!(order.version, 2);
}
