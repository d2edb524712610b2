//! Who is given which case.

use super::profile::{Channel, Level, Profile};
use super::triage::Triage;
use super::{QueueRules, before};
use crate::ids::{AgentId, ContactId};
use crate::language::Language;
use crate::time::Timestamp;

/// How many cases of the VIP cell an agent is given in a row while another case waits.
pub const VIPS_IN_A_ROW: u32 = 3;

/// How long a case of the VIP cell waits for one of the cell before another agent may have it, in
/// milliseconds. An expert with three cases at once is free again after a few minutes, four of
/// them after one.
const EXPERT_WAIT_MILLIS: i64 = 60_000;

/// A case that waits.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'a> {
    /// Whose.
    pub contact: &'a ContactId,
    /// Since when.
    pub since: Timestamp,
    /// The shopper's language.
    pub language: Language,
    /// What it is.
    pub triage: &'a Triage,
}

/// An agent who is there to be given cases.
#[derive(Clone, Copy, Debug)]
pub struct OnDuty<'a> {
    /// Who.
    pub agent: &'a AgentId,
    /// What the agent can do.
    pub profile: &'a Profile,
    /// How many cases the agent holds.
    pub open: u32,
    /// How many cases of the VIP cell the agent was given since the last other one.
    pub vips_in_a_row: u32,
    /// When the agent was last given a case.
    pub given_at: Timestamp,
}

/// A case for an agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Whose case.
    pub contact: ContactId,
    /// For whom.
    pub agent: AgentId,
    /// Whether it is one of the VIP cell.
    pub vip: bool,
}

/// Gives the cases that wait to the agents who may have them and have room. `mail_helps` says
/// whether agents of the mail are given chats today.
pub fn assign(
    waiting: &[Waiting<'_>],
    on_duty: &[OnDuty<'_>],
    rules: &QueueRules,
    mail_helps: bool,
    now: Timestamp,
) -> Vec<Assignment> {
    let mut left: Vec<Waiting<'_>> = waiting.to_vec();
    left.sort_by(before);
    let mut team: Vec<OnDuty<'_>> = on_duty
        .iter()
        .filter(|agent| agent.profile.channel == Channel::Chat || mail_helps)
        .copied()
        .collect();
    let mut given = Vec::new();
    // One case at a time, since each changes who has room.
    while let Some((case, agent)) = next_pair(&left, &team, rules, now) {
        let case = left.remove(case);
        let agent = &mut team[agent];
        let vip = is_vip(&case);
        agent.open += 1;
        agent.given_at = now;
        agent.vips_in_a_row = if vip { agent.vips_in_a_row + 1 } else { 0 };
        given.push(Assignment {
            contact: case.contact.clone(),
            agent: agent.agent.clone(),
            vip,
        });
    }
    given
}

/// When a case that waits goes to more agents than now, if one ever does.
pub fn next_overflow(
    waiting: &[Waiting<'_>],
    rules: &QueueRules,
    now: Timestamp,
) -> Option<Timestamp> {
    waiting
        .iter()
        .flat_map(|case| {
            let expert = is_vip(case).then_some(EXPERT_WAIT_MILLIS);
            [Some(rules.overflow_millis()), expert]
                .into_iter()
                .flatten()
                .map(|wait| case.since.plus_millis(wait))
        })
        .filter(|at| *at > now)
        .min()
}

/// The first case for which an agent is free, and the best of those, by their places.
fn next_pair(
    left: &[Waiting<'_>],
    team: &[OnDuty<'_>],
    rules: &QueueRules,
    now: Timestamp,
) -> Option<(usize, usize)> {
    if !team.iter().any(has_room) {
        return None;
    }
    let duty = Duty {
        left,
        rules,
        team,
        now,
    };
    left.iter().enumerate().find_map(|(place, case)| {
        let best = team
            .iter()
            .enumerate()
            .filter(|(_, agent)| duty.may_be_given(agent, case))
            .min_by_key(|(_, agent)| preference(agent, case))?;
        Some((place, best.0))
    })
}

/// What decides, beside the two, whether an agent may be given a case.
struct Duty<'a> {
    left: &'a [Waiting<'a>],
    rules: &'a QueueRules,
    team: &'a [OnDuty<'a>],
    now: Timestamp,
}

impl Duty<'_> {
    fn may_be_given(&self, agent: &OnDuty<'_>, case: &Waiting<'_>) -> bool {
        if !has_room(agent) || !self.is_fit(agent, case) {
            return false;
        }
        // Whoever has had enough of the VIP cell is given another case first, if one waits.
        let another_waits = || {
            self.left
                .iter()
                .any(|other| !is_vip(other) && self.is_fit(agent, other))
        };
        !(is_vip(case) && agent.vips_in_a_row >= VIPS_IN_A_ROW && another_waits())
    }

    /// Whether an agent can do what a case needs.
    fn is_fit(&self, agent: &OnDuty<'_>, case: &Waiting<'_>) -> bool {
        let profile = agent.profile;
        let overdue = self.is_overdue(case);
        if !speaks(agent, case) && (!overdue || self.is_spoken(case)) {
            return false;
        }
        match profile.level {
            Level::Newcomer if !case.triage.simple => false,
            Level::Regular if is_vip(case) => !self.expert_may_come(case),
            Level::Expert if is_vip(case) => true,
            Level::Newcomer | Level::Regular | Level::Expert => {
                overdue || profile.skills.contains(&case.triage.topic)
            }
        }
    }

    /// Whether anybody on duty speaks a case's language.
    fn is_spoken(&self, case: &Waiting<'_>) -> bool {
        self.team.iter().any(|agent| speaks(agent, case))
    }

    /// Whether a case still waits for one of the VIP cell: not for long, and only where one who
    /// speaks its language is on duty. No place is kept free for the cell, since its cases come
    /// first wherever one gets free.
    fn expert_may_come(&self, case: &Waiting<'_>) -> bool {
        self.now.millis_since(case.since) < EXPERT_WAIT_MILLIS
            && self
                .team
                .iter()
                .any(|agent| agent.profile.level == Level::Expert && speaks(agent, case))
    }

    fn is_overdue(&self, case: &Waiting<'_>) -> bool {
        self.now.millis_since(case.since) >= self.rules.overflow_millis()
    }
}

/// Who is asked first, the lowest: for the VIP cell the best, else the newest who may; then who
/// has most room, then who was given nothing for longest.
fn preference<'a>(
    agent: &OnDuty<'a>,
    case: &Waiting<'_>,
) -> (
    Option<Level>,
    std::cmp::Reverse<u32>,
    Timestamp,
    &'a AgentId,
) {
    let level = agent.profile.level;
    let rank = if is_vip(case) {
        // `None` comes before any level.
        (level != Level::Expert).then_some(level)
    } else {
        Some(level)
    };
    let room = std::cmp::Reverse(capacity(agent).saturating_sub(agent.open));
    (rank, room, agent.given_at, agent.agent)
}

fn speaks(agent: &OnDuty<'_>, case: &Waiting<'_>) -> bool {
    agent.profile.languages.contains(&case.language)
}

fn has_room(agent: &OnDuty<'_>) -> bool {
    agent.open < capacity(agent)
}

fn capacity(agent: &OnDuty<'_>) -> u32 {
    u32::from(agent.profile.capacity)
}

fn is_vip(case: &Waiting<'_>) -> bool {
    !case.triage.vip.is_empty()
}
