//! The desk in English.

mod dossier;
mod editor;
mod keys;
mod labels;
mod overview;
mod owners;
mod palette;
mod parcels;
mod quarantine;
mod redress;
mod refusals;
mod service;
mod staff;
mod templates;
mod work;

use shared::language::Language;
use shared::notice::NoticeKind;
use shared::order::StepName;
use shared::protocol::desk::{BotAttempt, HandoffReason, Identity};
use shared::protocol::request::RequestKind;
use shared::tracking::{IncidentReason, Status};

use super::{Case, Frame, List, Phrases, SignIn};
use crate::state::Tab;
use dossier::{DOSSIER, HOUSEHOLD};
use keys::KEYS;
use labels::{LABELS, PICKING};
use palette::PALETTE;
use parcels::PARCELS;
use quarantine::QUARANTINE;
use refusals::refusal;
use staff::STAFF;
use templates::TEMPLATES;
use work::{ACTIONS, AFTER, BRIEF, CLOCKS, DUTY, NEWS, PROMISES, SORTING};

/// The table.
pub static PHRASES: Phrases = Phrases {
    sign_in: SIGN_IN,
    frame: FRAME,
    list: LIST,
    case: CASE,
    dossier: DOSSIER,
    household: HOUSEHOLD,
    account: owners::ACCOUNT,
    audit: owners::AUDIT,
    privacy: owners::PRIVACY,
    quarantine: QUARANTINE,
    parcels: PARCELS,
    overview: overview::OVERVIEW,
    templates: TEMPLATES,
    editor: editor::EDITOR,
    palette: PALETTE,
    labels: LABELS,
    picking: PICKING,
    brief: BRIEF,
    duty: DUTY,
    sorting: SORTING,
    redress: redress::REDRESS,
    clocks: CLOCKS,
    actions: ACTIONS,
    promises: PROMISES,
    after: AFTER,
    staff: STAFF,
    service: service::SERVICE,
    news: NEWS,
    keys: KEYS,
    wait,
    who,
    language,
    reason,
    request,
    promised: |request, day| format!("{request}, answer promised by {day}"),
    identity,
    attempt,
    status,
    incident,
    step,
    notice,
    refusal,
};

const SIGN_IN: SignIn = SignIn {
    title: "Sign in to the desk",
    intro: "Where your shop’s agents answer.",
    site: "Shop key",
    site_hint: "For example “atelier-des-rennes”. Whoever runs the shop will tell you.",
    email: "E-mail address",
    password: "Password",
    show_password: "Show password",
    submit: "Sign in",
    submitting: "Signing in…",
    expired: "Your session has ended. Sign in again to go on where you were.",
    wrong: "The key, the address or the password don’t match. Check all three and try again.",
    locked: |minutes| {
        let plural = if minutes == 1 { "" } else { "s" };
        format!(
            "Too many attempts. Try again in {minutes} minute{plural}, or ask whoever runs the shop for a new password."
        )
    },
    malformed: "One of the fields isn’t right. Check the shop key and the address.",
    unreachable: "The desk can’t be reached. Check your Internet connection and try again.",
    failed: "Signing in failed on our side. Try again in a moment.",
    site_missing: "Enter the shop key.",
    email_missing: "Enter your e-mail address.",
    password_missing: "Enter your password.",
};

const FRAME: Frame = Frame {
    desk: "Desk",
    views: "Views of the desk",
    loading: "Opening the desk…",
    sign_out: "Sign out",
    help: "Shortcuts",
    close: "Close",
    other_language: "Français",
    other_language_tag: "fr",
    connecting: "Connecting…",
    offline: |seconds| {
        format!("Offline. Next attempt in {seconds}\u{a0}s. Your messages will go out then.")
    },
    try_now: "Try now",
    skip: "Skip to the content",
    title: |waiting, site| match waiting {
        0 => format!("{site} – Desk"),
        _ => format!("({waiting}) {site} – Desk"),
    },
};

