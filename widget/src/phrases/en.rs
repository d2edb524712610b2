//! English.

use shared::order::StepName;
use shared::protocol::Refusal;
use shared::tracking::{IncidentReason, Status};

use super::Phrases;

pub static PHRASES: Phrases = Phrases {
    assistant: "Automatic assistant",
    with_agent: |name| [name, " is answering you"].concat(),
    waiting: "Waiting for a person",
    waiting_at: |place| {
        if place == 1 {
            "Waiting for a person: you are next".to_owned()
        } else {
            [
                "Waiting for a person, number ",
                &place.to_string(),
                " in line",
            ]
            .concat()
        }
    },
    nobody_there: "Nobody is at the desk right now. Your message is kept and will be read.",
    closed: "Conversation closed",
    resolved: "This conversation is closed. Write to reopen it.",
    handed_over: "Your conversation goes to a person, with everything that was said.",
    back_to_assistant: "The automatic assistant has the conversation again.",
    took_over: |name| [name, " joined the conversation."].concat(),
    close: "Close the chat",
    talk_to_human: "Talk to a person",
    track_order: "Track my order",
    greeting: |shop| ["Hello, this is ", shop, "."].concat(),
    greeting_more: "What can we do for you?",
    ask_for_order: |number| ["Where is my order ", number, "?"].concat(),
    transcript: "Conversation",
    connecting: "Connecting…",
    offline: "Connection lost. Your messages will go out as soon as it is back.",
    earlier: "See earlier messages",
    unread: "New messages",
    today: "Today",
    yesterday: "Yesterday",
    you: "You",
    said: |who| [who, ":"].concat(),
    typing: |who| match who {
        Some(name) => [name, " is typing…"].concat(),
        None => "An answer is being written…".to_owned(),
    },
    sending: "Sending…",
    sent: "Sent",
    seen: "Seen",
    unanswered: "Not sent.",
    retry: "Try again",
    edit: "Edit",
    message: "Your message",
    message_hint: "Write your message",
    send: "Send",
    characters_left: |n| {
        [
            n.to_string().as_str(),
            if n == 1 {
                " character left"
            } else {
                " characters left"
            },
        ]
        .concat()
    },
    characters_over: |n| {
        [
            "Too long: remove ",
            n.to_string().as_str(),
            if n == 1 {
                " character."
            } else {
                " characters."
            },
        ]
        .concat()
    },
    refusal,
    in_seconds: |seconds| match seconds {
        0..=90 => ["Try again in ", seconds.to_string().as_str(), " s."].concat(),
        91..=5400 => [
            "Try again in ",
            seconds.div_ceil(60).to_string().as_str(),
            " min.",
        ]
        .concat(),
        _ => [
            "Try again in ",
            seconds.div_ceil(3600).to_string().as_str(),
            " h.",
        ]
        .concat(),
    },
    news: "News of your parcel",
    order: |number| ["Order ", number].concat(),
    placed: |day| ["Placed on ", day].concat(),
    cancelled: "Order cancelled",
    preparing: "The shop is preparing your order. Nothing has left yet.",
    more_items: |n| {
        [
            "and ",
            n.to_string().as_str(),
            if n == 1 { " more item" } else { " more items" },
        ]
        .concat()
    },
    parcel: |n, of| {
        [
            "Parcel ",
            n.to_string().as_str(),
            " of ",
            of.to_string().as_str(),
        ]
        .concat()
    },
    expected: "Expected delivery",
    first_promised: |day| ["first announced for ", day].concat(),
    carrier: "Carrier",
    tracking_number: "Tracking number",
    track_at: |carrier| ["Track with ", carrier].concat(),
    track: "Track the parcel",
    new_tab: "(new tab)",
    pickup_point: "Pickup point",
    kept_until: |day| ["The parcel is kept there until ", day, "."].concat(),
    way_there: "See on the map",
    history: |n| ["Full history (", n.to_string().as_str(), ")"].concat(),
    step,
    status,
    reason,
    form_title: "Find my order",
    number: "Order number",
    number_hint: "It is in the confirmation e-mail, for example 1042.",
    number_missing: "Enter the order’s number.",
    proof: "E-mail or postcode",
    proof_hint: "The one on the order.",
    proof_missing: "Enter the e-mail or the postcode on the order.",
    look_up: "Find",
};

fn refusal(code: Refusal) -> &'static str {
    match code {
        Refusal::Malformed | Refusal::OutOfPlace => {
            "This can’t be done here. Reload the page, then try again."
        }
        Refusal::TooLarge | Refusal::TooLong => {
            "Too long. Shorten the message or send it in two parts."
        }
        Refusal::TooFast => "Too many messages at once. Wait a moment, then try again.",
        Refusal::Conflict => "This message changed on the way. Edit it, then send it again.",
        Refusal::Empty => "The message is empty. Write a few words.",
        Refusal::Forbidden => "This isn’t open to you. Ask to talk to a person.",
        Refusal::NotFound => "Not found. Reload the page, then try again.",
        Refusal::Locked => "Too many attempts for this order. You can also talk to a person.",
        Refusal::Unavailable => "Something failed on our side. Your message is kept; try again.",
    }
}

fn step(name: StepName) -> &'static str {
    match name {
        StepName::Ordered => "Ordered",
        StepName::Shipped => "Shipped",
        StepName::OutForDelivery => "Out for delivery",
        StepName::ReadyForPickup => "At the pickup point",
        StepName::Delivered => "Delivered",
        StepName::Returned => "Returned",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "Soon with the carrier",
        Status::InTransit => "On its way",
        Status::OutForDelivery => "Out for delivery",
        Status::AvailableForPickup => "Ready at the pickup point",
        Status::DeliveryAttempted => "Delivery attempted",
        Status::Delivered => "Delivered",
        Status::Delayed => "Delayed",
        Status::Exception => "A problem holds the parcel",
        Status::Returning => "On its way back to the shop",
        Status::Returned => "Back at the shop",
        Status::Lost => "The carrier can’t find it",
        Status::Cancelled => "Shipment cancelled",
        Status::Unknown => "No news from the carrier yet",
    }
}

fn reason(reason: IncidentReason) -> &'static str {
    match reason {
        IncidentReason::Customs => "It is at customs.",
        IncidentReason::Address => "The address is wrong or incomplete.",
        IncidentReason::Refused => "The parcel was refused.",
        IncidentReason::Absent => "Nobody was there.",
        IncidentReason::Damaged => "The parcel is damaged.",
        IncidentReason::Disruption => "Weather, a strike or the like holds many parcels.",
        IncidentReason::PointClosed => "The pickup point is closed.",
        IncidentReason::PointFull => "The pickup point is full.",
        IncidentReason::PointMoved => "The parcel goes to another pickup point.",
    }
}
