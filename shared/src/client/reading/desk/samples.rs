//! Values of what agents read, with every field filled.

use serde_json::{Value, json};

use crate::client::reading::samples::order;

pub(super) fn agent() -> Value {
    json!({ "id": "a1", "name": "Zoé" })
}

pub(super) fn promise() -> Value {
    json!({
        "id": 3, "kind": "refund", "by": "2026-12-22", "due": 5, "owner": agent(),
        "standing": { "standing": "kept", "at": 9 }
    })
}

pub(super) fn request() -> Value {
    json!({ "kind": "send_again", "order": "#1042", "parcels": ["6A1"], "promise_by": "2026-12-22" })
}

pub(super) fn redress() -> Value {
    json!({
        "id": 8, "order": "#1042", "parcel": "6A1", "harm": "lost", "remedy": "refund",
        "by": agent(), "standing": { "standing": "approved", "by": agent() }
    })
}

pub(super) fn clock() -> Value {
    json!({ "kind": "next_answer", "since": 1, "due": 2 })
}

pub(super) fn mark(list: &str) -> Value {
    json!({ "list": list, "vip": true, "at": 3, "contact": "c" })
}

pub(super) fn profile() -> Value {
    json!({
        "level": "expert", "skills": ["delivery", "refund"], "languages": ["fr", "en"],
        "capacity": 4, "channel": "mail"
    })
}

pub(super) fn teammate() -> Value {
    json!({ "agent": agent(), "lead": true, "profile": profile(), "presence": "by_hand", "open": 2 })
}

pub(super) fn case() -> Value {
    json!({
        "contact": "c", "conversation": 2, "state": { "state": "queued", "since": 7 },
        "reason": "incident",
        "service": { "since": 1, "answered": true, "waits_since": 4 },
        "triage": { "topic": "pickup", "vip": ["third_contact"], "simple": true, "mood": "worried" },
        "request": request(),
        "identity": { "level": "verified", "name": "Léa", "email": "lea@a.example" },
        "language": "fr", "promises": [promise()], "approvals": [redress()],
        "labels": ["colis-abime"], "mentioned": ["a1"], "orders": ["#1042"], "preview": "Bonjour",
        "last_author": "shopper", "updated_at": 11, "head": 12, "unread": 3
    })
}

pub(super) fn orders() -> Value {
    serde_json::to_value([order()]).unwrap()
}

pub(super) fn dossier() -> Value {
    json!({
        "seq": 4, "at": 5, "reason": "requested", "request": request(),
        "identity": { "level": "order_verified" }, "language": "en", "orders": orders(),
        "asked": [{ "seq": 1, "text": "Où ?" }], "tried": ["showed_order"], "topic": "return",
        "mood": {
            "level": "angry", "public_complaint": true,
            "lines": [{ "seq": 1, "level": "desperate", "text": "!!!" }]
        },
        "notices": [{ "seq": 2, "at": 3, "notice": "late", "order": "shopify:1" }],
        "earlier": [
            { "seq": 1, "at": 2, "conversation": 1, "reason": "reopened", "topic": "other" }
        ],
        "promises": [promise()]
    })
}

pub(super) fn present() -> Value {
    json!({
        "identity": { "level": "anonymous" }, "language": "fr",
        "state": { "state": "open", "assignee": agent() }, "request": request(),
        "redress": [redress()], "orders": orders(), "promises": [promise()], "read_upto": 6
    })
}

pub(super) fn event(fact: &Value) -> Value {
    json!({ "seq": 9, "at": 10, "conversation": 1, "fact": fact })
}

pub(super) fn events() -> Value {
    json!([
        event(&json!({ "kind": "note", "author": agent(), "text": "Vu" })),
        event(&json!({ "kind": "solved", "agreed": true })),
        event(&json!({ "kind": "rated", "rating": "fair" })),
        event(&json!({ "kind": "scored", "score": 9 })),
        event(&json!({ "kind": "redress", "redress": redress() })),
    ])
}

pub(super) fn entry() -> Value {
    json!({
        "id": 1, "at": 2, "source": "shopify", "topic": "orders/create",
        "problem": "order_without_id", "size": 40, "state": "discarded", "tried_at": 3
    })
}

pub(super) fn fill() -> Value {
    json!({
        "field": "pickup_point", "value": "Tabac", "language": "fr", "order": "#1042",
        "parcel": "6A1"
    })
}

pub(super) fn guide() -> Value {
    json!({
        "order": "shopify:1", "number": "#1042", "parcel": "6A1",
        "grounds": [{ "kind": "promised", "by": "2026-12-22" }],
        "harms": [{
            "harm": "not_received", "missing": ["photo"],
            "steps": [{ "remedy": "inquiry", "needs": "expert", "eased_from": "2026-12-24" }]
        }]
    })
}
