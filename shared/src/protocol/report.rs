//! The desk's report: what `GET /desk/report?from=&to=` answers.

use serde::{Deserialize, Serialize};

use crate::time::Day;

/// The most days that a report covers.
pub const MAX_DAYS: i64 = 92;

/// How the shop's service did between two days, both of them included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The first day, at the shop.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// All of it.
    pub total: Figures,
    /// By day, in order; a day on which nothing happened is left out.
    pub days: Vec<Line>,
    /// By what shoppers came with, the most frequent first.
    pub topics: Vec<Line>,
    /// By who carried the parcel, where that is known.
    pub carriers: Vec<Line>,
    /// By how far the agent has come, where a human answered.
    pub levels: Vec<Line>,
    /// Why concerns came to humans.
    pub reasons: Vec<ReasonLine>,
    /// What each kind of notice prevented.
    pub notices: Vec<NoticeLine>,
}

/// The figures of one day, topic, carrier or level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which: a day, a name as in JSON, a carrier's name. Foreign text.
    pub key: String,
    /// Its figures.
    pub figures: Figures,
}

/// How often concerns came to humans for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonLine {
    /// The reason's name, as in JSON.
    pub key: String,
    /// How many concerns.
    pub contacts: u32,
}

/// What a kind of notice prevented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeLine {
    /// The kind's name, as in JSON.
    pub key: String,
    /// How often it was told, and three days have passed since.
    pub told: u32,
    /// How often the shopper then had nothing to ask.
    pub quiet: u32,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// Concerns that shoppers came with.
    pub contacts: u32,
    /// Those that never came to a human, and are settled.
    pub by_bot: u32,
    /// Those of the VIP cell.
    pub vip: u32,
    /// Matters of which is known how many contacts they took,
    pub matters: u32,
    /// and those that took one.
    pub first_contact: u32,
    /// Ratings: well done,
    pub good: u32,
    /// so-so,
    pub fair: u32,
    /// badly done.
    pub bad: u32,
    /// Who would recommend the shop: 9 or 10,
    pub promoters: u32,
    /// 7 or 8,
    pub passives: u32,
    /// 6 or less.
    pub detractors: u32,
    /// Promises that were kept in time,
    pub kept: u32,
    /// and those that were not.
    pub broken: u32,
    /// Concerns that a human has answered.
    pub answered: u32,
    /// Half of them waited at most so many seconds for it,
    pub answer_median: Option<u32>,
    /// and nine tenths so many.
    pub answer_p90: Option<u32>,
    /// Notices that were told, and three days have passed since.
    pub told: u32,
    /// Those whose shopper then had nothing to ask.
    pub quiet: u32,
}

impl Figures {
    /// The share of concerns that never came to a human, in percent.
    pub fn by_bot_share(&self) -> Option<u32> {
        share(self.by_bot, self.contacts)
    }

    /// The share of matters that took one contact, in percent.
    pub fn first_contact_share(&self) -> Option<u32> {
        share(self.first_contact, self.matters)
    }

    /// The share of ratings that are good, in percent.
    pub fn satisfied_share(&self) -> Option<u32> {
        share(self.good, self.good + self.fair + self.bad)
    }

    /// Promoters less detractors, in percent of those who said: from -100 to 100.
    pub fn net_promoters(&self) -> Option<i32> {
        let all = i64::from(self.promoters) + i64::from(self.passives) + i64::from(self.detractors);
        let net = i64::from(self.promoters) - i64::from(self.detractors);
        let half = if net < 0 { -all } else { all } / 2;
        let percent = (net * 100 + half).checked_div(all)?;
        i32::try_from(percent).ok()
    }

    /// The share of promises that were kept, in percent.
    pub fn kept_share(&self) -> Option<u32> {
        share(self.kept, self.kept + self.broken)
    }

    /// The share of notices that left nothing to ask, in percent.
    pub fn quiet_share(&self) -> Option<u32> {
        share(self.quiet, self.told)
    }
}

/// A share in whole percent, rounded; `None` of nothing.
pub fn share(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let percent = (part * 100 + whole / 2).checked_div(whole)?;
    u32::try_from(percent).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_what_is_known_and_rounded() {
        assert_eq!(share(1, 3), Some(33));
        assert_eq!(share(2, 3), Some(67));
        assert_eq!(share(0, 0), None);
        assert_eq!(share(u32::MAX, u32::MAX), Some(100));
    }

    #[test]
    fn net_promoters_are_those_who_recommend_less_those_who_do_not() {
        let net = |promoters, passives, detractors| {
            let figures = Figures {
                promoters,
                passives,
                detractors,
                ..Figures::default()
            };
            figures.net_promoters()
        };
        assert_eq!(net(0, 0, 0), None);
        assert_eq!(net(2, 0, 0), Some(100));
        assert_eq!(net(0, 0, 3), Some(-100));
        assert_eq!(net(1, 0, 2), Some(-33));
        assert_eq!(net(2, 0, 1), Some(33));
        assert_eq!(net(0, 5, 0), Some(0));
    }
}