const LIST: List = List {
    heading: "Cases",
    tabs: "Which cases",
    tab: |tab| match tab {
        Tab::Waiting => "Waiting",
        Tab::Mine => "Mine",
        Tab::Promised => "Promised",
        Tab::Team => "Team",
        Tab::Bot => "Assistant",
        Tab::Closed => "Closed",
    },
    more: "Show more",
    empty: |tab| match tab {
        Tab::Waiting => "Nobody is waiting. New cases appear here by themselves.",
        Tab::Mine => "You have no case at the moment. Take one from “Waiting”.",
        Tab::Promised => "No promise is due today.",
        Tab::Team => "Your colleagues have no case at the moment.",
        Tab::Bot => "The assistant has no conversation at the moment.",
        Tab::Closed => "No closed case yet.",
    },
    waiting_for: |wait| format!("waiting for {wait}"),
    unread: |count| match count {
        1 => "1 unread message".to_owned(),
        _ => format!("{count} unread messages"),
    },
    you: "Shop",
    bot: "Assistant",
    no_message: "No message yet",
    arrived: |who| format!("New case waiting: {who}"),
};

const CASE: Case = Case {
    none_open: "Choose a case",
    none_open_hint: "The longest wait is at the top of the list. Use J and K to move, Enter to open.",
    loading: "Opening the case…",
    missing: "This case no longer exists. Choose another one from the list.",
    back: "Back to the list",
    open_dossier: "Shopper’s file",
    close_dossier: "Back to the conversation",
    conversation: "Conversation",
    earlier: "Show earlier messages",
    latest: "Latest messages",
    take: "Take",
    take_over: |name| format!("Take over from {name}"),
    reopen: "Reopen",
    resolve: "Resolve",
    state_bot: "With the assistant",
    state_waiting: "Waiting",
    state_mine: "Yours",
    state_held: |name| format!("With {name}"),
    state_closed: "Closed",
    shopper: "Shopper",
    bot: "Assistant",
    notice_told: |order| format!("Told to the shopper · order {order}"),
    note_by: |name| format!("Internal note · {name}"),
    handed_off: "Handed off to a human",
    handed_off_why: |reason| format!("Handed off to a human: {reason}"),
    taken: |name| format!("Taken by {name}"),
    set_aside: |name, until| format!("Set aside by {name} until {until}"),
    given_to_bot: "Given to the assistant",
    resolved: "Case closed",
    offered: "Offered answers:",
    form_shown: "Order form shown to the shopper",
    typing: "The shopper is typing…",
    read: "Read by the shopper",
    sending: "Sending…",
    sent: "Sent",
    not_sent: "Not sent.",
    retry: "Try again",
    edit: "Edit",
    reply: "Reply",
    note: "Internal note",
    word: "Kind of message",
    reply_placeholder: "Reply to the shopper…",
    note_placeholder: "A note for the team. @ tells a colleague. The shopper won’t see it.",
    reply_hint: "Enter sends · Shift + Enter starts a new line",
    note_hint: "Enter saves · the shopper won’t see it",
    send: "Send",
    save_note: "Save",
    take_first: "Take the case to reply. You can still leave notes.",
    too_long: |excess| format!("{excess} characters too many"),
};

fn wait(minutes: i64) -> String {
    match minutes {
        0 => "<\u{a0}1\u{a0}min".to_owned(),
        1..60 => format!("{minutes}\u{a0}min"),
        60..1_440 => format!("{}\u{a0}h\u{a0}{:02}", minutes / 60, minutes % 60),
        _ => format!("{}\u{a0}d", minutes / 1_440),
    }
}

fn who(identity: &Identity, orders: &[String]) -> String {
    match (identity, orders.first()) {
        (
            Identity::Verified {
                name: Some(name), ..
            },
            _,
        ) => name.clone(),
        (Identity::Verified { name: None, .. }, _) => "Verified shopper".to_owned(),
        (Identity::OrderVerified, Some(order)) => format!("Shopper of order {order}"),
        (Identity::OrderVerified, None) => "Shopper of an order".to_owned(),
        (Identity::Anonymous, _) => "Visitor".to_owned(),
    }
}

fn language(language: Language) -> &'static str {
    match language {
        Language::French => "French",
        Language::English => "English",
        Language::German => "German",
        Language::Spanish => "Spanish",
        Language::Italian => "Italian",
        Language::Dutch => "Dutch",
        Language::Portuguese => "Portuguese",
        Language::Arabic => "Arabic",
    }
}

