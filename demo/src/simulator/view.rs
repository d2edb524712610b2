//! What the pages are told about an order.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Refusal;
use super::order::{Gift, Line, Order};
use super::step::Step;
use crate::clock::{self, Time};

/// An order for the pages. Prices are in euro cents.
#[derive(Serialize)]
pub struct OrderView {
    number: u32,
    id: u64,
    customer: String,
    customer_id: u64,
    email: String,
    postcode: String,
    placed_at: Time,
    lines: Vec<LineView>,
    total: u32,
    carrier: &'static str,
    /// The platform that speaks of the order.
    platform: &'static str,
    /// The service that speaks of the parcel.
    tracker: &'static str,
    /// Whether that service waits to be asked.
    is_asked: bool,
    /// `open` or `secret`, of a present.
    gift: Option<&'static str>,
    /// The day by which it must be there, `2026-12-24`.
    deadline: Option<String>,
    tracking_number: Option<String>,
    /// The day of delivery that the carrier aims at, `2026-12-24`.
    estimated: Option<String>,
    /// Where the parcel waits or will wait.
    point: Option<&'static str>,
    /// The last day on which it is kept there.
    kept_until: Option<String>,
    step: Step,
    label: &'static str,
    next: Option<&'static str>,
    over: bool,
    by_hand: bool,
    /// The steps for which the tracking service has no words.
    untellable: Vec<&'static str>,
    /// The other steps that can't be taken now, and why.
    refusals: BTreeMap<&'static str, &'static str>,
    history: Vec<ScanView>,
}

#[derive(Serialize)]
struct LineView {
    slug: String,
    title: String,
    quantity: u32,
    price: u32,
}

#[derive(Serialize)]
struct ScanView {
    step: Step,
    label: &'static str,
    at: Time,
}

impl OrderView {
    /// The view of an order.
    pub fn of(order: &Order) -> Self {
        let (step, parcel) = (order.latest(), order.parcel.as_ref());
        Self {
            number: order.number,
            id: order.id(),
            customer: order.customer.name(),
            customer_id: order.customer.id,
            email: order.customer.email.clone(),
            postcode: order.customer.postcode.clone(),
            placed_at: order.placed_at(),
            lines: order.lines.iter().map(LineView::of).collect(),
            total: order.total(),
            carrier: order.carrier().name(),
            platform: order.voices.platform.label(),
            tracker: order.voices.tracker.label(),
            is_asked: order.voices.tracker.is_asked(),
            gift: order.wishes.gift.map(Gift::name),
            deadline: order.wishes.deadline.map(|day| day.to_string()),
            tracking_number: parcel.map(|parcel| parcel.tracking_number.clone()),
            estimated: parcel.map(|parcel| parcel.estimated.to_string()),
            point: parcel.and_then(|parcel| Some(parcel.point?.name)),
            kept_until: parcel.and_then(|parcel| Some(parcel.kept_until?.to_string())),
            step,
            label: step.label(),
            next: order.next_step().map(Step::label),
            over: order.is_over(),
            by_hand: order.by_hand,
            untellable: Step::ALL
                .into_iter()
                .filter(|step| !order.voices.tracker.can_tell(*step))
                .map(Step::name)
                .collect(),
            refusals: refusals(order, clock::now()),
            history: order
                .scans
                .iter()
                .map(|scan| ScanView {
                    step: scan.step,
                    label: scan.step.label(),
                    at: scan.at,
                })
                .collect(),
        }
    }
}

fn refusals(order: &Order, now: Time) -> BTreeMap<&'static str, &'static str> {
    Step::ALL
        .into_iter()
        .filter_map(|step| Some((step.name(), order.refusal(step, now)?)))
        .filter(|(_, refusal)| *refusal != Refusal::Untellable)
        .map(|(name, refusal)| (name, refusal.sentence()))
        .collect()
}

impl LineView {
    fn of(line: &Line) -> Self {
        Self {
            slug: line.slug.clone(),
            title: line.title.clone(),
            quantity: line.quantity,
            price: line.price,
        }
    }
}
