//! Virtual time: the watch hears what is said, and looks when it hears or had asked to.

use std::collections::BTreeSet;

use shared::ids::OrderKey;
use shared::notice::NoticeKind;
use shared::order::Order;
use shared::time::{Day, Timestamp};
use shared::tracking::TrackingUpdate;
use shared::watch::{Setting, look};

use crate::Story;
use crate::calendar::{END_DAY, at, day};
use crate::sources::{Heard, Said};

/// A notice as it was told.
#[derive(Clone, Debug)]
pub struct Told {
    /// When.
    pub at: Timestamp,
    /// Under which key.
    pub key: String,
    /// What.
    pub kind: NoticeKind,
    /// Of which parcels.
    pub parcels: Vec<String>,
    /// About which day.
    pub day: Option<Day>,
    /// What the order holds, as far as the notice names it.
    pub items: Vec<String>,
}

/// Lets a story happen, and answers what was told until the end of the season.
///
/// # Panics
/// If the watch asks to look again at a time that is not to come.
pub fn run(story: &Story, setting: &Setting) -> Vec<Told> {
    let end = at(&day(END_DAY), 0);
    let key = OrderKey(format!("shop:{}", story.number));
    let mut office = Office::default();
    let mut marks = BTreeSet::new();
    let mut told = Vec::new();
    let mut heard = story.heard.iter().peekable();
    let mut wake_at = None;
    loop {
        let next_heard = heard.peek().map(|heard| heard.at);
        let now = match [wake_at, next_heard].into_iter().flatten().min() {
            Some(now) if now < end => now,
            _ => return told,
        };
        while let Some(heard) = heard.next_if(|heard| heard.at <= now) {
            office.hear(heard);
        }
        let look = look(&key, &office.order, &mut marks, now, setting);
        assert!(
            look.wake_at.is_none_or(|at| at > now),
            "order {}",
            story.number
        );
        wake_at = look.wake_at;
        told.extend(look.notices.into_iter().map(|notice| {
            Told {
                at: now,
                key: notice.key,
                kind: notice.kind,
                parcels: notice.parcels,
                day: notice.day,
                items: notice
                    .order
                    .items
                    .into_iter()
                    .map(|item| item.title)
                    .collect(),
            }
        }));
    }
}

/// An order, and the letterbox for what carriers say of numbers that the shop has yet to name.
#[derive(Default)]
struct Office<'a> {
    order: Order,
    letterbox: Vec<&'a TrackingUpdate>,
}

impl<'a> Office<'a> {
    fn hear(&mut self, heard: &'a Heard) {
        match &heard.said {
            Said::Shop(update) => {
                self.order.apply_order((**update).clone(), heard.at);
                for update in std::mem::take(&mut self.letterbox) {
                    self.deliver(update, heard.at);
                }
            }
            Said::Carrier { update, .. } => self.deliver(update, heard.at),
        }
    }

    fn deliver(&mut self, update: &'a TrackingUpdate, heard_at: Timestamp) {
        let mut parcels = self.order.parcels.iter();
        if parcels.any(|parcel| parcel.number == update.number) {
            self.order.apply_tracking(update, heard_at);
        } else {
            self.letterbox.push(update);
        }
    }
}
