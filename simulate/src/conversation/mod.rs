//! A conversation under everything that may go wrong, in virtual time, on the native core.
//!
//! One contact's object ([`object`]), and three who observe it ([`observer`]): a shopper's two tabs
//! and an agent. They write; what they send ([`wire`]) is lost, doubled, overtaken; the object
//! crashes before and after it commits, or forgets what it had in memory, or is erased; clocks jump
//! by a day; each side meets frames of versions that it doesn't know. Now and then everything heals,
//! and all must see one history: without a gap, what was acknowledged in it once, under its number.
//!
//! One number makes it all happen again in the same way.

mod object;
mod observer;
mod wire;

use fastrand::Rng;
use shared::ids::OrderKey;
use shared::order::OrderView;
use shared::protocol::widget::{Event, ShopperEvent};
use shared::time::Timestamp;

use object::{Object, Said, seen_by};
use observer::{Observer, Role};

/// 2026-12-23T08:00:00Z.
const START: Timestamp = Timestamp(1_798_012_800_000);

/// How far a clock may jump, in milliseconds.
const JUMP: i64 = 24 * 3_600_000;

/// How many things happen between two looks at the whole.
const ROUND: u64 = 250;

/// How many looks a world lives to see.
const ROUNDS: u64 = 16;

/// How many exchanges it may take until all is quiet once nothing goes wrong any more.
const HEALING: usize = 1_000;

/// How many breaches are enough to look into.
const ENOUGH: usize = 10;

/// What became of a run.
#[derive(Default, Debug)]
pub struct Outcome {
    /// What happened.
    pub steps: u64,
    /// Commands that were acknowledged.
    pub acked: u64,
    /// Events that were committed.
    pub events: u64,
    /// Crashes, and losses of memory.
    pub crashes: u64,
    /// What must not have been, with the seed that makes it happen again.
    pub breaches: Vec<String>,
}

/// What becomes of the object while it has a frame in hand.
enum Fate {
    Lives,
    DiesBefore,
    DiesAfter,
}

/// Runs so many steps, in worlds of their own, one after the other, each of the next seed.
pub fn simulate(steps: u64, seed: u64) -> Outcome {
    let mut outcome = Outcome::default();
    let mut seed = seed;
    while outcome.steps < steps && outcome.breaches.len() < ENOUGH {
        if let Err(how) = World::new(seed).live(&mut outcome, steps) {
            outcome.breaches.push(format!("seed {seed}: {how}"));
        }
        seed = seed.wrapping_add(1);
    }
    outcome
}

/// A contact and its observers.
struct World {
    rng: Rng,
    now: Timestamp,
    object: Object,
    observers: [Observer; 3],
    crashes: u64,
    /// How many events were committed and erased.
    erased: u64,
}

