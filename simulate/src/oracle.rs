//! Judges what was told by what was true and what had been said. It knows nothing of how the
//! watch decides, only what shoppers may rely on.

use shared::notice::NoticeKind;
use shared::season::Zone;
use shared::time::{Day, Timestamp};
use shared::tracking::{IncidentReason, Status};

use crate::Story;
use crate::calendar::{CHRISTMAS_EVE, DAY, HOUR, at, day, day_of};
use crate::run::Told;
use crate::sources::{Heard, Said};
use crate::truth::{Moment, Passage};

/// How many findings are kept to be shown.
const SHOWN: usize = 20;
/// What was known at this minute of Christmas Eve, half past eight, was known in time.
const KNOWN_BY_MINUTE: u32 = 20 * 60 + 30;
/// The minutes of the day outside of which only what happens at the door is told.
const WAKING_MINUTES: std::ops::Range<u32> = 8 * 60..21 * 60;

/// What shoppers may rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Nothing is called delivered that is not.
    NoFalseDelivery,
    /// Nothing is told twice.
    NothingTwice,
    /// Who can know that a present will be late knows it by Christmas Eve.
    EveryDeadlineWarned,
    /// Every handing over that is heard of in time is told.
    EveryDeliveryTold,
    /// Nights are quiet.
    QuietNights,
    /// A secret stays one, and nothing is told of what was called off.
    Discretion,
}

impl Promise {
    /// All of them, with the name of a breach.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::NoFalseDelivery, "false \"delivered\""),
        (Self::NothingTwice, "notices told twice"),
        (Self::EveryDeadlineWarned, "missed deadline warnings"),
        (Self::EveryDeliveryTold, "deliveries not told"),
        (Self::QuietNights, "notices in the night"),
        (Self::Discretion, "secrets or cancelled orders told"),
    ];
}

/// A promise that was broken.
#[derive(Clone, Debug)]
pub struct Breach {
    /// Which one.
    pub promise: Promise,
    /// Of which order.
    pub order: u64,
    /// How.
    pub how: String,
}

/// What the oracle says.
#[derive(Default)]
pub struct Verdict {
    /// Promises that were broken, by their place in [`Promise::ALL`].
    pub broken: [u64; 6],
    /// The first of them.
    pub shown: Vec<Breach>,
    /// Presents that were late for Christmas Eve.
    pub late_presents: u64,
    /// Warnings of a deadline.
    pub warnings: u64,
    /// Warnings of parcels that made it after all.
    pub vain_warnings: u64,
}

impl Verdict {
    /// Whether every promise was kept.
    pub fn is_clean(&self) -> bool {
        self.broken.iter().all(|&count| count == 0)
    }

    /// Adds what is said of one more order.
    pub fn add(&mut self, judgment: Judgment) {
        for breach in judgment.breaches {
            let place = Promise::ALL
                .iter()
                .position(|(promise, _)| *promise == breach.promise);
            self.broken[place.unwrap_or_default()] += 1;
            if self.shown.len() < SHOWN {
                self.shown.push(breach);
            }
        }
        self.late_presents += judgment.late_presents;
        self.warnings += judgment.warnings;
        self.vain_warnings += judgment.vain_warnings;
    }
}

/// What the oracle says of one order.
#[derive(Default)]
pub struct Judgment {
    /// Promises that were broken.
    pub breaches: Vec<Breach>,
    late_presents: u64,
    warnings: u64,
    vain_warnings: u64,
}

/// Judges what was told of an order.
pub fn judge(story: &Story, told: &[Told]) -> Judgment {
    let mut judge = Judge {
        story,
        told,
        judgment: Judgment::default(),
    };
    judge.words();
    judge.unsent();
    for (place, passage) in story.truth.parcels.iter().enumerate() {
        judge.repetition(passage);
        judge.handing_over(place, passage);
        judge.deadline(place, passage);
    }
    judge.judgment
}

struct Judge<'a> {
    story: &'a Story,
    told: &'a [Told],
    judgment: Judgment,
}

impl<'a> Judge<'a> {
    fn breach(&mut self, promise: Promise, how: String) {
        self.judgment.breaches.push(Breach {
            promise,
            order: self.story.number,
            how,
        });
    }

