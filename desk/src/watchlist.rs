//! What the page of parcels at risk shows, and what it asks the edge next.
//!
//! Pure: a wish or an answer goes in, the list changes, and a [`Question`] comes out where the
//! edge has to be asked. The list on the screen is replaced at once, by as many lines as it had,
//! so that nothing moves away while it is read again.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use shared::protocol::parcels::{Risk, RiskPage, RiskyParcel};
use shared::time::Timestamp;

/// How old the list may become while somebody looks at it, in milliseconds.
pub const OLD_WHILE_SEEN_MILLIS: i64 = 60_000;

/// How old it may be when somebody comes back to the desk, in milliseconds.
pub const OLD_ON_RETURN_MILLIS: i64 = 5_000;

/// A list longer than this is read again only when somebody asks for it: it takes many pages.
const MOST_READ_AGAIN: usize = 200;

/// What the edge is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The risk; `None` for all of them.
    pub risk: Option<Risk>,
    /// Where the page begins; `None` for the first one.
    pub after: Option<String>,
    /// Which reading it belongs to: an answer to an earlier one is dropped.
    reading: u32,
}

/// Whether the edge is being asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The list is as it was told.
    #[default]
    Told,
    /// It is being read.
    Reading {
        /// The lines so far.
        gathered: Vec<RiskyParcel>,
        /// How many there are to be, if the edge has as many.
        wanted: usize,
    },
    /// It could not be read.
    Failed,
}

/// The list of parcels at risk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watchlist {
    /// Which risk is shown; `None` for all of them.
    pub filter: Option<Risk>,
    /// How many lines each risk has.
    pub counts: BTreeMap<Risk, u32>,
    /// The lines.
    pub parcels: Vec<RiskyParcel>,
    /// When the lines were told; `None` until then.
    pub told_at: Option<Timestamp>,
    /// Whether the edge is being asked.
    pub phase: Phase,
    next: Option<String>,
    asked_at: Option<Timestamp>,
    reading: u32,
}

impl Watchlist {
    /// How many lines a filter has.
    pub fn count(&self, filter: Option<Risk>) -> u32 {
        match filter {
            Some(risk) => self.counts.get(&risk).copied().unwrap_or(0),
            None => self.counts.values().sum(),
        }
    }

    /// Whether there are lines beyond those that are shown.
    pub fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// Whether the edge is being asked.
    pub fn is_reading(&self) -> bool {
        matches!(self.phase, Phase::Reading { .. })
    }

    /// Shows one risk, or all of them.
    pub fn show(&mut self, filter: Option<Risk>, now: Timestamp) -> Question {
        self.filter = filter;
        self.parcels.clear();
        self.next = None;
        self.told_at = None;
        self.refresh(now)
    }

    /// Reads the list again, as far as it is shown.
    pub fn refresh(&mut self, now: Timestamp) -> Question {
        let wanted = match &self.phase {
            Phase::Reading { wanted, .. } => *wanted,
            Phase::Told | Phase::Failed => 1,
        };
        let wanted = wanted.max(self.parcels.len());
        self.read(Vec::new(), None, wanted, now)
    }

    /// Whether the list should be read again, since it was last asked for so long ago.
    pub fn is_older_than(&self, millis: i64, now: Timestamp) -> bool {
        let young = |at: Timestamp| now.millis_since(at) < millis;
        let too_long = self.parcels.len() > MOST_READ_AGAIN;
        !too_long && !self.asked_at.is_some_and(young)
    }

    /// Reads the page after the last line that is shown.
    pub fn more(&mut self, now: Timestamp) -> Option<Question> {
        let after = self.next.clone().filter(|_| !self.is_reading())?;
        let gathered = self.parcels.clone();
        let wanted = gathered.len() + 1;
        Some(self.read(gathered, Some(after), wanted, now))
    }

    /// Takes an answer. What comes out is the question for the page that follows.
    pub fn told(
        &mut self,
        question: &Question,
        page: RiskPage,
        now: Timestamp,
    ) -> Option<Question> {
        if question.reading != self.reading {
            return None;
        }
        let Phase::Reading { gathered, wanted } = &mut self.phase else {
            return None;
        };
        let moved = |line: &RiskyParcel| gathered.iter().any(|known| is_same(known, line));
        let fresh: Vec<_> = page
            .parcels
            .into_iter()
            .filter(|line| !moved(line))
            .collect();
        let goes_on = page.next.is_some() && !fresh.is_empty();
        gathered.extend(fresh);
        self.counts = page.counts;
        if goes_on && gathered.len() < *wanted {
            return Some(Question {
                after: page.next,
                ..question.clone()
            });
        }
        self.parcels = std::mem::take(gathered);
        self.next = page.next.filter(|_| goes_on);
        self.told_at = Some(now);
        self.phase = Phase::Told;
        None
    }

    /// Notes that a question has no answer.
    pub fn failed(&mut self, question: &Question) {
        if question.reading == self.reading {
            self.phase = Phase::Failed;
        }
    }

    fn read(
        &mut self,
        gathered: Vec<RiskyParcel>,
        after: Option<String>,
        wanted: usize,
        now: Timestamp,
    ) -> Question {
        self.reading += 1;
        self.asked_at = Some(now);
        self.phase = Phase::Reading { gathered, wanted };
        Question {
            risk: self.filter,
            after,
            reading: self.reading,
        }
    }
}

/// Whether two lines are of one risk of one parcel: between two pages a line may move.
pub fn is_same(one: &RiskyParcel, other: &RiskyParcel) -> bool {
    (one.risk, &one.order, &one.parcel) == (other.risk, &other.order, &other.parcel)
}
