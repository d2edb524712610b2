//! The parcel simulator: what shop platforms and tracking services tell Grelot about the shop's
//! orders, by themselves or at the push of a button.

mod action;
pub mod api;
pub mod asked;
pub mod autoplay;
#[cfg(test)]
pub mod fixtures;
mod mischief;
mod numbers;
mod order;
mod people;
mod placing;
mod platforms;
mod point;
mod seal;
mod sender;
mod step;
mod story;
mod trackers;
mod tracking_number;
mod view;
mod webhook;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

pub use action::{Action, Refusal};
pub use numbers::Numbers;
pub use order::{Line, NewOrder, Order, Voices, Wishes};
pub use people::Customer;
pub use sender::Sender;
pub use story::Story;
pub use view::OrderView;
pub use webhook::Hooks;

use crate::catalog::Catalog;
use crate::clock;
use crate::config::DemoFile;
use asked::Questions;
use platforms::Platform;
use step::Step;
use story::Beginning;
use trackers::Tracker;
use webhook::Webhook;

/// Who orders first, and who speaks of it: the three cover what most visitors want to see.
const OPENING: [(&str, Voices); 3] = [
    (
        "camille",
        Voices {
            platform: Platform::Shopify,
            tracker: Tracker::Easypost,
        },
    ),
    (
        "noe",
        Voices {
            platform: Platform::Woocommerce,
            tracker: Tracker::Standard,
        },
    ),
    (
        "ines",
        Voices {
            platform: Platform::Prestashop,
            tracker: Tracker::Aftership,
        },
    ),
];

/// The orders of this run and the way to Grelot.
pub struct Simulator {
    hooks: Hooks,
    /// Whether La Poste answers Grelot.
    laposte_answers: bool,
    sender: Sender,
    questions: Questions,
    numbers: Mutex<Numbers>,
    orders: Mutex<Vec<Order>>,
    /// Time between two steps; `None` when nothing moves by itself.
    pace: Option<Duration>,
    paused: AtomicBool,
}

impl Simulator {
    /// A simulator without orders.
    pub fn new(demo: &DemoFile, numbers: Numbers, sender: Sender, pace: Option<Duration>) -> Self {
        let (numbers, orders) = (Mutex::new(numbers), Mutex::default());
        Self {
            hooks: Hooks::of(demo),
            laposte_answers: demo.api_keys.laposte.is_some(),
            sender,
            questions: Questions::default(),
            numbers,
            orders,
            pace,
            paused: AtomicBool::new(false),
        }
    }

    /// Places the three orders that every run starts with.
    pub fn tell_opening_story(&self, catalog: &Catalog) -> anyhow::Result<()> {
        for (key, voices) in OPENING {
            let (customer, story) = Customer::by_key(key).expect("the three are known");
            let order = past_order(catalog, customer, story, Beginning::Recent);
            let voices = Some(voices).filter(|voices| self.can_speak(*voices));
            self.place(NewOrder {
                voices: voices.unwrap_or_default(),
                ..order
            })?;
        }
        Ok(())
    }

    /// Takes an order in and tells Grelot.
    pub fn place(&self, new: NewOrder) -> anyhow::Result<Order> {
        self.place_begun(new, Beginning::Recent)
    }

    /// Takes an order in with all that had happened to it, and tells Grelot. One with a past waits
    /// for a visitor to move it.
    fn place_begun(&self, new: NewOrder, beginning: Beginning) -> anyhow::Result<Order> {
        let number = self
            .numbers
            .lock()
            .expect("no thread panics while counting")
            .take()?;
        let mut order = Order::place(number, new);
        order.by_hand = beginning != Beginning::Recent;
        let platform = order.voices.platform;
        let hook = self.hooks.get(platform.name());
        let placed = hook.map(|hook| platform.placed(hook, &order));
        let mut orders = self.orders();
        let past: Vec<Webhook> = beginning
            .past(clock::now())
            .into_iter()
            .flat_map(|(step, at)| {
                order.take(step, at);
                self.told(&order, step)
            })
            .collect();
        orders.push(order.clone());
        for webhook in placed.into_iter().chain(past) {
            self.sender.send(webhook);
        }
        Ok(order)
    }

