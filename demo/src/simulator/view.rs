//! What the pages are told about an order.

use serde::Serialize;

use super::order::{Line, Order};
use super::story::Step;
use crate::clock::Time;

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
    tracking_number: Option<String>,
    /// The day of delivery that the carrier aims at, `2026-12-24`.
    estimated: Option<String>,
    step: Step,
    label: &'static str,
    next: Option<&'static str>,
    delivered: bool,
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
        let step = order.latest();
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
            tracking_number: order
                .parcel
                .as_ref()
                .map(|parcel| parcel.tracking_number.clone()),
            estimated: order
                .parcel
                .as_ref()
                .map(|parcel| parcel.estimated.to_string()),
            step,
            label: step.label(),
            next: order.next_step().map(Step::label),
            delivered: order.is_delivered(),
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
