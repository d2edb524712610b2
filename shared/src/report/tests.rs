//! The report as tables: which facts, which figures.

mod figures;
mod matters;
mod sheet;

use super::*;
use crate::ids::OrderKey;
use crate::notice::NoticeKind;
use crate::protocol::desk::HandoffReason;
use crate::protocol::rating::Rating;
use crate::routing::{Level, Topic};
use crate::time::Day;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// 2026-12-01T00:00:00Z.
const START: Timestamp = Timestamp(1_796_083_200_000);

fn at(millis: i64) -> Timestamp {
    START.plus_millis(millis)
}

/// A concern that opened at a time and that a human settled an hour later.
fn concern(opened: i64) -> Concern {
    Concern {
        settled: Some(Settled {
            at: at(opened + HOUR),
            by: Settler::Agent,
        }),
        ..open(opened)
    }
}

/// A concern that the bot has.
fn open(opened: i64) -> Concern {
    Concern {
        id: u64::try_from(opened / HOUR).unwrap() + 1,
        opened_at: at(opened),
        reopens: false,
        topic: Topic::Delivery,
        order: None,
        carrier: None,
        heard_at: at(opened),
        handed: None,
        agent: None,
        settled: None,
        solved_at: None,
        rating: None,
        score: None,
    }
}

fn order(name: &str) -> OrderKey {
    OrderKey(name.into())
}

fn told(hours: i64, of: &str) -> Told {
    Told {
        seq: u64::try_from(hours).unwrap() + 1_000,
        at: at(hours * HOUR),
        notice: NoticeKind::Delayed,
        order: order(of),
        carrier: Some("Colissimo".into()),
    }
}
