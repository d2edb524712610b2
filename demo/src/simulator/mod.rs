//! The parcel simulator: what the shop platform and the tracking service tell Grelot about the
//! shop's orders, by itself or at the push of a button.

pub mod api;
pub mod autoplay;
mod easypost;
#[cfg(test)]
pub mod fixtures;
mod mischief;
mod numbers;
mod order;
mod people;
mod sender;
mod shopify;
mod story;
mod tracking_number;
mod view;
mod webhook;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use chrono::TimeDelta;

pub use numbers::Numbers;
pub use order::{Line, NewOrder, Order};
pub use people::Customer;
pub use sender::Sender;
pub use story::Story;
pub use view::OrderView;
pub use webhook::Hooks;

use crate::catalog::Catalog;
use crate::clock;
use story::Step;
use webhook::Webhook;

/// The orders of this run and the way to Grelot.
pub struct Simulator {
    hooks: Hooks,
    sender: Sender,
    numbers: Mutex<Numbers>,
    orders: Mutex<Vec<Order>>,
    /// Time between two steps; `None` when nothing moves by itself.
    pace: Option<Duration>,
    paused: AtomicBool,
}

/// What can be done to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The next step of its story.
    Next,
    /// A step out of its story.
    Reach(Step),
    /// The same webhook once more.
    Repeat,
    /// The next two steps, the later one first.
    Shuffle,
    /// The last webhook under a wrong signature.
    Forge,
    /// Something unreadable, well signed.
    Garble,
}

/// Why an action is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such order.
    UnknownOrder,
    /// The parcel was delivered: nothing follows.
    Finished,
    /// Too few steps are left to tell them in the wrong order.
    TooFewSteps,
}

impl Simulator {
    /// A simulator without orders.
    pub fn new(hooks: Hooks, numbers: Numbers, sender: Sender, pace: Option<Duration>) -> Self {
        let (numbers, orders) = (Mutex::new(numbers), Mutex::default());
        Self {
            hooks,
            sender,
            numbers,
            orders,
            pace,
            paused: AtomicBool::new(false),
        }
    }

    /// Places the three orders that every run starts with.
    pub fn tell_opening_story(&self, catalog: &Catalog) -> anyhow::Result<()> {
        for key in ["camille", "noe", "ines"] {
            let (customer, story) = Customer::by_key(key).expect("the three are known");
            self.place(past_order(catalog, customer, story))?;
        }
        Ok(())
    }

    /// Takes an order in and tells Grelot.
    pub fn place(&self, new: NewOrder) -> anyhow::Result<Order> {
        let number = self
            .numbers
            .lock()
            .expect("no thread panics while counting")
            .take()?;
        let order = Order::place(number, new);
        let mut orders = self.orders();
        orders.push(order.clone());
        self.sender.send(shopify::order_webhook(
            &self.hooks.shopify,
            "orders/create",
            &order,
        ));
        Ok(order)
    }

    /// Gives a customer a new order when all of theirs are delivered, so that a visitor who signs
    /// in late still has a parcel to follow. Does nothing when nothing moves by itself.
    pub fn keep_moving(&self, catalog: &Catalog, customer: &Customer) -> anyhow::Result<()> {
        let moving = self
            .orders()
            .iter()
            .any(|o| o.customer.id == customer.id && !o.is_delivered());
        if moving || self.pace.is_none() {
            return Ok(());
        }
        self.place(past_order(catalog, customer.clone(), Story::Late))
            .map(drop)
    }

    /// Does something to an order and answers it as it then is.
    pub fn perform(&self, number: u32, action: Action) -> Result<Order, Refusal> {
        let mut orders = self.orders();
        let order = orders.iter_mut().find(|order| order.number == number);
        let order = order.ok_or(Refusal::UnknownOrder)?;
        // Sent while the orders are held, so that two buttons can't overtake each other.
        for webhook in self.webhooks(order, action)? {
            self.sender.send(webhook);
        }
        Ok(order.clone())
    }

