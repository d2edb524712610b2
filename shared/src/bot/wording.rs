//! What the bot says of itself, and where it says that an order stands: which sentence of
//! `locales/*/bot.ftl` for which case.

use crate::language::Language;
use crate::notice::details;
use crate::order::{OrderView, ParcelView};
use crate::protocol::desk::HandoffReason;
use crate::protocol::widget::ChoiceId;
use crate::tracking::Status;
use crate::words::{Detail, Details, Sentence, plain, say, sentence};

const PROOF_SENT: Sentence = sentence("proof-sent", &[]);
const ESTIMATED: Sentence = sentence("order-estimated", &[Detail::Estimate]);

/// Says a sentence that depends on nothing.
pub(super) fn said(name: &str, language: Language) -> String {
    plain(name, language)
}

/// Stands in the transcript for a proof that was sent.
pub(super) fn proof_sent(number: &str, language: Language) -> String {
    one(PROOF_SENT, &details::of_number(number), language)
}

/// Announces a handoff. No time is promised: the queue's place is shown beside it.
pub(super) fn handed_off(reason: HandoffReason, language: Language) -> String {
    plain(handoff(reason), language)
}

/// A choice's label.
pub(super) fn choice(id: ChoiceId, language: Language) -> String {
    plain(label(id), language)
}

/// Asks whether a human shall be asked for something that an order's shopper seems to want.
pub(super) fn ask(name: &'static str, order: &OrderView, language: Language) -> String {
    one(sentence(name, &[]), &of_order(order, language), language)
}

/// Says in a sentence or two where an order stands. The card below it has the details.
pub(super) fn order_stands(order: &OrderView, language: Language) -> String {
    let details = of_order(order, language);
    let name = match order.parcels.as_slice() {
        _ if order.cancelled => "order-cancelled",
        [] => "order-unsent",
        [parcel] => stands(parcel.status),
        _ => "order-in-parcels",
    };
    let stands = one(sentence(name, &[]), &details, language);
    let is_estimated =
        matches!(order.parcels.as_slice(), [parcel] if !order.cancelled && is_under_way(parcel));
    let estimated = say(&[ESTIMATED], &details, language).filter(|_| is_estimated);
    match estimated {
        Some(estimated) => format!("{stands} {estimated}"),
        None => stands,
    }
}

fn one(sentence: Sentence, details: &Details, language: Language) -> String {
    // It needs nothing, so it can be said.
    say(&[sentence], details, language).unwrap_or_default()
}

fn of_order(order: &OrderView, language: Language) -> Details {
    let parcels = order.parcels.iter().map(|parcel| parcel.number.clone());
    details::of_parcels(order, &parcels.collect::<Vec<_>>(), language)
}

/// Whether an estimate is of use.
fn is_under_way(parcel: &ParcelView) -> bool {
    matches!(
        parcel.status,
        Status::PreTransit | Status::InTransit | Status::Delayed
    )
}

fn handoff(reason: HandoffReason) -> &'static str {
    match reason {
        HandoffReason::Requested => "handed-off-requested",
        HandoffReason::NotUnderstood => "handed-off-not-understood",
        HandoffReason::Incident | HandoffReason::Action => "handed-off-decision",
        HandoffReason::Reopened => "handed-off-reopened",
    }
}

fn label(id: ChoiceId) -> &'static str {
    match id {
        ChoiceId::TrackOrder => "choice-track-order",
        ChoiceId::OtherOrder => "choice-other-order",
        ChoiceId::TalkToHuman => "choice-talk-to-human",
        ChoiceId::Settled => "choice-settled",
        ChoiceId::Wait => "choice-wait",
        ChoiceId::OtherAddress => "choice-other-address",
        ChoiceId::OtherPoint => "choice-other-point",
        ChoiceId::SendAgain => "choice-send-again",
        ChoiceId::Refund => "choice-refund",
        ChoiceId::NotReceived => "choice-not-received",
        ChoiceId::StillMissing => "choice-still-missing",
        ChoiceId::MuteOrder => "choice-mute-order",
        ChoiceId::UnmuteOrder => "choice-unmute-order",
        ChoiceId::CallBack => "choice-call-back",
        ChoiceId::NotSettled => "choice-not-settled",
        ChoiceId::RateGood => "choice-rate-good",
        ChoiceId::RateFair => "choice-rate-fair",
        ChoiceId::RateBad => "choice-rate-bad",
        // Each has a label of its own.
        ChoiceId::Say => "",
    }
}

fn stands(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "order-pre-transit",
        Status::InTransit => "order-in-transit",
        Status::OutForDelivery => "order-out-for-delivery",
        Status::AvailableForPickup => "order-ready-for-pickup",
        Status::DeliveryAttempted => "order-attempted",
        Status::Delivered => "order-delivered",
        Status::Delayed => "order-delayed",
        Status::Exception => "order-exception",
        Status::Returning | Status::Returned => "order-returning",
        Status::Lost => "order-lost",
        Status::Cancelled => "order-shipment-cancelled",
        Status::Unknown => "order-unknown",
    }
}

#[cfg(test)]
pub(super) mod tests;
