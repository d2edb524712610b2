//! What serde writes is read as what it was, for everything that agents read.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::samples::{
    agent, case, clock, dossier, entry, event, events, fill, guide, mark, present, profile,
    promise, redress, teammate,
};
use super::*;
use crate::audit::Action;
use crate::client::reading::tests::{Tagged, check_names};
use crate::household::Household;
use crate::mood::MoodLevel;
use crate::protocol::desk::{
    BotAttempt, CaseList, CaseSummary, Dossier, HandoffReason, Identity, LastAuthor, Present,
    QuarantineEntry, QuarantineState,
};
use crate::protocol::labels::{Label, LabelColor};
use crate::protocol::parcels::{Risk, RiskPage};
use crate::protocol::privacy::Erasure;
use crate::protocol::promise::{Pledge, Standing};
use crate::protocol::report::Report;
use crate::protocol::request::RequestKind;
use crate::protocol::staff::{Invited, Member, OwnSession, Role};
use crate::protocol::templates::Template;
use crate::protocol::widget::Event;
use crate::redress::{Authority, Ground, Guide, Harm, Missing, Redress, RedressStanding, Remedy};
use crate::routing::{Channel, Level, Presence, Profile, Topic, VipReason};
use crate::search::{Hit, Kind};
use crate::settings::ServicePage;
use crate::sla::{Clock, ClockKind};
use crate::source::Malformed;
use crate::template::{Draft, Field};

/// A value as the desk has it.
struct Shown(Value);

impl Node for Shown {
    const AT_DESK: bool = true;

    fn field(&self, name: &str) -> Option<Self> {
        self.0.field(name).map(Self)
    }

