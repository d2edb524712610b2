//! What shoppers are told once a button was pressed: every service's words go through Grelot's
//! own reading and watch.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use shared::hooks::{HookSource, Said};
use shared::ids::OrderKey;
use shared::language::Language;
use shared::notice::{Notice, NoticeKind, say};
use shared::order::Order as Followed;
use shared::time::Timestamp;
use shared::tracking::laposte as asked;
use shared::watch::{Setting, look};

use super::*;
use crate::clock::Time;
use crate::simulator::fixtures::{heard, noon};
use crate::simulator::order::Gift;
use crate::simulator::trackers::laposte;

const RULES: &str = include_str!("../../../../public/demo-shop/rules.json");

/// An order, and what Grelot has made of it.
struct Scene {
    simulator: Simulator,
    order: Order,
    followed: Followed,
    told: BTreeSet<String>,
    now: Time,
}

impl Scene {
    /// An order that begins in a way, at a time, followed by a service.
    fn begin(tracker: Tracker, platform: Platform, beginning: Beginning, now: Time) -> Self {
        let customer = Customer::camille();
        let mut new = past_order(&catalog(), customer, beginning.story(), beginning);
        new.placed_at = beginning.placed_at(now);
        new.voices = Voices { platform, tracker };
        let mut scene = Self {
            simulator: simulator(None),
            order: Order::place(1042, new),
            followed: Followed::default(),
            told: BTreeSet::new(),
            now,
        };
        let hook = scene.simulator.hooks.get(platform.name()).unwrap();
        let placed = platform.placed(hook, &scene.order);
        scene.hear(&placed);
        for (step, at) in beginning.past(now) {
            scene.take(step, at);
        }
        scene
    }

    /// An order that is on its way, and of which all was told so far.
    fn on_its_way(tracker: Tracker, platform: Platform) -> Self {
        let mut scene = Self::begin(tracker, platform, Beginning::Recent, noon());
        scene.order.wishes.gift = Some(Gift::Open);
        scene.take(Step::Shipped, noon() - TimeDelta::days(1));
        scene.reach(Step::InTransit);
        scene
    }

    /// Takes a step now, and answers what is told of it.
    fn reach(&mut self, step: Step) -> Vec<NoticeKind> {
        self.now += TimeDelta::minutes(3);
        self.take(step, self.now);
        self.listen()
    }

    fn take(&mut self, step: Step, at: Time) {
        self.order.take(step, at);
        for webhook in self.simulator.told(&self.order, step) {
            self.hear(&webhook);
        }
        if self.order.voices.tracker.is_asked() {
            self.ask();
        }
    }

    /// What is told once all has settled.
    fn listen(&mut self) -> Vec<NoticeKind> {
        let rules: Value = serde_json::from_str(RULES).unwrap();
        let setting: Setting = serde_json::from_value(rules["watch"].clone()).unwrap();
        let key = OrderKey("demo:1042".to_owned());
        let settled = stamp(self.now).plus_millis(setting.settle_millis);
        let notices = look(&key, &self.followed, &mut self.told, settled, &setting).notices;
        notices.iter().for_each(is_said);
        notices.iter().map(|notice| notice.kind).collect()
    }

    fn hear(&mut self, webhook: &Webhook) {
        let mut sources = HookSource::ALL.into_iter();
        let source = sources.find(|source| {
            let url = self.simulator.hooks.get(source.name()).unwrap();
            url.url == webhook.hook.url
        });
        let heard_at = stamp(self.now);
        match heard(source.unwrap(), webhook, self.now) {
            Said::Order(update) => {
                self.followed.apply_order(*update, heard_at);
            }
            Said::Parcels(updates) => {
                for update in updates {
                    self.followed.apply_tracking(&update, heard_at);
                }
            }
            Said::Nothing => panic!("Grelot has no use for {}", webhook.body),
        }
    }

    fn ask(&mut self) {
        let number = &self.order.parcel.as_ref().unwrap().tracking_number;
        let (_, body) = laposte::answer(std::slice::from_ref(&self.order), number);
        let now = stamp(self.now);
        for polled in asked::read(body.to_string().as_bytes(), now).unwrap() {
            if let asked::Outcome::Update { update, .. } = polled.outcome {
                self.followed.apply_tracking(&update, now);
            }
        }
    }
}

fn stamp(time: Time) -> Timestamp {
    Timestamp(time.timestamp_millis())
}

/// A notice has words in both languages.
fn is_said(notice: &Notice) {
    for language in [Language::French, Language::English] {
        assert!(!say(notice, language).text.is_empty(), "{:?}", notice.kind);
    }
}

