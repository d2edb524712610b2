//! What is known of a shopper, in English.

use crate::phrases::dossier::{DossierWords, HouseholdWords};

/// The words of the dossier.
pub const DOSSIER: DossierWords = DossierWords {
    heading: "File",
    who: "Who",
    email: "E-mail signed by the shop",
    language: "Language",
    reason: "Reason for the handoff",
    request: "Request",
    asked: "What was asked",
    asked_nothing: "Nothing before the handoff.",
    tried: "What the assistant tried",
    tried_nothing: "Nothing before the handoff.",
    notices: "News told to the shopper",
    no_notices: "None in the messages shown.",
    orders: "Orders",
    no_orders: "No order is known.",
    when: "Moment shown",
    now: "Now",
    at_handoff: "At handoff",
    handed_off_at: |when| format!("Frozen on {when}"),
    with_bot: "The assistant still has this case: there is no frozen file.",
    unchanged: "Nothing has changed since the handoff.",
    changed: "Since the handoff",
    new_order: "Order has appeared since.",
    cancelled_since: "Cancelled by the shop.",
    new_parcel: |number| format!("New parcel {number}."),
    status_changed: |from, to| format!("{from} → {to}"),
    estimate_changed: |from, to| format!("Delivery: {from} → {to}"),
    no_estimate: "no date",
    new: "new",
    placed: |when| format!("Placed on {when}"),
    cancelled: "Cancelled",
    not_shipped: "Nothing has been shipped yet.",
    track: "Carrier’s tracking page",
    expected: |day| format!("Expected on {day}"),
    promised: |day| format!("first told for {day}"),
    kept_until: |day| format!("Kept until {day}"),
    history: |count| match count {
        1 => "1 tracking step".to_owned(),
        _ => format!("{count} tracking steps"),
    },
};

/// The words of a household.
pub const HOUSEHOLD: HouseholdWords = HouseholdWords {
    heading: "Same household",
    address: "Same address, another payer",
    payer: "Same payer",
    orders: |count| match count {
        1 => "1 other order".to_owned(),
        _ => format!("{count} other orders"),
    },
    gifts: |count| match count {
        1 => "1 gift".to_owned(),
        _ => format!("{count} gifts"),
    },
    caution: "For you only, from the last 90 days. Don’t mention it to the shopper: these orders may be somebody else’s.",
};