impl World {
    fn new(seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            now: START,
            object: Object::new(1),
            observers: [
                Observer::new(0, Role::Shopper),
                Observer::new(1, Role::Shopper),
                Observer::new(2, Role::Agent),
            ],
            crashes: 0,
            erased: 0,
        }
    }

    fn live(&mut self, outcome: &mut Outcome, steps: u64) -> Result<(), String> {
        for _ in 0..ROUNDS {
            for _ in 0..ROUND {
                outcome.steps += 1;
                self.happen()?;
            }
            self.heal()?;
            self.judge()?;
            if outcome.steps >= steps {
                break;
            }
        }
        outcome.acked += self.observers.iter().map(Observer::acked).sum::<u64>();
        outcome.events += self.erased + self.object.committed().len() as u64;
        outcome.crashes += self.crashes;
        Ok(())
    }

    /// Lets one thing happen, or go wrong.
    fn happen(&mut self) -> Result<(), String> {
        self.now = self.now.plus_millis(self.rng.i64(0..2_000));
        let who = self.rng.usize(0..self.observers.len());
        let (now, rng) = (self.clock_of(who), &mut self.rng);
        let observer = &mut self.observers[who];
        match rng.u32(0..1_000) {
            0 if rng.u32(0..10) == 0 => self.erase(),
            1..=9 => self.now = self.now.plus_millis(self.rng.i64(-JUMP..=JUMP)),
            10..=14 => self.crash(),
            15..=29 => self.forget(),
            30..=39 => observer.wire.cut(),
            40..=49 => observer.reload(now),
            50..=59 => observer.wire.lose(rng),
            60..=79 => observer.wire.double(rng),
            80..=99 => observer.wire.swap(rng),
            100..=119 => self.tell_order(),
            120..=219 => observer.write(rng, now),
            220..=319 => observer.connect(rng),
            320..=659 => self.pass_to_edge(who),
            _ => return observer.hear(rng, now),
        }
        Ok(())
    }

    /// Everybody's clock is wrong in a way of its own.
    fn clock_of(&self, who: usize) -> Timestamp {
        self.now.plus_millis([0, JUMP, -JUMP][who])
    }

    /// The object loses what it had in memory; sockets outlive that.
    fn forget(&mut self) {
        self.crashes += 1;
        self.object.forget();
    }

    /// The object dies, and its sockets with it.
    fn crash(&mut self) {
        self.forget();
        for observer in &mut self.observers {
            observer.wire.cut();
        }
    }

    /// The contact is erased: whoever comes back finds another history.
    fn erase(&mut self) {
        self.crash();
        self.erased += self.object.committed().len() as u64;
        self.object.erase();
        for observer in &mut self.observers {
            observer.forget_ledger();
        }
    }

    /// An order tells how it stands: late, again, in any order.
    fn tell_order(&mut self) {
        let version = self.rng.u64(1..1_000);
        let events = self.object.tell(order(version), self.now);
        self.show(&events, None);
    }

    /// A frame reaches the object, which may die over it.
    fn pass_to_edge(&mut self, who: usize) {
        let fate = match self.rng.u32(0..100) {
            0 => Fate::DiesBefore,
            1 => Fate::DiesAfter,
            _ => Fate::Lives,
        };
        self.deliver(who, &fate);
    }

    fn deliver(&mut self, who: usize, fate: &Fate) {
        let role = self.observers[who].role;
        let Some(frame) = self.observers[who].wire.next_to_edge() else {
            return;
        };
        if matches!(fate, Fate::DiesBefore) {
            return self.crash();
        }
        let Said { answers, events } = self.object.take(role, &frame, self.now);
        if matches!(fate, Fate::DiesAfter) {
            return self.crash();
        }
        for answer in &answers {
            push(&mut self.observers[who], &mut self.rng, answer);
        }
        self.show(&events, (role == Role::Shopper).then_some(who));
    }

    /// Shows events to everybody but the one who has them with the acknowledgement.
    fn show(&mut self, events: &[Event], but: Option<usize>) {
        if events.is_empty() {
            return;
        }
        for (who, observer) in self.observers.iter_mut().enumerate() {
            if Some(who) != but {
                let events = seen_by(observer.role, events);
                let more = false;
                push(
                    observer,
                    &mut self.rng,
                    &ShopperEvent::Events { events, more },
                );
            }
        }
    }

    /// Lets nothing go wrong any more until nobody waits for anything.
    fn heal(&mut self) -> Result<(), String> {
        for observer in &mut self.observers {
            observer.wire.cut();
        }
        for _ in 0..HEALING {
            for who in 0..self.observers.len() {
                self.now = self.now.plus_millis(1_000);
                let now = self.clock_of(who);
                self.observers[who].connect(&mut self.rng);
                self.observers[who].insist(&mut self.rng, now);
                while !self.observers.iter().all(|other| other.wire.is_empty()) {
                    for who in 0..self.observers.len() {
                        self.deliver(who, &Fate::Lives);
                        let now = self.clock_of(who);
                        self.observers[who].hear(&mut self.rng, now)?;
                    }
                }
            }
            if self.observers.iter().all(Observer::is_content) {
                return Ok(());
            }
        }
        Err("it never became quiet".to_owned())
    }

    /// Compares what everybody has with what was committed.
    fn judge(&self) -> Result<(), String> {
        for (event, seq) in self.object.committed().iter().zip(1..) {
            if event.seq != seq {
                return Err(format!("event {seq} has the number {}", event.seq));
            }
        }
        for observer in &self.observers {
            observer.agrees_with(&self.object)?;
        }
        Ok(())
    }
}

fn push(observer: &mut Observer, rng: &mut Rng, frame: &ShopperEvent) {
    let text = serde_json::to_string(frame).unwrap_or_default();
    observer.wire.push_to_client(rng, &text);
}

fn order(version: u64) -> OrderView {
    OrderView {
        key: OrderKey("shop:1".to_owned()),
        number: "#1042".to_owned(),
        placed_at: START,
        cancelled: false,
        items: Vec::new(),
        secret: false,
        parcels: Vec::new(),
        version,
    }
}