/// What a step is told as, on an order that is on its way.
fn kind_of(step: Step) -> NoticeKind {
    match step {
        Step::Created | Step::Shipped | Step::InTransit => NoticeKind::Shipped,
        Step::Sooner => NoticeKind::Sooner,
        Step::Delayed => NoticeKind::Delayed,
        Step::TooLate => NoticeKind::WillMissDeadline,
        Step::Customs => NoticeKind::CustomsHold,
        Step::Address => NoticeKind::AddressProblem,
        Step::Damaged => NoticeKind::Damaged,
        Step::Lost => NoticeKind::PresumedLost,
        Step::Found => NoticeKind::Found,
        Step::OutForDelivery => NoticeKind::OutForDelivery,
        Step::DeliveryAttempted => NoticeKind::DeliveryAttempted,
        Step::PointClosed | Step::PointFull | Step::PointMoved => NoticeKind::PickupPointChanged,
        Step::AvailableForPickup => NoticeKind::ReadyForPickup,
        Step::KeptTwoDays | Step::KeptOneDay => NoticeKind::PickupReminder,
        Step::Returning => NoticeKind::Returning,
        Step::Returned => NoticeKind::Returned,
        Step::Delivered => NoticeKind::Delivered,
    }
}

#[test]
fn every_step_of_every_service_is_told() {
    for tracker in Tracker::ALL {
        for step in Step::ALL.into_iter().skip(3) {
            let is_reminder = matches!(step, Step::KeptTwoDays | Step::KeptOneDay);
            if !tracker.can_tell(step) || is_reminder {
                continue;
            }
            let mut scene = Scene::on_its_way(tracker, Platform::Shopify);
            match step {
                Step::Found => drop(scene.reach(Step::Lost)),
                Step::Returned => drop(scene.reach(Step::Returning)),
                _ => {}
            }
            assert_eq!(scene.reach(step), [kind_of(step)], "{tracker:?}: {step:?}");
        }
    }
}

#[test]
fn every_platforms_orders_are_followed() {
    for platform in Platform::ALL {
        let mut scene = Scene::begin(Tracker::Standard, platform, Beginning::Recent, noon());
        assert_eq!(scene.listen(), [], "{platform:?}");
        scene.take(Step::Shipped, noon());
        assert_eq!(
            scene.reach(Step::InTransit),
            [NoticeKind::Shipped],
            "{platform:?}"
        );
        assert_eq!(
            scene.reach(Step::Delivered),
            [NoticeKind::Delivered],
            "{platform:?}"
        );
    }
}

#[test]
fn every_beginning_is_told_at_once_on_any_day_and_at_any_hour() {
    for (beginning, kind) in [
        (Beginning::NeverHandedOver, NoticeKind::NotHandedOver),
        (Beginning::Overdue, NoticeKind::Late),
        (Beginning::Silent, NoticeKind::Stalled),
        (Beginning::Vanished, NoticeKind::PresumedLost),
        (Beginning::Waiting, NoticeKind::ReadyForPickup),
    ] {
        // A day and an hour on each time, so that every hour of the day comes up.
        for times in 0..60 {
            let now = noon() - TimeDelta::days(30) + TimeDelta::hours(25 * times);
            let mut scene = Scene::begin(Tracker::Aftership, Platform::Orders, beginning, now);
            assert_eq!(scene.listen(), [kind], "{beginning:?} on {now}");
        }
    }
}

#[test]
fn a_parcel_that_waits_is_reminded_of() {
    for step in [Step::KeptTwoDays, Step::KeptOneDay] {
        let beginning = Beginning::Waiting;
        let mut scene = Scene::begin(Tracker::Standard, Platform::Orders, beginning, noon());
        scene.listen();
        assert_eq!(scene.reach(step), [NoticeKind::PickupReminder], "{step:?}");
    }
}

#[test]
fn a_repetition_and_another_services_word_are_told_once() {
    let mut scene = Scene::on_its_way(Tracker::Standard, Platform::Shopify);
    assert_eq!(
        scene.reach(Step::OutForDelivery),
        [NoticeKind::OutForDelivery]
    );
    for tracker in Tracker::ALL
        .into_iter()
        .filter(|tracker| !tracker.is_asked())
    {
        let hook = scene.simulator.hooks.get(tracker.name()).unwrap();
        let again = tracker.webhook(hook, &scene.order).unwrap();
        scene.hear(&again);
        assert_eq!(scene.listen(), [], "{tracker:?}");
    }
}