    fn items(&self) -> Option<Vec<Self>> {
        Some(self.0.items()?.into_iter().map(Self).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.text()
    }

    fn number(&self) -> Option<f64> {
        self.0.number()
    }

    fn flag(&self) -> Option<bool> {
        self.0.flag()
    }
}

/// Checks that a sample is read as serde reads it, and that it fills every field there is.
fn check<T: Read + Serialize + DeserializeOwned + PartialEq + Debug>(sample: &Value) {
    let value: T = serde_json::from_value(sample.clone()).expect("a sample of the protocol");
    assert_eq!(&serde_json::to_value(&value).unwrap(), sample);
    assert_eq!(T::read(&Shown(sample.clone())), Some(value), "{sample}");
}

/// Checks samples of an enum, and that there is one of each variant.
fn check_each<T>(tag: &str, variants: &[&str], samples: &[Value])
where
    T: Read + Serialize + DeserializeOwned + PartialEq + Debug,
{
    for sample in samples {
        check::<T>(sample);
    }
    let mut tried: Vec<_> = samples
        .iter()
        .map(|sample| sample[tag].as_str().unwrap())
        .collect();
    let mut variants = variants.to_vec();
    tried.sort_unstable();
    variants.sort_unstable();
    assert_eq!(tried, variants);
}

/// The names of all variants of an enum, as serde tells them to whoever says another.
fn variants<T: DeserializeOwned + Debug>(tag: &str) -> Vec<String> {
    let told = serde_json::from_value::<T>(json!({ tag: "sang" })).unwrap_err();
    let told = told.to_string();
    let names = told.split('`').skip(3).step_by(2);
    names.map(str::to_owned).collect()
}

#[test]
fn every_frame_for_agents_is_read_as_what_it_was() {
    let contact = "c";
    let samples = [
        json!({
            "type": "welcome", "site": "shop", "site_name": "Shop", "agent": agent(),
            "cases": [case()], "more": [mark("queued"), mark("pending")],
            "clocks": [{ "contact": contact, "clock": clock() }],
            "quarantine": [entry()], "team": [teammate()]
        }),
        json!({
            "type": "cases_listed", "list": "open", "cases": [case()],
            "clocks": [{ "contact": contact, "clock": clock() }], "more": mark("open")
        }),
        json!({ "type": "team_changed", "team": [teammate()] }),
        json!({ "type": "case_changed", "case": case() }),
        json!({ "type": "clocks_changed", "contact": contact, "clocks": [clock()] }),
        json!({ "type": "clock_over", "contact": contact, "clock": clock() }),
        json!({ "type": "case_given", "contact": contact, "vip": true }),
        json!({ "type": "promise_due", "contact": contact, "promise": promise() }),
        json!({ "type": "promise_broken", "contact": contact, "promise": promise() }),
        json!({
            "type": "redress_shown", "contact": contact, "authority": "regular",
            "guides": [guide()]
        }),
        json!({ "type": "redress_asked", "contact": contact, "redress": redress() }),
        json!({ "type": "redress_answered", "contact": contact, "redress": redress() }),
        json!({ "type": "case_gone", "contact": contact, "goes_on_as": "d" }),
        json!({
            "type": "case_opened", "contact": contact, "dossier": dossier(),
            "present": present(), "events": events(), "head": 12
        }),
        json!({ "type": "case_events", "contact": contact, "events": events() }),
        json!({ "type": "case_watched", "contact": contact, "by": [agent()] }),
        json!({ "type": "shopper_read", "contact": contact, "upto": 3 }),
        json!({ "type": "shopper_typing", "contact": contact }),
        json!({ "type": "acked", "cid": "k", "seq": 4 }),
        json!({ "type": "refused", "cid": "k", "code": "flawed", "retry_after": 2 }),
        json!({ "type": "quarantine_added", "entry": entry() }),
        json!({ "type": "quarantine_changed", "entry": entry() }),
        json!({ "type": "quarantined", "entry": entry(), "body": "{}" }),
        json!({ "type": "still_there" }),
        json!({ "type": "bye", "code": "forbidden", "retry_after": 60 }),
    ];
    check_each::<AgentEvent>("type", AgentEvent::TAGS, &samples);
    assert_eq!(AgentEvent::TAGS, variants::<AgentEvent>("type"));
}

#[test]
fn cv25_every_command_with_a_name_is_read_as_what_was_kept() {
    let samples = [
        json!({ "type": "take_case", "cid": "k", "contact": "c" }),
        json!({
            "type": "reply", "cid": "k", "contact": "c", "text": "Bonjour",
            "promise": { "kind": "callback", "by": "2026-12-22" }, "fills": [fill()]
        }),
        json!({ "type": "keep_promise", "cid": "k", "contact": "c", "promise": 3 }),
        json!({
            "type": "choose_redress", "cid": "k", "contact": "c",
            "choice": { "order": "shopify:1", "parcel": "6A1", "harm": "late", "remedy": "voucher" }
        }),
        json!({ "type": "answer_redress", "cid": "k", "contact": "c", "redress": 8, "approved": true }),
        json!({ "type": "add_note", "cid": "k", "contact": "c", "text": "Vu" }),
        json!({ "type": "label_case", "cid": "k", "contact": "c", "label": "vip", "on": true }),
        json!({ "type": "resolve", "cid": "k", "contact": "c" }),
        json!({ "type": "give_case", "cid": "k", "contact": "c", "to": "a2" }),
        json!({ "type": "release_case", "cid": "k", "contact": "c" }),
        json!({ "type": "snooze_case", "cid": "k", "contact": "c", "until": 99 }),
    ];
    check_each::<AgentCommand>("type", AgentCommand::TAGS, &samples);
    // The others have no name, and so are not kept.
    let unnamed = |name: &String| {
        let bare = json!({
            "type": name, "contact": "c", "ready": true, "after": 1, "limit": 1, "upto": 1, "id": 1,
            "mark": mark("open")
        });
        serde_json::from_value::<AgentCommand>(bare).is_ok()
    };
    let known = variants::<AgentCommand>("type");
    let named: Vec<_> = known.into_iter().filter(|name| !unnamed(name)).collect();
    let mut tags = AgentCommand::TAGS.to_vec();
    let mut named: Vec<_> = named.iter().map(String::as_str).collect();
    tags.sort_unstable();
    named.sort_unstable();
    assert_eq!(tags, named);
}

#[test]
fn every_part_of_a_case_is_read_as_what_it_was() {
    check::<CaseSummary>(&case());
    check::<Dossier>(&dossier());
    check::<Present>(&present());
    check_each::<Standing>(
        "standing",
        Standing::TAGS,
        &[
            json!({ "standing": "open" }),
            json!({ "standing": "kept", "at": 1 }),
            json!({ "standing": "broken", "at": 1 }),
            json!({ "standing": "late", "at": 1 }),
        ],
    );
    check_each::<Identity>(
        "level",
        Identity::TAGS,
        &[
            json!({ "level": "anonymous" }),
            json!({ "level": "order_verified" }),
            json!({ "level": "verified", "name": null, "email": null }),
        ],
    );
    check_each::<RedressStanding>(
        "standing",
        RedressStanding::TAGS,
        &[
            json!({ "standing": "decided" }),
            json!({ "standing": "asked" }),
            json!({ "standing": "approved", "by": agent() }),
            json!({ "standing": "declined", "by": agent() }),
        ],
    );
    check_each::<Ground>(
        "kind",
        Ground::TAGS,
        &[
            json!({ "kind": "status", "status": "lost", "at": 1 }),
            json!({ "kind": "silent", "days": 3, "lost_after": 5 }),
            json!({ "kind": "promised", "by": "2026-12-22" }),
            json!({ "kind": "estimated", "by": "2026-12-22" }),
            json!({ "kind": "proof_of_delivery" }),
            json!({ "kind": "misses_its_day" }),
        ],
    );
    assert_eq!(Standing::TAGS, variants::<Standing>("standing"));
    assert_eq!(Identity::TAGS, variants::<Identity>("level"));
    assert_eq!(
        RedressStanding::TAGS,
        variants::<RedressStanding>("standing")
    );
    assert_eq!(Ground::TAGS, variants::<Ground>("kind"));
    check::<Guide>(&guide());
    check::<Redress>(&redress());
    check::<Clock>(&clock());
    check::<Pledge>(&json!({ "kind": "answer", "by": "2026-12-22" }));
}

#[test]
fn every_answer_is_read_as_what_it_was() {
    let pattern = json!({
        "id": "lost", "language": "fr", "title": "T", "subject": "S", "body": "B",
        "own": { "by": "Zoé", "at": 1, "replaces": true }
    });
    check::<Template>(&pattern);
    check::<Profile>(&profile());
    check::<Member>(&json!({
        "id": "a1", "name": "Zoé", "email": "zoe@a.example", "role": "lead", "sessions": 1
    }));
    check::<Invited>(&json!({
        "invitation": { "id": "i", "email": "zoe@a.example", "role": "agent", "expires_at": 1 },
        "link": "https://a.example/desk#join=t"
    }));
    let kin = json!({
        "orders": 2, "gifts": 1,
        "parcels": [{ "status": "in_transit", "estimate": "2026-12-22" }]
    });
    check::<Household>(&json!({ "address": kin, "payer": kin }));
    check::<OwnSession>(&json!({
        "id": "s", "since": 1, "expires_at": 2, "device": "Firefox", "current": true
    }));
    check::<Erasure>(&json!({
        "receipt": "r", "contact": "c", "asked_at": 1, "done_at": 2
    }));
    check::<Label>(&json!({ "id": "vip", "name": "VIP", "color": "violet" }));
    check::<Hit>(&json!({
        "kind": "message", "contact": "c", "seq": 1, "at": 2,
        "excerpt": [{ "text": "perdu", "found": true }, { "text": " ?" }]
    }));
    check::<Draft>(&json!({
        "subject": "S", "chat": "C", "email": "E", "letter": "L", "fills": [fill()]
    }));
    for hours in [json!("Mo-Fr 09:00-18:00"), json!(null)] {
        check::<ServicePage>(&json!({
            "rules": {
                "hours": hours,
                "targets": {
                    "first_answer_minutes": 10, "next_answer_minutes": 20,
                    "solution_minutes": 1440,
                    "call_back_minutes": 15
                },
                "queue": {
                    "overflow_minutes": 3, "absent_minutes": 5,
                    "mail_agents_from": "2026-12-01", "mail_agents_until": null
                }
            },
            "version": 1_797_000_000_000_i64, "country": "FR", "time_zone": "Europe/Paris"
        }));
    }
    let figures = json!({
        "contacts": 1, "by_bot": 2, "vip": 3, "matters": 4, "first_contact": 5, "good": 6,
        "fair": 7, "bad": 8, "promoters": 9, "passives": 10, "detractors": 11, "kept": 12,
        "broken": 13, "answered": 14, "answer_median": 15, "answer_p90": 16, "told": 17,
        "quiet": 18
    });
    check::<Report>(&json!({
        "from": "2026-12-01", "to": "2026-12-07", "total": figures,
        "days": [{ "key": "2026-12-01", "figures": figures }], "topics": [], "carriers": [],
        "levels": [], "reasons": [{ "key": "requested", "contacts": 1 }],
        "notices": [{ "key": "late", "told": 2, "quiet": 1 }]
    }));
    check::<RiskPage>(&json!({
        "counts": { "lost": 1, "late": 2 },
        "parcels": [{
            "order": "shopify:1", "number": "#1042", "parcel": "6A1", "carrier": "Colissimo",
            "url": "https://a.example", "risk": "late", "since": 1, "due": "2026-12-22",
            "promised": "2026-12-22", "estimate": "2026-12-23", "contact": "c"
        }],
        "next": "n"
    }));
}

#[test]
fn every_name_that_agents_read_is_the_one_on_the_wire() {
    check_names::<CaseList>();
    check_names::<LastAuthor>();
    check_names::<HandoffReason>();
    check_names::<BotAttempt>();
    check_names::<RequestKind>();
    check_names::<Topic>();
    check_names::<VipReason>();
    check_names::<MoodLevel>();
    check_names::<ClockKind>();
    check_names::<Harm>();
    check_names::<Remedy>();
    check_names::<Authority>();
    check_names::<Missing>();
    check_names::<Level>();
    check_names::<Channel>();
    check_names::<Presence>();
    check_names::<Action>();
    check_names::<Role>();
    check_names::<QuarantineState>();
    check_names::<LabelColor>();
    check_names::<Kind>();
    check_names::<Field>();
    check_names::<Malformed>();
    check_names::<Rating>();
    for risk in Risk::ALL {
        check::<Risk>(&json!(risk.name()));
    }
}

#[test]
fn what_is_between_agents_has_no_form_for_a_shopper() {
    let written = event(&json!({ "kind": "solved", "agreed": true }));
    let read: Option<Event> = Event::read(&written);
    assert_eq!(read.map(|event| event.fact), Some(Fact::Hidden));
    let facts = [Fact::TAGS, &["redress", "rated", "scored", "solved"]].concat();
    let mut known = variants::<Fact>("kind");
    let mut facts: Vec<_> = facts.iter().map(|&name| name.to_owned()).collect();
    known.sort();
    facts.sort();
    assert_eq!(facts, known);
}

#[test]
fn cv23_a_problem_of_a_newer_edge_is_an_unknown_one() {
    let mut newer = entry();
    newer["problem"] = json!("order_without_wings");
    let entry = QuarantineEntry::read(&Shown(newer)).expect("an entry");
    assert_eq!(entry.problem, Malformed::Unknown);
}
