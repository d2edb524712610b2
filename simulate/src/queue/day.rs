//! What is assumed of the day: who writes when and about what, who is there, how long it takes.

use fastrand::Rng;
use shared::ids::{AgentId, ContactId};
use shared::language::Language;
use shared::routing::{Level, Profile, Topic, Triage, VipReason};

/// Arrivals an hour, from 8:00 on.
pub const ARRIVALS: [u32; 12] = [70, 110, 140, 150, 125, 105, 130, 145, 145, 135, 105, 60];

/// The hour at which the desk opens.
pub const OPENS: u32 = 8;

/// Of a hundred cases, how many are about what, and how long one holds a slot on average, in
/// minutes.
pub const TOPICS: [(Topic, u32, f64); 6] = [
    (Topic::Delivery, 46, 11.0),
    (Topic::Pickup, 14, 9.0),
    (Topic::Return, 8, 15.0),
    (Topic::Refund, 10, 17.0),
    (Topic::Product, 12, 8.0),
    (Topic::Other, 10, 12.0),
];

/// Of a hundred cases, how many are the VIP cell's.
pub const VIPS: u32 = 6;

/// How much longer one of those takes.
pub const VIP_FACTOR: f64 = 1.4;

/// Of a hundred shoppers, how many write in English.
pub const ENGLISH: u32 = 8;

/// Of a hundred cases about a simple topic, how many are not simple: an incident, an angry word.
pub const NOT_SIMPLE: u32 = 12;

/// How much longer a newcomer takes.
pub const NEWCOMER_FACTOR: f64 = 1.25;

/// How many cases every agent holds at once.
pub const CAPACITY: u8 = 3;

/// The shifts: how many agents of which level, from which hour to which.
pub const SHIFTS: [(Level, u32, u32, u32); 6] = [
    (Level::Expert, 2, 8, 16),
    (Level::Expert, 2, 12, 20),
    (Level::Regular, 3, 8, 15),
    (Level::Regular, 3, 13, 20),
    (Level::Newcomer, 3, 9, 17),
    (Level::Newcomer, 2, 11, 20),
];

const MINUTE: f64 = 60_000.0;
const HOUR: i64 = 3_600_000;

/// A case of the day.
pub struct Case {
    /// Whose.
    pub contact: ContactId,
    /// When it comes, in milliseconds since midnight.
    pub at: i64,
    /// The shopper's language.
    pub language: Language,
    /// What it is.
    pub triage: Triage,
    /// How long it holds a slot of an agent who is no newcomer, in milliseconds.
    pub handling: i64,
}

/// An agent of the day.
pub struct Agent {
    /// Who.
    pub id: AgentId,
    /// What the agent can do.
    pub profile: Profile,
    /// When the shift begins, in milliseconds since midnight,
    pub from: i64,
    /// and when it ends: cases that are held are ended, no more are given. Those whose shift ends
    /// with the day stay until nobody waits.
    pub until: i64,
}

/// The day as it was drawn.
pub struct Day {
    /// The cases, by time.
    pub cases: Vec<Case>,
    /// The agents.
    pub team: Vec<Agent>,
}

impl Day {
    /// Draws a day.
    pub fn draw(load: f64, seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut cases = Vec::new();
        for (hour, arrivals) in (OPENS..).zip(ARRIVALS) {
            let mean = f64::from(arrivals) * load;
            let mut at = 0.0;
            loop {
                // Arrivals know nothing of each other: the time between two is exponential.
                at += -rng.f64().max(f64::MIN_POSITIVE).ln() / mean;
                if at >= 1.0 {
                    break;
                }
                let begins = i64::from(hour) * HOUR;
                cases.push(Case::draw(
                    cases.len(),
                    begins + millis(at * 60.0),
                    &mut rng,
                ));
            }
        }
        Self {
            cases,
            team: team(),
        }
    }
}

impl Case {
    fn draw(number: usize, at: i64, rng: &mut Rng) -> Self {
        let (topic, mean) = draw_topic(rng);
        let vip = rng.u32(0..100) < VIPS;
        let simple = !vip && topic.is_simple() && rng.u32(0..100) >= NOT_SIMPLE;
        // From half the mean to one and a half, and for every eighth case twice as long.
        let stretch = if rng.u32(0..8) == 0 { 2.0 } else { 1.0 };
        let factor = if vip { VIP_FACTOR } else { 1.0 };
        Self {
            contact: ContactId(format!("case-{number:05}")),
            at,
            language: if rng.u32(0..100) < ENGLISH {
                Language::English
            } else {
                Language::French
            },
            triage: Triage {
                topic,
                vip: if vip {
                    vec![VipReason::DeadlineAtRisk]
                } else {
                    Vec::new()
                },
                simple,
                ..Triage::default()
            },
            handling: millis(mean * (0.5 + rng.f64()) * stretch * factor * 8.0 / 9.0),
        }
    }
}

fn draw_topic(rng: &mut Rng) -> (Topic, f64) {
    let mut drawn = rng.u32(0..100);
    for (topic, share, minutes) in TOPICS {
        if drawn < share {
            return (topic, minutes);
        }
        drawn -= share;
    }
    (Topic::Other, TOPICS[5].2)
}

fn team() -> Vec<Agent> {
    let mut team = Vec::new();
    for (level, count, from, until) in SHIFTS {
        for number in 0..count {
            team.push(Agent {
                id: AgentId(format!("{level:?}-{from:02}-{number}")),
                profile: Profile {
                    level,
                    capacity: CAPACITY,
                    ..Profile::default()
                },
                from: i64::from(from) * HOUR,
                until: i64::from(until) * HOUR,
            });
        }
    }
    team
}

#[allow(clippy::cast_possible_truncation)]
fn millis(minutes: f64) -> i64 {
    (minutes * MINUTE) as i64
}
