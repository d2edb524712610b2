//! The parcels at risk in English.

use shared::protocol::parcels::Risk;

use crate::phrases::Parcels;

/// The words.
pub const PARCELS: Parcels = Parcels {
    heading: "Parcels at risk",
    intro: "What the shop should look after before the shopper worries. The oldest comes first.",
    filters: "Risks shown",
    all: "All",
    risk: |risk| match risk {
        Risk::Lost => "Presumed lost",
        Risk::WillMissDeadline => "Will miss its day",
        Risk::Trouble => "Incident",
        Risk::PickupTooLong => "Waits at the pickup point",
        Risk::Stalled => "No news",
        Risk::Late => "Past its promise",
    },
    found: |count| match count {
        1 => "1\u{a0}alert".to_owned(),
        _ => format!("{count}\u{a0}alerts"),
    },
    loading: "Reading the parcels…",
    empty: "No parcel is at risk. All is going well.",
    empty_here: "No parcel runs this risk.",
    failed: "The list could not be read.",
    failed_again: |hour| format!("The list could not be read again. It is as of {hour}."),
    retry: "Try again",
    told_at: |hour| format!("Read at {hour}"),
    refresh: "Refresh",
    more: "Show more",
    order: "Order",
    parcel: "Parcel",
    carrier: "Carrier",
    why: "Risk",
    since: "Since",
    due: "Due",
    days: "Promised and expected",
    overdue: |day| format!("{day}, has passed"),
    promised: |day| format!("Promised for {day}"),
    expected: |day| format!("Expected on {day}"),
    as_promised: |day| format!("Expected as promised on {day}"),
    tracking_page: "tracking page, new tab",
    open_case: "See the case",
};