    /// The order that the shop suggests to ask for: one on its way if there is one.
    pub fn sample(&self) -> Option<Order> {
        let orders = self.orders();
        let camille = Customer::camille().id;
        let mut hers = orders.iter().filter(|order| order.customer.id == camille);
        let moving = hers.clone().find(|order| !order.is_delivered());
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

    fn webhooks(&self, order: &mut Order, action: Action) -> Result<Vec<Webhook>, Refusal> {
        match action {
            Action::Next => {
                let step = order.next_step().ok_or(Refusal::Finished)?;
                Ok(self.step(order, step))
            }
            Action::Reach(_) if order.is_delivered() => Err(Refusal::Finished),
            Action::Reach(step) => {
                let mut webhooks = Vec::new();
                if order.parcel.is_none() {
                    webhooks.extend(self.step(order, Step::Shipped));
                }
                webhooks.extend(self.step(order, step));
                Ok(webhooks)
            }
            Action::Shuffle => self.shuffled(order),
            Action::Repeat => Ok(vec![mischief::repeated(self.last(order))]),
            Action::Forge => Ok(vec![mischief::forged(self.last(order))]),
            Action::Garble => Ok(vec![mischief::garbled(&self.hooks.shopify, order)]),
        }
    }

    /// The last honest webhook of an order; its creation when the log has lost the others.
    fn last(&self, order: &Order) -> Webhook {
        let created = || shopify::order_webhook(&self.hooks.shopify, "orders/create", order);
        self.sender.last_of(order.number).unwrap_or_else(created)
    }

    fn step(&self, order: &mut Order, step: Step) -> Vec<Webhook> {
        order.take(step, clock::now());
        self.told(order, step)
    }

    /// Takes the next two steps that the tracking service tells, and tells the later one first.
    fn shuffled(&self, order: &mut Order) -> Result<Vec<Webhook>, Refusal> {
        let left = order
            .story
            .steps()
            .iter()
            .filter(|&&step| step > order.furthest().max(Step::Shipped));
        if left.count() < 2 {
            return Err(Refusal::TooFewSteps);
        }
        let mut webhooks = Vec::new();
        if order.parcel.is_none() {
            webhooks.extend(self.step(order, Step::Shipped));
        }
        let first = order.next_step().map(|step| self.step(order, step));
        // A second apart: the service writes no smaller time, and the later scan must be later.
        let second = order.next_step().map(|step| {
            order.take(step, clock::now() + TimeDelta::seconds(1));
            self.told(order, step)
        });
        let backward = second.into_iter().chain(first).flatten();
        webhooks.extend(backward.map(|webhook| Webhook {
            oddity: Some("désordre"),
            ..webhook
        }));
        Ok(webhooks)
    }

    /// What the world says once a step was taken.
    fn told(&self, order: &Order, step: Step) -> Vec<Webhook> {
        let Hooks {
            shopify: shop,
            easypost: carrier,
        } = &self.hooks;
        let order_changed = || Some(shopify::order_webhook(shop, "orders/updated", order));
        let fulfillment = |topic| shopify::fulfillment_webhook(shop, topic, order);
        let tracker = || easypost::tracker_webhook(carrier, order);
        let webhooks = match step {
            Step::Created => [order_changed(), None],
            Step::Shipped => [fulfillment("fulfillments/create"), order_changed()],
            // The platform has a word of its own for a missed delivery, the tracking service none.
            Step::DeliveryAttempted => [fulfillment("fulfillments/update"), tracker()],
            _ => [tracker(), None],
        };
        webhooks.into_iter().flatten().collect()
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

/// An order of the day before yesterday, so that its parcel may well be on its way.
fn past_order(catalog: &Catalog, customer: Customer, story: Story) -> NewOrder {
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
        story,
        placed_at: clock::now() - TimeDelta::days(2),
    }
}

#[cfg(test)]
mod tests;