    /// What holds for each notice by itself.
    fn words(&mut self) {
        let truth = &self.story.truth;
        for (place, told) in self.told.iter().enumerate() {
            let at_the_door = matches!(
                told.kind,
                NoticeKind::OutForDelivery | NoticeKind::Delivered
            );
            let minute = Zone::default().minute_of_day(told.at);
            if !at_the_door && !WAKING_MINUTES.contains(&minute) {
                self.breach(
                    Promise::QuietNights,
                    format!("{} at minute {minute}", told.key),
                );
            }
            if self.told[..place]
                .iter()
                .any(|before| before.key == told.key)
            {
                self.breach(Promise::NothingTwice, told.key.clone());
            }
            let cancelled = self.shop_said(told.at, |update| {
                let facts = update.facts.as_ref();
                facts.is_some_and(|facts| facts.cancelled_at.is_some())
            });
            if cancelled || (truth.secret && !told.items.is_empty()) {
                self.breach(Promise::Discretion, told.key.clone());
            }
        }
    }

    fn told_of(&self, passage: &'a Passage) -> impl Iterator<Item = &'a Told> + use<'a> {
        let told = self.told.iter();
        told.filter(|told| told.parcels.contains(&passage.number))
    }

    /// Nothing is told more often than it happened.
    fn repetition(&mut self, passage: &'a Passage) {
        for kind in NoticeKind::ALL {
            let told = self
                .told_of(passage)
                .filter(|told| told.kind == kind)
                .count();
            let most = most_told(kind, passage);
            if told > most {
                let how = format!("{} {} times of {}", kind.name(), told, passage.number);
                self.breach(Promise::NothingTwice, how);
            }
        }
        let days: Vec<&Day> = self
            .told_of(passage)
            .filter(|told| matches!(told.kind, NoticeKind::Delayed | NoticeKind::Sooner))
            .filter_map(|told| told.day.as_ref())
            .collect();
        if days.windows(2).any(|pair| pair[0] == pair[1]) {
            let how = format!("one day after itself of {}", passage.number);
            self.breach(Promise::NothingTwice, how);
        }
    }

    fn handing_over(&mut self, place: usize, passage: &'a Passage) {
        let told_at: Vec<Timestamp> = self
            .told_of(passage)
            .filter(|told| told.kind == NoticeKind::Delivered)
            .map(|told| told.at)
            .collect();
        let delivered_at = passage.delivered_at();
        if let Some(at) = told_at.first()
            && delivered_at.is_none_or(|delivered_at| *at < delivered_at)
        {
            self.breach(Promise::NoFalseDelivery, passage.number.clone());
        }
        let known_at = self.known_at(place, |moment| moment.status == Status::Delivered);
        if let (Some(delivered_at), Some(known_at)) = (delivered_at, known_at)
            && self.story.truth.cancelled_at.is_none()
            && known_at.millis_since(delivered_at) < 3 * DAY - HOUR
            && known_at < at(&day(crate::calendar::END_DAY), 0)
            && told_at.is_empty()
        {
            self.breach(Promise::EveryDeliveryTold, passage.number.clone());
        }
    }

    fn deadline(&mut self, place: usize, passage: &'a Passage) {
        let christmas_eve = day(CHRISTMAS_EVE);
        let made_it = passage
            .within_reach_at()
            .is_some_and(|at| day_of(at) <= christmas_eve);
        let warned = self.is_warned(|told| told.parcels.contains(&passage.number));
        self.judgment.warnings += u64::from(warned);
        self.judgment.vain_warnings += u64::from(warned && made_it);
        if !self.story.truth.present || made_it || self.story.truth.cancelled_at.is_some() {
            return;
        }
        self.judgment.late_presents += 1;
        let told_worse = self.told_of(passage).any(|told| {
            matches!(
                told.kind,
                NoticeKind::PresumedLost | NoticeKind::Returning | NoticeKind::Returned
            )
        });
        let for_all = self.is_warned(|told| told.parcels.is_empty());
        if self.is_hopeless(place, passage) && !warned && !for_all && !told_worse {
            self.breach(Promise::EveryDeadlineWarned, passage.number.clone());
        }
    }

    /// Whether sources had said by the evening of Christmas Eve where the parcel was, and that was
    /// neither at the point nor on its round.
    fn is_hopeless(&self, place: usize, passage: &Passage) -> bool {
        let christmas_eve = day(CHRISTMAS_EVE);
        let by = at(&christmas_eve, KNOWN_BY_MINUTE);
        if !self.is_sent(place, by) || !self.is_described(by) {
            return false;
        }
        let last_known = self
            .heard_of(place)
            .filter(|(heard, _)| heard.at <= by)
            .map(|(_, upto)| upto)
            .max();
        last_known.is_some_and(|upto| {
            let moment = &passage.moments[upto];
            let on_round = moment.status == Status::OutForDelivery;
            !(on_round && day_of(moment.at) == christmas_eve)
        })
    }

