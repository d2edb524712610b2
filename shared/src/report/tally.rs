//! Counts the facts of a site, shopper by shopper, into a report.

use std::collections::BTreeMap;

use super::concern::{Concern, Settler};
use super::matters::{Ending, matters};
use super::prevented::{Told, kept_quiet};
use crate::protocol::desk::HandoffReason;
use crate::protocol::rating::Rating;
use crate::protocol::report::{Figures, Line, NoticeLine, ReasonLine, Report};
use crate::routing::{Level, Topic};
use crate::season::Zone;
use crate::time::{Day, Timestamp};

/// Which days a report covers, and when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day, at the shop.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Where the shop's days begin.
    pub zone: Zone,
    /// When the report is made.
    pub now: Timestamp,
}

/// What is known of one shopper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What the shopper came with, with the level of the agent.
    pub concerns: Vec<(Concern, Option<Level>)>,
    /// What the shopper was told.
    pub told: Vec<Told>,
    /// What the shopper was promised.
    pub owed: Vec<Owed>,
}

/// A promise that is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The number of the event that made it.
    pub id: u64,
    /// The last day that counted.
    pub by: Day,
    /// Whether it was kept in time.
    pub kept: bool,
}

/// What is counted so far.
#[derive(Debug)]
pub struct Tally {
    span: Span,
    total: Group,
    days: BTreeMap<String, Group>,
    topics: BTreeMap<String, Group>,
    carriers: BTreeMap<String, Group>,
    levels: BTreeMap<String, Group>,
    reasons: BTreeMap<&'static str, u32>,
    notices: BTreeMap<&'static str, (u32, u32)>,
}

/// Figures, and the waits of which a median is yet to be found.
#[derive(Debug, Default)]
struct Group {
    figures: Figures,
    waits: Vec<u32>,
}

/// Where something is counted.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    day: Option<&'a Day>,
    topic: Option<Topic>,
    carrier: Option<&'a str>,
    level: Option<Level>,
}

impl Span {
    fn has(&self, day: &Day) -> bool {
        (&self.from..=&self.to).contains(&day)
    }
}

impl Tally {
    /// Nothing is counted yet.
    pub fn new(span: Span) -> Self {
        Self {
            span,
            total: Group::default(),
            days: BTreeMap::new(),
            topics: BTreeMap::new(),
            carriers: BTreeMap::new(),
            levels: BTreeMap::new(),
            reasons: BTreeMap::new(),
            notices: BTreeMap::new(),
        }
    }

    /// Counts a shopper's facts. Those from outside the days tell only what became of those inside.
    pub fn add(&mut self, mut facts: Facts) {
        // Who signed in brought older ones along, under later numbers.
        facts.concerns.sort_by_key(|(concern, _)| concern.opened_at);
        let (concerns, levels): (Vec<Concern>, Vec<Option<Level>>) =
            facts.concerns.into_iter().unzip();
        for (concern, level) in concerns.iter().zip(&levels) {
            self.count_concern(concern, *level);
        }
        for matter in matters(&concerns, self.span.now) {
            let (concern, level) = (&concerns[matter.first], levels[matter.first]);
            if matter.ending == Ending::Undecided {
                continue;
            }
            self.count(concern, level, |group| {
                group.figures.matters += 1;
                group.figures.first_contact += u32::from(matter.ending == Ending::FirstContact);
            });
        }
        for told in &facts.told {
            self.count_told(told, &concerns);
        }
        for owed in &facts.owed {
            self.count_owed(owed, &concerns, &levels);
        }
    }

    /// The report.
    pub fn report(self) -> Report {
        let mut reasons: Vec<ReasonLine> = self
            .reasons
            .into_iter()
            .map(|(key, contacts)| ReasonLine {
                key: key.to_owned(),
                contacts,
            })
            .collect();
        reasons.sort_by_key(|line| std::cmp::Reverse(line.contacts));
        let mut notices: Vec<NoticeLine> = self
            .notices
            .into_iter()
            .map(|(key, (told, quiet))| NoticeLine {
                key: key.to_owned(),
                told,
                quiet,
            })
            .collect();
        notices.sort_by_key(|line| std::cmp::Reverse(line.told));
        Report {
            from: self.span.from,
            to: self.span.to,
            total: self.total.figures(),
            days: lines(self.days),
            topics: by_frequency(lines(self.topics)),
            carriers: by_frequency(lines(self.carriers)),
            levels: by_frequency(lines(self.levels)),
            reasons,
            notices,
        }
    }

