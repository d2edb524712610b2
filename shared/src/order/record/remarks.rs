//! What a shop says of an order without describing it: that money went back, that it was deleted.
//!
//! Such a remark may come before or after the descriptions that it belongs between. It is kept,
//! and completes each description that is older than itself; a later one knows better.

use crate::order::{Order, OrderFacts, Refund, Remarks};
use crate::time::Timestamp;

impl Order {
    /// Takes in remarks. Answers whether anything changed.
    pub(super) fn take_remarks(&mut self, told: Remarks) -> bool {
        let held = self.remarks;
        self.remarks = Remarks {
            refunded_at: held.refunded_at.max(told.refunded_at),
            deleted_at: held.deleted_at.max(told.deleted_at),
        };
        if let Some(facts) = &mut self.facts {
            self.remarks.complete(facts);
        }
        self.remarks != held
    }
}

impl Remarks {
    /// Adds to a description what was said after it.
    pub(super) fn complete(self, facts: &mut OrderFacts) {
        let described_at = facts.updated_at;
        let later = |at: Option<Timestamp>| at.filter(|&at| at > described_at);
        if facts.refund == Refund::None && later(self.refunded_at).is_some() {
            facts.refund = Refund::Partial;
        }
        facts.cancelled_at = facts.cancelled_at.or(later(self.deleted_at));
    }
}
