//! The frames of the shopper's socket and the shop's card.

use super::{Named, Node, Read, desk, named, part, tagged};
use crate::articles::Article;
use crate::notice::{NoticeKind, Severity};
use crate::protocol::Refusal;
use crate::protocol::promise::{Commitment, PromiseKind};
use crate::protocol::session::{Opening, SiteCard};
use crate::protocol::widget::{
    AgentName, Author, Card, Choice, ChoiceId, ConversationState, Event, Fact, Message,
    ShopperCommand, ShopperEvent,
};
use crate::record;

tagged!(ShopperEvent by type {
    "welcome" => Welcome { contact, epoch, head, read_upto, agent_read_upto, state, orders },
    "events" => Events { events, more },
    "acked" => Acked { cid, seq, events },
    "refused" => Refused { cid, code, retry_after },
    "reset" => Reset { epoch },
    "agent_read" => AgentRead { upto },
    "agent_typing" => AgentTyping,
    "queue_place" => QueuePlace { place, agents, wait_minutes },
    "ticket" => Ticket { ticket },
    "bye" => Bye { code, retry_after },
});

// A client reads its own commands when it finds them kept.
tagged!(ShopperCommand by type {
    "hello" => Hello { epoch, last_seq, language },
    "send" => Send { cid, text },
    "choose" => Choose { cid, choice, about },
    "verify_order" => VerifyOrder { cid, number, proof },
    "request_human" => RequestHuman { cid },
    "read" => Read { upto },
    "fetch" => Fetch { after, limit },
    "typing" => Typing,
    "got" => Got,
});

impl Read for Event {
    /// What a newer edge says and this client can't read counts as its number, and takes nothing
    /// else with it.
    fn read<N: Node>(node: &N) -> Option<Self> {
        Some(Self {
            seq: part(node, "seq")?,
            at: part(node, "at")?,
            conversation: part(node, "conversation")?,
            fact: part(node, "fact")
                .or_else(|| desk::fact_between_agents(node))
                .unwrap_or(Fact::Hidden),
        })
    }
}

tagged!(Fact by kind {
    "message" => Message(Message),
    "notice" => Notice { notice, severity, text, next, parcels, choices, order },
    "order_updated" => OrderUpdated { order },
    "state_changed" => StateChanged { state },
    "promise_settled" => PromiseSettled { promise, kept },
    "note" => Note { author, text },
    "hidden" => Hidden,
});

record!(Message {
    author,
    text,
    cid,
    about,
    card,
    choices,
    promise
});

record!(Commitment { kind, by, text });

named!(PromiseKind {
    "callback" => Callback,
    "answer" => Answer,
    "refund" => Refund,
    "replacement" => Replacement,
});

tagged!(Author by by {
    "shopper" => Shopper,
    "bot" => Bot,
    "agent" => Agent(AgentName),
});

record!(AgentName { id, name });

tagged!(Card by card {
    "order" => Order { order },
    "order_form" => OrderForm { number },
});

record!(Choice { id, label });

tagged!(ConversationState by state {
    "pending" => Pending,
    "queued" => Queued { since },
    "open" => Open { assignee },
    "snoozed" => Snoozed { until, assignee },
    "resolved" => Resolved,
});

record!(SiteCard {
    name,
    language,
    accent,
    help,
    hours,
    wait_minutes
});

record!(Opening { from, until });

record!(Article {
    title,
    text,
    language
});

named!(ChoiceId {
    "track_order" => TrackOrder,
    "other_order" => OtherOrder,
    "talk_to_human" => TalkToHuman,
    "settled" => Settled,
    "wait" => Wait,
    "other_address" => OtherAddress,
    "other_point" => OtherPoint,
    "send_again" => SendAgain,
    "refund" => Refund,
    "not_received" => NotReceived,
    "still_missing" => StillMissing,
    "mute_order" => MuteOrder,
    "unmute_order" => UnmuteOrder,
    "call_back" => CallBack,
    "not_settled" => NotSettled,
    "rate_good" => RateGood,
    "rate_fair" => RateFair,
    "rate_bad" => RateBad,
    "say" => Say,
});

named!(Refusal {
    "malformed" => Malformed,
    "flawed" => Flawed,
    "too_large" => TooLarge,
    "too_fast" => TooFast,
    "conflict" => Conflict,
    "empty" => Empty,
    "too_long" => TooLong,
    "out_of_place" => OutOfPlace,
    "forbidden" => Forbidden,
    "not_found" => NotFound,
    "locked" => Locked,
    "unavailable" => Unavailable,
});

named!(Severity {
    "info" => Info,
    "attention" => Attention,
    "urgent" => Urgent,
});

named!(NoticeKind {
    "shipped" => Shipped,
    "out_for_delivery" => OutForDelivery,
    "ready_for_pickup" => ReadyForPickup,
    "delivered" => Delivered,
    "delivery_attempted" => DeliveryAttempted,
    "delayed" => Delayed,
    "sooner" => Sooner,
    "not_handed_over" => NotHandedOver,
    "stalled" => Stalled,
    "late" => Late,
    "will_miss_deadline" => WillMissDeadline,
    "pickup_reminder" => PickupReminder,
    "pickup_point_changed" => PickupPointChanged,
    "customs_hold" => CustomsHold,
    "address_problem" => AddressProblem,
    "damaged" => Damaged,
    "returning" => Returning,
    "returned" => Returned,
    "presumed_lost" => PresumedLost,
    "found" => Found,
});