    fn count_concern(&mut self, concern: &Concern, level: Option<Level>) {
        let ending = concern.ending(self.span.now);
        let by_bot = ending.is_some_and(|end| end.by != Settler::Agent) && concern.handed.is_none();
        let answered = concern.handed.as_ref().and_then(|handed| {
            let waited = handed.answered_at?.millis_since(handed.at) / 1_000;
            Some(u32::try_from(waited).unwrap_or(0))
        });
        let is_vip = concern.handed.as_ref().is_some_and(|handed| handed.vip);
        let counted = self.count(concern, level, |group| {
            let figures = &mut group.figures;
            figures.contacts += 1;
            figures.by_bot += u32::from(by_bot);
            figures.vip += u32::from(is_vip);
            group.waits.extend(answered);
            match concern.rating {
                Some(Rating::Good) => figures.good += 1,
                Some(Rating::Fair) => figures.fair += 1,
                Some(Rating::Bad) => figures.bad += 1,
                None => {}
            }
            match concern.score {
                Some(9..) => figures.promoters += 1,
                Some(7 | 8) => figures.passives += 1,
                Some(_) => figures.detractors += 1,
                None => {}
            }
        });
        if let Some(handed) = concern.handed.as_ref().filter(|_| counted) {
            *self.reasons.entry(reason_name(handed.reason)).or_default() += 1;
        }
    }

    fn count_told(&mut self, told: &Told, concerns: &[Concern]) {
        let day = self.span.zone.day_of(told.at);
        let Some(quiet) = kept_quiet(told, concerns, self.span.now).filter(|_| self.span.has(&day))
        else {
            return;
        };
        let quiet = u32::from(quiet);
        let place = Place {
            day: Some(&day),
            carrier: told.carrier.as_deref(),
            ..Place::default()
        };
        self.at(place, |group| {
            group.figures.told += 1;
            group.figures.quiet += quiet;
        });
        let (all, kept) = self.notices.entry(told.notice.name()).or_default();
        *all += 1;
        *kept += quiet;
    }

    /// A promise counts on its day, and with the concern during which it was made.
    fn count_owed(&mut self, owed: &Owed, concerns: &[Concern], levels: &[Option<Level>]) {
        if !self.span.has(&owed.by) {
            return;
        }
        let begun = |place: &usize| concerns[*place].id <= owed.id;
        let during = (0..concerns.len())
            .filter(begun)
            .max_by_key(|place| concerns[*place].id);
        let place = Place {
            day: Some(&owed.by),
            topic: during.map(|place| concerns[place].topic),
            carrier: during.and_then(|place| concerns[place].carrier.as_deref()),
            level: during.and_then(|place| levels[place]),
        };
        self.at(place, |group| {
            group.figures.kept += u32::from(owed.kept);
            group.figures.broken += u32::from(!owed.kept);
        });
    }

    /// Counts something with a concern. Says whether the concern is of these days.
    fn count(
        &mut self,
        concern: &Concern,
        level: Option<Level>,
        change: impl Fn(&mut Group),
    ) -> bool {
        let day = self.span.zone.day_of(concern.opened_at);
        if !self.span.has(&day) {
            return false;
        }
        let place = Place {
            day: Some(&day),
            topic: Some(concern.topic),
            carrier: concern.carrier.as_deref(),
            level,
        };
        self.at(place, change);
        true
    }

    fn at(&mut self, place: Place<'_>, change: impl Fn(&mut Group)) {
        change(&mut self.total);
        let groups = [
            (&mut self.days, place.day.map(Day::as_str)),
            (&mut self.topics, place.topic.map(Topic::name)),
            (&mut self.carriers, place.carrier),
            (&mut self.levels, place.level.map(Level::name)),
        ];
        for (groups, key) in groups {
            let Some(key) = key else { continue };
            change(groups.entry(key.to_owned()).or_default());
        }
    }
}

impl Group {
    fn figures(mut self) -> Figures {
        self.waits.sort_unstable();
        Figures {
            answered: u32::try_from(self.waits.len()).unwrap_or(u32::MAX),
            answer_median: ranked(&self.waits, 50),
            answer_p90: ranked(&self.waits, 90),
            ..self.figures
        }
    }
}

/// The value that so many percent of the sorted ones do not exceed.
fn ranked(sorted: &[u32], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

fn lines(groups: BTreeMap<String, Group>) -> Vec<Line> {
    let line = |(key, group): (String, Group)| Line {
        key,
        figures: group.figures(),
    };
    groups.into_iter().map(line).collect()
}

fn by_frequency(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| std::cmp::Reverse(line.figures.contacts));
    lines
}

fn reason_name(reason: HandoffReason) -> &'static str {
    match reason {
        HandoffReason::Requested => "requested",
        HandoffReason::NotUnderstood => "not_understood",
        HandoffReason::Incident => "incident",
        HandoffReason::Reopened => "reopened",
        HandoffReason::Action => "action",
    }
}
