//! Notices in English.

use super::{Facts, NoticeKind, capitalize, place};

/// Says a notice.
pub(super) fn say(kind: NoticeKind, facts: &Facts<'_>) -> String {
    match kind {
        NoticeKind::Shipped => shipped(facts),
        NoticeKind::OutForDelivery => out_for_delivery(facts),
        NoticeKind::ReadyForPickup => ready_for_pickup(facts),
        NoticeKind::Delivered => delivered(facts),
        NoticeKind::DeliveryAttempted => attempted(facts),
        NoticeKind::Delayed => delayed(facts),
        _ => String::new(),
    }
}

fn shipped(facts: &Facts<'_>) -> String {
    let subject = subject(facts);
    let carrier = facts.carrier.unwrap_or("the carrier");
    let departure = if facts.is_plural() {
        format!("{subject} are on their way: {carrier} has them.")
    } else {
        format!("{subject} is on its way: {carrier} has it.")
    };
    match &facts.estimate {
        Some(day) => format!("{departure} Delivery is estimated for {day}."),
        None => format!("{departure} You can follow the journey here."),
    }
}

fn out_for_delivery(facts: &Facts<'_>) -> String {
    let subject = subject(facts);
    let are = if facts.is_plural() { "are" } else { "is" };
    format!(
        "{subject} {are} out for delivery. We’ll tell you here as soon as the carrier confirms \
         the handover."
    )
}

fn ready_for_pickup(facts: &Facts<'_>) -> String {
    const IDENTITY: &str = "You may be asked for proof of identity.";
    let subject = subject(facts);
    let are = if facts.is_plural() { "are" } else { "is" };
    let Some(point) = facts.pickup_point else {
        return format!("{subject} {are} ready for pickup, says the carrier. {IDENTITY}");
    };
    let place = place(point);
    match &facts.kept_until {
        Some(day) => format!(
            "{subject} {are} waiting for you: {place}. It is kept there until the end of {day}. \
             {IDENTITY}"
        ),
        None => format!("{subject} {are} waiting for you: {place}. {IDENTITY}"),
    }
}

fn delivered(facts: &Facts<'_>) -> String {
    let subject = subject(facts);
    let were = if facts.is_plural() { "were" } else { "was" };
    format!(
        "{subject} {were} delivered, says the carrier. If anything is wrong, reply here and \
         we’ll look into it together."
    )
}

fn attempted(facts: &Facts<'_>) -> String {
    let carrier = facts.carrier.unwrap_or("The carrier");
    let parcels = parcels(facts);
    let them = if facts.is_plural() { "them" } else { "it" };
    format!(
        "{carrier} came with {parcels} but could not hand {them} over. As soon as they say what \
         comes next, another attempt or a pickup point, we’ll tell you here."
    )
}

fn delayed(facts: &Facts<'_>) -> String {
    let Some((missed, estimate)) = facts.missed.as_ref().zip(facts.estimate.as_ref()) else {
        let carrier = facts.carrier.unwrap_or("The carrier");
        let parcels = parcels(facts);
        return format!(
            "{carrier} reports a delay for {parcels} and gives no new date. As soon as there is \
             one, we’ll tell you here."
        );
    };
    let subject = subject(facts);
    let are = if facts.is_plural() { "are" } else { "is" };
    format!(
        "{subject} {are} delayed: delivery is now estimated for {estimate} instead of {missed}. \
         If that doesn’t suit you, reply here."
    )
}

/// The parcels at the beginning of a sentence.
fn subject(facts: &Facts<'_>) -> String {
    capitalize(&parcels(facts))
}

/// The parcels within a sentence.
fn parcels(facts: &Facts<'_>) -> String {
    let number = facts.number;
    match (facts.speaking, facts.total) {
        (0 | 1, 0 | 1) => format!("your parcel from order no.\u{a0}{number}"),
        (0 | 1, _) => format!("one of the parcels from your order no.\u{a0}{number}"),
        (some, all) if some < all => {
            format!("{some}\u{a0}parcels from your order no.\u{a0}{number}")
        }
        (all, _) => format!("your {all}\u{a0}parcels from order no.\u{a0}{number}"),
    }
}
