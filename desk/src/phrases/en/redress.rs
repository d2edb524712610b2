//! Making good what went wrong, in English.

use shared::redress::{Harm, Missing, Remedy};

use crate::phrases::redress::Redress;

pub const REDRESS: Redress = Redress {
    button: "Make good",
    heading: "Make good",
    order: |order, parcel| match parcel {
        Some(parcel) => format!("Order {order}, parcel {parcel}"),
        None => format!("Order {order}, not shipped yet"),
    },
    nothing: "There is no order to make good.",
    known: "What is known",
    harms: "What happened",
    harm: |harm| match harm {
        Harm::Lost => "Lost or sent back",
        Harm::Late => "Late",
        Harm::NotReceived => "Delivered, not received",
        Harm::Damaged => "Damaged",
        Harm::Wrong => "Wrong item",
        Harm::Unwanted => "Not wanted",
    },
    remedy: |remedy| match remedy {
        Remedy::Inquiry => "Search by the carrier",
        Remedy::Return => "Return at our cost",
        Remedy::Exchange => "Exchange",
        Remedy::Refund => "Refund",
        Remedy::Replacement => "New shipment",
        Remedy::Voucher => "Voucher",
    },
    extra: "On top, never instead.",
    status: |status, since| format!("{status}, since {since}"),
    silent: |days, lost_after| {
        let plural = if days == 1 { "" } else { "s" };
        format!("Silent for {days} day{plural}; presumed lost after {lost_after}")
    },
    promised: |day| format!("First promised for {day}"),
    estimated: |day| format!("Now estimated for {day}"),
    proof: "The carrier has a proof of delivery",
    misses_its_day: "Told to miss its day",
    missing: |what| format!("Still missing: {what}"),
    lacks: |missing| match missing {
        Missing::Photo => "a photo of the item and its packing",
        Missing::UsualPlaces => "whether it is with neighbors or in the letterbox",
        Missing::ProofOfDelivery => "the carrier’s proof of delivery",
        Missing::Wish => "what the shopper prefers",
    },
    yours: "You may decide this.",
    needs_lead: "With a lead’s approval.",
    eased: |day| format!("Less authority will do from {day}, if nothing is found."),
    not_yours: "Take the case to decide.",
    decide: "Decide",
    ask: "Ask for approval",
    done: "Decided or asked already",
    all_done: "There is nothing else to offer.",
    decided: |by| format!("decided by {by}"),
    asked: |by| format!("approval asked by {by}"),
    approved: |asked_by, by| format!("asked by {asked_by}, approved by {by}"),
    declined: |asked_by, by| format!("asked by {asked_by}, declined by {by}"),
    approve: "Approve",
    decline: "Decline",
    write: "Tell the shopper",
    offer: "Apologize and offer the choice",
    asked_tag: "Approval asked",
    news_asked: |remedy, who| format!("Approval asked: {remedy}, {who}"),
    news_approved: |remedy, who| format!("Approved: {remedy}, {who}"),
    news_declined: |remedy, who| format!("Declined: {remedy}, {who}"),
};