    /// An order of which nothing was sent is late as well.
    fn unsent(&mut self) {
        let truth = &self.story.truth;
        let by = at(&day(CHRISTMAS_EVE), KNOWN_BY_MINUTE);
        let sent = (0..truth.parcels.len()).any(|place| self.is_sent(place, by));
        if !truth.present || truth.cancelled_at.is_some() || sent || !self.is_described(by) {
            return;
        }
        self.judgment.late_presents += u64::from(truth.parcels.is_empty());
        if !self.is_warned(|told| told.parcels.is_empty()) {
            let how = "nothing was sent".to_owned();
            self.breach(Promise::EveryDeadlineWarned, how);
        }
    }

    fn is_warned(&self, of: impl Fn(&Told) -> bool) -> bool {
        let christmas_eve = day(CHRISTMAS_EVE);
        self.told.iter().any(|told| {
            told.kind == NoticeKind::WillMissDeadline
                && of(told)
                && day_of(told.at) <= christmas_eve
        })
    }

    /// Whether the shop had described the order by a time.
    fn is_described(&self, by: Timestamp) -> bool {
        self.shop_said(by, |update| update.facts.is_some())
    }

    /// Whether the shop had named a parcel by a time.
    fn is_sent(&self, place: usize, by: Timestamp) -> bool {
        let number = &self.story.truth.parcels[place].number;
        self.shop_said(by, |update| {
            let named = update
                .shipments
                .iter()
                .flat_map(|shipment| &shipment.parcels);
            named.into_iter().any(|parcel| parcel.number == *number)
        })
    }

    fn shop_said(&self, by: Timestamp, what: impl Fn(&shared::order::OrderUpdate) -> bool) -> bool {
        let heard = self.story.heard.iter().filter(|heard| heard.at <= by);
        heard.into_iter().any(|heard| match &heard.said {
            Said::Shop(update) => what(update),
            Said::Carrier { .. } => false,
        })
    }

    /// What carriers' sources said of a parcel, and up to which moment of its way.
    fn heard_of(&self, place: usize) -> impl Iterator<Item = (&'a Heard, usize)> + use<'a> {
        self.story
            .heard
            .iter()
            .filter_map(move |heard| match heard.said {
                Said::Carrier { parcel, upto, .. } if parcel == place => Some((heard, upto)),
                _ => None,
            })
    }

    /// When it was first known, by the shop's word and a carrier's, that something had happened
    /// to a parcel.
    fn known_at(&self, place: usize, is_it: impl Fn(&Moment) -> bool) -> Option<Timestamp> {
        let passage = &self.story.truth.parcels[place];
        let heard_at = self
            .heard_of(place)
            .find(|(_, upto)| is_it(&passage.moments[*upto]))
            .map(|(heard, _)| heard.at)?;
        let shop_at = self.story.heard.iter().map(|heard| heard.at);
        shop_at
            .filter(|&at| self.is_described(at) && self.is_sent(place, at))
            .min()
            .map(|named_at| named_at.max(heard_at))
    }
}

/// How often a kind may be told of a parcel, by what happened to it.
fn most_told(kind: NoticeKind, passage: &Passage) -> usize {
    let status = |wanted: Status| passage.count(|moment| moment.status == wanted);
    let point_changes = passage.count(|moment| {
        matches!(
            moment.reason,
            Some(
                IncidentReason::PointClosed
                    | IncidentReason::PointFull
                    | IncidentReason::PointMoved
            )
        )
    });
    match kind {
        NoticeKind::OutForDelivery => status(Status::OutForDelivery),
        NoticeKind::DeliveryAttempted => status(Status::DeliveryAttempted),
        NoticeKind::ReadyForPickup => 1 + point_changes,
        NoticeKind::PickupPointChanged => point_changes,
        NoticeKind::PickupReminder => 2,
        // Days may move with every word, a stall ends with every scan, and a loss with one.
        NoticeKind::Delayed
        | NoticeKind::Sooner
        | NoticeKind::Late
        | NoticeKind::Stalled
        | NoticeKind::PresumedLost
        | NoticeKind::Found => passage.moments.len(),
        NoticeKind::Shipped
        | NoticeKind::Delivered
        | NoticeKind::NotHandedOver
        | NoticeKind::WillMissDeadline
        | NoticeKind::CustomsHold
        | NoticeKind::AddressProblem
        | NoticeKind::Damaged
        | NoticeKind::Returning
        | NoticeKind::Returned => 1,
    }
}
