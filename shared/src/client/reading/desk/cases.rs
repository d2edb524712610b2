//! Cases: the line of the list, the dossier, what is known now, what is owed.

use crate::client::reading::{Named, Node, Read, named, part, tagged};
use crate::mood::{Mood, MoodLevel, MoodLine};
use crate::protocol::desk::{
    Asked, BotAttempt, CaseClock, CaseList, CaseMark, CaseSummary, Dossier, HandoffReason,
    Identity, LastAuthor, PastHandoff, Present, ToldNotice,
};
use crate::protocol::promise::{Pledge, Promise, Standing};
use crate::protocol::request::{Request, RequestKind};
use crate::record;
use crate::routing::{Topic, Triage, VipReason};
use crate::sla::{Clock, ClockKind, Service};

record!(CaseSummary {
    contact,
    conversation,
    state,
    reason,
    service,
    triage,
    request,
    identity,
    language,
    promises,
    approvals,
    labels,
    mentioned,
    orders,
    preview,
    last_author,
    updated_at,
    head,
    unread,
});

named!(CaseList {
    "queued" => Queued,
    "open" => Open,
    "snoozed" => Snoozed,
    "pending" => Pending,
    "resolved" => Resolved,
});

record!(CaseMark {
    list,
    vip,
    at,
    contact,
});

record!(Dossier {
    seq,
    at,
    reason,
    request,
    identity,
    language,
    orders,
    asked,
    tried,
    topic,
    mood,
    notices,
    earlier,
    promises,
});

record!(Present {
    identity,
    language,
    state,
    request,
    redress,
    orders,
    promises,
    read_upto,
});

record!(Asked { seq, text });

record!(ToldNotice {
    seq,
    at,
    notice,
    order
});

record!(PastHandoff {
    seq,
    at,
    conversation,
    reason,
    topic
});

record!(Request {
    kind,
    order,
    parcels,
    promise_by
});

record!(Triage {
    topic,
    vip,
    simple,
    mood
});

record!(Mood {
    level,
    public_complaint,
    lines
});

record!(MoodLine { seq, level, text });

record!(CaseClock { contact, clock });

record!(Clock { kind, since, due });

record!(Service {
    since,
    answered,
    waits_since
});

record!(Pledge { kind, by });

record!(Promise {
    id,
    kind,
    by,
    due,
    owner,
    standing
});

tagged!(Standing by standing {
    "open" => Open,
    "kept" => Kept { at },
    "broken" => Broken { at },
    "late" => Late { at },
});

tagged!(Identity by level {
    "anonymous" => Anonymous,
    "order_verified" => OrderVerified,
    "verified" => Verified { name, email },
});

named!(LastAuthor {
    "nobody" => Nobody,
    "shopper" => Shopper,
    "bot" => Bot,
    "agent" => Agent,
});

named!(HandoffReason {
    "requested" => Requested,
    "not_understood" => NotUnderstood,
    "incident" => Incident,
    "reopened" => Reopened,
    "action" => Action,
});

named!(BotAttempt {
    "asked_for_order" => AskedForOrder,
    "proof_failed" => ProofFailed,
    "showed_order" => ShowedOrder,
    "did_not_understand" => DidNotUnderstand,
    "agreed_to_wait" => AgreedToWait,
    "told_cutoff" => ToldCutoff,
    "named_usual_places" => NamedUsualPlaces,
});

named!(RequestKind {
    "other_address" => OtherAddress,
    "other_point" => OtherPoint,
    "send_again" => SendAgain,
    "refund" => Refund,
    "inquiry" => Inquiry,
});

named!(Topic {
    "delivery" => Delivery,
    "pickup" => Pickup,
    "return" => Return,
    "refund" => Refund,
    "product" => Product,
    "other" => Other,
});

named!(VipReason {
    "deadline_at_risk" => DeadlineAtRisk,
    "third_contact" => ThirdContact,
    "high_emotion" => HighEmotion,
    "public_complaint" => PublicComplaint,
    "promise_broken" => PromiseBroken,
});

named!(MoodLevel {
    "calm" => Calm,
    "worried" => Worried,
    "angry" => Angry,
    "desperate" => Desperate,
});

named!(ClockKind {
    "first_answer" => FirstAnswer,
    "next_answer" => NextAnswer,
    "solution" => Solution,
});