    /// Gives a customer a new order when none of theirs moves by itself, so that a visitor who
    /// signs in late still has a parcel to follow. Does nothing when nothing moves by itself.
    pub fn keep_moving(&self, catalog: &Catalog, customer: &Customer) -> anyhow::Result<()> {
        let moving = self
            .orders()
            .iter()
            .any(|o| o.customer.id == customer.id && o.moves_by_itself());
        if moving || self.pace.is_none() {
            return Ok(());
        }
        let customer = customer.clone();
        self.place(past_order(
            catalog,
            customer,
            Story::Late,
            Beginning::Recent,
        ))
        .map(drop)
    }

    /// Keeps an order from moving by itself, or lets it go again; `None` when there is none.
    fn hold(&self, number: u32, by_hand: bool) -> Option<Order> {
        let mut orders = self.orders();
        let order = orders.iter_mut().find(|order| order.number == number)?;
        order.by_hand = by_hand;
        Some(order.clone())
    }

    /// The order that the shop suggests to ask for: one on its way if there is one.
    pub fn sample(&self) -> Option<Order> {
        let orders = self.orders();
        let camille = Customer::camille().id;
        let mut hers = orders.iter().filter(|order| order.customer.id == camille);
        let moving = hers.clone().find(|order| !order.is_over());
        moving
            .or_else(|| hers.next_back())
            .or_else(|| orders.last())
            .cloned()
    }

    /// A customer's orders, newest first.
    pub fn orders_of(&self, customer: u64) -> Vec<OrderView> {
        let orders = self.orders();
        orders
            .iter()
            .rev()
            .filter(|o| o.customer.id == customer)
            .map(OrderView::of)
            .collect()
    }

    /// The platforms that may speak here.
    fn platforms(&self) -> impl Iterator<Item = Platform> {
        Platform::ALL
            .into_iter()
            .filter(|platform| self.hooks.get(platform.name()).is_some())
    }

    /// The tracking services that may speak here, or be asked.
    fn trackers(&self) -> impl Iterator<Item = Tracker> {
        Tracker::ALL.into_iter().filter(|tracker| {
            if tracker.is_asked() {
                self.laposte_answers
            } else {
                self.hooks.get(tracker.name()).is_some()
            }
        })
    }

    fn can_speak(&self, voices: Voices) -> bool {
        self.platforms().any(|known| known == voices.platform)
            && self.trackers().any(|known| known == voices.tracker)
    }

    /// What the world says once a step was taken.
    fn told(&self, order: &Order, step: Step) -> Vec<Webhook> {
        let Voices { platform, tracker } = order.voices;
        let shop = self.hooks.get(platform.name());
        let by_shop = shop.map_or_else(Vec::new, |hook| platform.told(hook, order, step));
        let by_carrier = self
            .hooks
            .get(tracker.name())
            .and_then(|hook| tracker.webhook(hook, order));
        by_shop.into_iter().chain(by_carrier).collect()
    }

    fn orders(&self) -> MutexGuard<'_, Vec<Order>> {
        self.orders
            .lock()
            .expect("no thread panics while holding the orders")
    }

    fn is_paused(&self) -> bool {
        self.paused.load(Ordering::Relaxed)
    }
}

/// An order of some days ago, so that its parcel may well be on its way.
fn past_order(
    catalog: &Catalog,
    customer: Customer,
    story: Story,
    beginning: Beginning,
) -> NewOrder {
    let (toys, note) = match story {
        Story::Pickup => (["lapin-flocon", "trio-de-toupies"], None),
        Story::Missed => (["arc-en-ciel", "hochet-a-grelots"], None),
        Story::Late | Story::Plain => (
            ["renne-a-roulettes", "ours-anselme"],
            Some("Cadeau de Noël pour Lucie, merci !"),
        ),
    };
    NewOrder {
        customer,
        lines: toys
            .iter()
            .filter_map(|slug| catalog.find(slug))
            .map(|toy| Line::of(toy, 1))
            .collect(),
        note: note.map(str::to_owned),
        wishes: Wishes::default(),
        story,
        voices: Voices::default(),
        placed_at: beginning.placed_at(clock::now()),
    }
}

#[cfg(test)]
mod tests;
