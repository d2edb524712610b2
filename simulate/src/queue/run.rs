//! The day, moment by moment.

use std::collections::{BTreeSet, VecDeque};

use shared::routing::{Level, OnDuty, QueueRules, Waiting, assign, next_overflow};
use shared::time::Timestamp;

use super::day::{Agent, Case, Day, NEWCOMER_FACTOR, OPENS};

const HOUR: i64 = 3_600_000;

/// How cases are given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The oldest to whoever is free: who has most room, and of those who was given none for longest.
    FirstComeFirstServed,
    /// The same but for the last rule: of those with most room, who was given one last. What differs
    /// between the two is chance.
    FirstComeByChance,
    /// As [`shared::routing`] says.
    Routed,
}

/// How long each case waited, in milliseconds, in the order of the day's cases.
pub type Waits = Vec<i64>;

/// What an agent does now.
struct Busy<'a> {
    agent: &'a Agent,
    open: u32,
    vips_in_a_row: u32,
    given_at: Timestamp,
}

struct Desk<'a> {
    day: &'a Day,
    way: Way,
    team: Vec<Busy<'a>>,
    /// Who waits, by number, oldest first.
    waiting: VecDeque<usize>,
    /// When which agent ends a case.
    ends: BTreeSet<(i64, usize, usize)>,
    /// When cases go to more agents.
    looks: BTreeSet<i64>,
    waits: Waits,
}

/// Runs the day. Every case is taken in the end.
pub fn run(day: &Day, way: Way) -> Waits {
    let mut desk = Desk {
        day,
        way,
        team: day.team.iter().map(Busy::new).collect(),
        waiting: VecDeque::new(),
        ends: BTreeSet::new(),
        looks: day.team.iter().map(|agent| agent.from).collect(),
        waits: vec![0; day.cases.len()],
    };
    let mut next_case = 0;
    while let Some(now) = desk.next_moment(next_case) {
        while let Some(case) = day.cases.get(next_case).filter(|case| case.at <= now) {
            debug_assert!(case.at >= i64::from(OPENS) * HOUR);
            desk.waiting.push_back(next_case);
            next_case += 1;
        }
        desk.end_cases(now);
        desk.give(now);
    }
    desk.waits
}

impl<'a> Busy<'a> {
    fn new(agent: &'a Agent) -> Self {
        Self {
            agent,
            open: 0,
            vips_in_a_row: 0,
            given_at: Timestamp(0),
        }
    }
}

impl Desk<'_> {
    fn next_moment(&self, next_case: usize) -> Option<i64> {
        let arrival = self.day.cases.get(next_case).map(|case| case.at);
        let end = self.ends.first().map(|(at, ..)| *at);
        let look = self.looks.first().copied();
        [arrival, end, look].into_iter().flatten().min()
    }

    fn end_cases(&mut self, now: i64) {
        while let Some((at, agent, case)) = self.ends.first().copied() {
            if at > now {
                break;
            }
            self.ends.remove(&(at, agent, case));
            self.team[agent].open -= 1;
        }
        self.looks.retain(|at| *at > now);
    }

    fn give(&mut self, now: i64) {
        match self.way {
            Way::FirstComeFirstServed | Way::FirstComeByChance => self.give_the_oldest(now),
            Way::Routed => self.give_as_routed(now),
        }
    }

    fn give_the_oldest(&mut self, now: i64) {
        while let Some(case) = self.waiting.front().copied() {
            let free = (0..self.team.len())
                .filter(|agent| self.is_there(*agent, now))
                .filter(|agent| self.team[*agent].open < capacity(&self.team[*agent]))
                .min_by_key(|agent| {
                    let busy = &self.team[*agent];
                    let turn = match self.way {
                        Way::FirstComeByChance => -busy.given_at.0,
                        Way::FirstComeFirstServed | Way::Routed => busy.given_at.0,
                    };
                    (busy.open, turn)
                });
            let Some(agent) = free else {
                return;
            };
            self.waiting.pop_front();
            self.begin(case, agent, now);
        }
    }

    fn give_as_routed(&mut self, now: i64) {
        let rules = QueueRules::default();
        let at = Timestamp(now);
        let cases: Vec<(usize, &Case)> = self
            .waiting
            .iter()
            .map(|number| (*number, &self.day.cases[*number]))
            .collect();
        let waiting: Vec<Waiting<'_>> = cases.iter().map(|(_, case)| waiting(case)).collect();
        let present: Vec<usize> = (0..self.team.len())
            .filter(|agent| self.is_there(*agent, now))
            .collect();
        let on_duty: Vec<OnDuty<'_>> = present
            .iter()
            .map(|agent| on_duty(&self.team[*agent]))
            .collect();
        let given = assign(&waiting, &on_duty, &rules, false, at);
        if let Some(overflow) = next_overflow(&waiting, &rules, at) {
            self.looks.insert(overflow.0);
        }
        let pairs: Vec<(usize, usize, bool)> = given
            .iter()
            .filter_map(|given| {
                let (case, _) = cases
                    .iter()
                    .find(|(_, case)| case.contact == given.contact)?;
                let agent = present
                    .iter()
                    .find(|agent| self.team[**agent].agent.id == given.agent)?;
                Some((*case, *agent, given.vip))
            })
            .collect();
        for (case, agent, vip) in pairs {
            self.waiting.retain(|waiting| *waiting != case);
            let busy = &mut self.team[agent];
            busy.vips_in_a_row = if vip { busy.vips_in_a_row + 1 } else { 0 };
            self.begin(case, agent, now);
        }
    }

    /// Whether an agent's shift goes on. The last shift stays until nobody waits.
    fn is_there(&self, agent: usize, now: i64) -> bool {
        let agent = self.team[agent].agent;
        let last = self.day.team.iter().map(|agent| agent.until).max();
        now >= agent.from && (now < agent.until || Some(agent.until) == last)
    }

    fn begin(&mut self, case: usize, agent: usize, now: i64) {
        let busy = &mut self.team[agent];
        busy.open += 1;
        busy.given_at = Timestamp(now);
        let drawn = &self.day.cases[case];
        self.waits[case] = now - drawn.at;
        let ends = now + handling(drawn, busy.agent);
        self.ends.insert((ends, agent, case));
    }
}

fn waiting(case: &Case) -> Waiting<'_> {
    Waiting {
        contact: &case.contact,
        since: Timestamp(case.at),
        language: case.language,
        triage: &case.triage,
    }
}

fn on_duty<'a>(busy: &Busy<'a>) -> OnDuty<'a> {
    OnDuty {
        agent: &busy.agent.id,
        profile: &busy.agent.profile,
        open: busy.open,
        vips_in_a_row: busy.vips_in_a_row,
        given_at: busy.given_at,
    }
}

fn capacity(busy: &Busy<'_>) -> u32 {
    u32::from(busy.agent.profile.capacity)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn handling(case: &Case, agent: &Agent) -> i64 {
    match agent.profile.level {
        Level::Newcomer => (case.handling as f64 * NEWCOMER_FACTOR) as i64,
        Level::Regular | Level::Expert => case.handling,
    }
}
