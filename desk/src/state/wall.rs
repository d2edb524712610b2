//! How it stands at the desk at this moment, for leads.

use shared::protocol::desk::CaseSummary;
use shared::protocol::promise::Promise;
use shared::routing::{Presence, places};
use shared::time::Timestamp;

use super::clocks::waiting_since;
use super::{DeskState, Tab};

/// The figures of the wall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wall {
    /// How many wait for a human who nobody has yet,
    pub waiting: usize,
    /// whether even more do, of whom nothing is known here,
    pub more_wait: bool,
    /// of them the VIP cell's,
    pub vip: usize,
    /// and since when the first of them has waited.
    pub longest: Option<Timestamp>,
    /// How many cases are past the time within which they were to be served.
    pub overdue: usize,
    /// How many cases have a promise that is due today or was broken,
    pub promised: usize,
    /// and how many of them one that was broken.
    pub broken: usize,
    /// How many agents are there,
    pub here: usize,
    /// and how many of those are given cases.
    pub ready: usize,
    /// How many cases those who are there hold,
    pub held: u32,
    /// of how many that they can hold.
    pub capacity: u32,
}

impl DeskState {
    /// The wall as it is now.
    pub fn wall(&self, now: Timestamp) -> Wall {
        let waiting = places(self.cases.values());
        let here = || {
            let team = self.team.iter();
            team.filter(|mate| mate.presence != Presence::Away)
        };
        let is_over = |case: &&CaseSummary| self.clocks(case).iter().any(|clock| clock.due <= now);
        let broken = |case: &&CaseSummary| case.promises.iter().any(Promise::is_broken);
        Wall {
            waiting: waiting.len(),
            more_wait: self.has_more(Tab::Waiting),
            vip: waiting
                .iter()
                .filter(|(case, _)| !case.triage.vip.is_empty())
                .count(),
            longest: waiting
                .iter()
                .filter_map(|(case, _)| waiting_since(case))
                .min(),
            overdue: self.cases.values().filter(is_over).count(),
            promised: self.count(Tab::Promised, now),
            broken: self.cases.values().filter(broken).count(),
            here: here().count(),
            ready: here()
                .filter(|mate| mate.presence == Presence::Ready)
                .count(),
            held: here().map(|mate| mate.open).sum(),
            capacity: here().map(|mate| u32::from(mate.profile.capacity)).sum(),
        }
    }
}
