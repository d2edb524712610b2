//! What can be done to an order, and what the world says then.

use chrono::TimeDelta;

use super::order::Order;
use super::step::Step;
use super::webhook::Webhook;
use super::{Simulator, mischief};
use crate::clock::{self, Time};

/// What can be done to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The next step of its story.
    Next,
    /// A step out of its story.
    Reach(Step),
    /// The same webhook once more.
    Repeat,
    /// The same news from another tracking service.
    Echo,
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
    /// The parcel was delivered or came back: nothing follows.
    Finished,
    /// The parcel is on its way back: only its return follows.
    OnItsWayBack,
    /// Nobody is reminded on the day on which a parcel came.
    JustCame,
    /// What is not lost can't be found.
    NotLost,
    /// The tracking service has no word for it.
    Untellable,
    /// Too few steps are left to tell them in the wrong order.
    TooFewSteps,
    /// Nobody has sent anything that could be sent again, or said otherwise.
    NothingSent,
}

impl Refusal {
    /// The same as a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::UnknownOrder => "Cette commande n’existe pas.",
            Self::Finished => "L’histoire de ce colis est terminée.",
            Self::OnItsWayBack => "Ce colis revient déjà à la boutique.",
            Self::JustCame => "Un rappel se dit à partir du lendemain de l’arrivée du colis.",
            Self::NotLost => "Ce colis n’est pas perdu.",
            Self::Untellable => "Cette source de suivi n’a pas de mot pour le dire.",
            Self::TooFewSteps => "Il ne reste pas assez d’étapes pour les mélanger.",
            Self::NothingSent => "Il n’y a rien à renvoyer pour cette commande.",
        }
    }
}

impl Order {
    /// Why a step can't be taken at a time, if it can't.
    pub fn refusal(&self, step: Step, now: Time) -> Option<Refusal> {
        if self.is_over() {
            return Some(Refusal::Finished);
        }
        if !self.voices.tracker.can_tell(step) {
            return Some(Refusal::Untellable);
        }
        if self.is_on_its_way_back() && step != Step::Returned {
            return Some(Refusal::OnItsWayBack);
        }
        if step == Step::Found && self.latest() != Step::Lost {
            return Some(Refusal::NotLost);
        }
        let is_reminded = matches!(step, Step::KeptTwoDays | Step::KeptOneDay);
        if is_reminded && !self.has_waited(now) {
            return Some(Refusal::JustCame);
        }
        None
    }

    /// Whether it came to a pickup point before today.
    fn has_waited(&self, now: Time) -> bool {
        self.time_of(Step::AvailableForPickup)
            .is_some_and(|came_at| came_at.date_naive() < now.date_naive())
    }
}

impl Simulator {
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

    fn webhooks(&self, order: &mut Order, action: Action) -> Result<Vec<Webhook>, Refusal> {
        match action {
            Action::Next => self.next(order),
            Action::Reach(step) => self.reach(order, step),
            Action::Shuffle => self.shuffled(order),
            Action::Repeat => Ok(vec![mischief::repeated(self.last(order)?)]),
            Action::Forge => Ok(vec![mischief::forged(self.last(order)?)]),
            Action::Echo => self.echo(order).map(|webhook| vec![webhook]),
            Action::Garble => {
                let again = self.changed(order).ok_or(Refusal::NothingSent)?;
                Ok(vec![mischief::garbled(again)])
            }
        }
    }

    fn next(&self, order: &mut Order) -> Result<Vec<Webhook>, Refusal> {
        let step = order.next_step().ok_or(Refusal::Finished)?;
        let mut told = self.step(order, step);
        // La Poste is asked as soon as Grelot knows the number, and then seldom: by then it must
        // have something to tell.
        if step == Step::Shipped && order.voices.tracker.is_asked() {
            told.extend(self.step(order, Step::InTransit));
        }
        Ok(told)
    }

    fn reach(&self, order: &mut Order, step: Step) -> Result<Vec<Webhook>, Refusal> {
        if let Some(refusal) = order.refusal(step, clock::now()) {
            return Err(refusal);
        }
        let mut webhooks = Vec::new();
        if order.parcel.is_none() {
            webhooks.extend(self.step(order, Step::Shipped));
        }
        webhooks.extend(self.step(order, step));
        Ok(webhooks)
    }

    fn step(&self, order: &mut Order, step: Step) -> Vec<Webhook> {
        order.take(step, clock::now());
        self.told(order, step)
    }

    /// The last honest webhook of an order; the order itself when the log has lost it.
    fn last(&self, order: &Order) -> Result<Webhook, Refusal> {
        self.sender
            .last_of(order.number)
            .or_else(|| self.changed(order))
            .ok_or(Refusal::NothingSent)
    }

    /// The order as it stands, in its platform's words.
    fn changed(&self, order: &Order) -> Option<Webhook> {
        let platform = order.voices.platform;
        let hook = self.hooks.get(platform.name())?;
        Some(platform.changed(hook, order))
    }

    /// The parcel's newest step as another service tells it.
    fn echo(&self, order: &Order) -> Result<Webhook, Refusal> {
        let step = order.latest();
        let mut others = self.trackers().filter(|other| {
            !other.is_asked() && *other != order.voices.tracker && other.can_tell(step)
        });
        others
            .find_map(|other| other.webhook(self.hooks.get(other.name())?, order))
            .map(mischief::echoed)
            .ok_or(Refusal::NothingSent)
    }

    /// Takes the next two steps that the tracking service tells, and tells the later one first.
    fn shuffled(&self, order: &mut Order) -> Result<Vec<Webhook>, Refusal> {
        let left = order
            .story
            .steps()
            .iter()
            .filter(|&&step| step > order.furthest().max(Step::Shipped));
        if left.count() < 2 || order.is_on_its_way_back() {
            return Err(Refusal::TooFewSteps);
        }
        let mut webhooks = Vec::new();
        if order.parcel.is_none() {
            webhooks.extend(self.step(order, Step::Shipped));
        }
        let first = order.next_step().map(|step| self.step(order, step));
        // A second apart: services write no smaller time, and the later scan must be later.
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
}