fn reason(reason: HandoffReason) -> &'static str {
    match reason {
        HandoffReason::Requested => "the shopper asked for one",
        HandoffReason::NotUnderstood => "the assistant did not understand",
        HandoffReason::Incident => "something is wrong with the order",
        HandoffReason::Reopened => "the shopper answered after the case was closed",
        HandoffReason::Action => "a request to carry out",
    }
}

fn request(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::OtherAddress => "Another address",
        RequestKind::OtherPoint => "Another pickup point",
        RequestKind::SendAgain => "Another parcel",
        RequestKind::Refund => "Refund",
        RequestKind::Inquiry => "Delivered, not received",
    }
}

fn identity(identity: &Identity) -> &'static str {
    match identity {
        Identity::Anonymous => "Unknown: a device, no more. Use no name.",
        Identity::OrderVerified => {
            "Knows an order’s number and its e-mail or postcode. The name is not verified."
        }
        Identity::Verified { .. } => "Identity signed by the shop.",
    }
}

fn attempt(attempt: BotAttempt) -> &'static str {
    match attempt {
        BotAttempt::AskedForOrder => "Asked for the order number and a proof",
        BotAttempt::ProofFailed => "Could not verify the proof",
        BotAttempt::ShowedOrder => "Showed where the order is",
        BotAttempt::DidNotUnderstand => "Said that it did not understand",
        BotAttempt::ToldCutoff => "Said until when to order",
        BotAttempt::AgreedToWait => "Agreed to wait for news",
        BotAttempt::NamedUsualPlaces => {
            "Had the letterbox, the neighbors and the caretaker looked into"
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "Label created",
        Status::InTransit => "In transit",
        Status::OutForDelivery => "Out for delivery",
        Status::AvailableForPickup => "At the pickup point",
        Status::DeliveryAttempted => "Delivery attempted",
        Status::Delivered => "Delivered",
        Status::Delayed => "Delayed",
        Status::Exception => "Incident",
        Status::Returning => "Being returned",
        Status::Returned => "Returned",
        Status::Lost => "Can’t be found",
        Status::Cancelled => "Shipment cancelled",
        Status::Unknown => "Unknown status",
    }
}

fn incident(reason: IncidentReason) -> &'static str {
    match reason {
        IncidentReason::Customs => "customs",
        IncidentReason::Address => "wrong or incomplete address",
        IncidentReason::Refused => "refused",
        IncidentReason::Absent => "nobody was there",
        IncidentReason::Damaged => "damaged",
        IncidentReason::Disruption => "general disruption",
        IncidentReason::PointClosed => "pickup point closed",
        IncidentReason::PointFull => "pickup point full",
        IncidentReason::PointMoved => "another pickup point",
    }
}

fn step(step: StepName) -> &'static str {
    match step {
        StepName::Ordered => "Ordered",
        StepName::Shipped => "Shipped",
        StepName::OutForDelivery => "Out for delivery",
        StepName::ReadyForPickup => "To pick up",
        StepName::Delivered => "Delivered",
        StepName::Returned => "Returned",
    }
}

fn notice(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Shipped => "Shipped",
        NoticeKind::OutForDelivery => "Arrives today",
        NoticeKind::ReadyForPickup => "Ready for pickup",
        NoticeKind::Delivered => "Delivered",
        NoticeKind::DeliveryAttempted => "Delivery attempted",
        NoticeKind::Delayed => "Delayed",
        NoticeKind::Sooner => "Sooner",
        NoticeKind::NotHandedOver => "Not handed over",
        NoticeKind::Stalled => "No scan",
        NoticeKind::Late => "Past its promise",
        NoticeKind::WillMissDeadline => "Will miss its day",
        NoticeKind::PickupReminder => "Pickup reminder",
        NoticeKind::PickupPointChanged => "Pickup point changed",
        NoticeKind::CustomsHold => "Held by customs",
        NoticeKind::AddressProblem => "Address problem",
        NoticeKind::Damaged => "Damaged",
        NoticeKind::Returning => "Going back",
        NoticeKind::Returned => "Returned",
        NoticeKind::PresumedLost => "Presumed lost",
        NoticeKind::Found => "Found",
    }
}
