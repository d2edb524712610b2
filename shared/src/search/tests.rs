//! What is searched and how, as tables.

use proptest::prelude::*;

use super::*;
use crate::ids::AgentId;
use crate::order::{ItemView, ParcelView};
use crate::protocol::widget::{AgentName, Message};

fn agent() -> AgentName {
    AgentName {
        id: AgentId("a".into()),
        name: "Ana".into(),
    }
}

fn event(seq: u64, fact: Fact) -> Event {
    Event {
        seq,
        at: Timestamp(i64::try_from(seq).unwrap()),
        conversation: 1,
        fact,
    }
}

fn message(seq: u64, author: Author, text: &str) -> Event {
    let message = Message {
        author,
        text: text.into(),
        cid: None,
        about: None,
        card: None,
        choices: vec![],
        promise: None,
    };
    event(seq, Fact::Message(message))
}

fn order() -> OrderView {
    let parcel: ParcelView = serde_json::from_value(serde_json::json!({
        "number": "6A12345678901", "carrier": "Colissimo", "url": null,
        "status": "in_transit", "reason": null, "steps": [],
        "estimate": {"promised": null, "current": null},
        "pickup_point": null, "history": [],
    }))
    .unwrap();
    OrderView {
        key: OrderKey("shopify:1".into()),
        number: "#1042".into(),
        placed_at: Timestamp(7),
        cancelled: false,
        items: vec![ItemView {
            title: "Bougie d’hiver".into(),
            quantity: 1,
        }],
        secret: false,
        parcels: vec![parcel],
        version: 1,
    }
}

#[test]
fn sr1_what_people_say_is_searched_and_what_the_bot_says_is_not() {
    let note = Fact::Note {
        author: agent(),
        text: "À rappeler".into(),
    };
    let events = [
        message(1, Author::Shopper, "Où est\n mon\u{2} colis ?"),
        message(2, Author::Bot, "Votre colis est en route."),
        message(3, Author::Agent(agent()), "Je regarde."),
        event(4, note),
        event(5, Fact::Hidden),
    ];
    let found: Vec<_> = said_in(&events)
        .into_iter()
        .map(|text| (text.kind, text.reference, text.at.0, text.words))
        .collect();
    let line = |kind, reference: &str, at, words: &str| (kind, reference.into(), at, words.into());
    assert_eq!(
        found,
        [
            line(Kind::Message, "1", 1, "Où est mon colis ?"),
            line(Kind::Message, "3", 3, "Je regarde."),
            line(Kind::Note, "4", 4, "À rappeler"),
        ]
    );
}

#[test]
fn sr1_who_the_shop_has_signed_for_is_found_by_name_and_e_mail() {
    let identity = Identity::Verified {
        name: Some("Zoé Martin".into()),
        email: Some("zoe@example.org".into()),
    };
    let who = of_shopper(&identity, Timestamp(9)).unwrap();
    assert_eq!(
        (who.kind, who.words.as_str()),
        (Kind::Shopper, "Zoé Martin · zoe@example.org")
    );
    assert_eq!(of_shopper(&Identity::OrderVerified, Timestamp(9)), None);
}

#[test]
fn sr3_an_order_is_found_by_what_may_be_seen_and_by_an_e_mail_that_is_not_shown() {
    let text = of_order(&order(), Some("zoe@example.org"));
    assert_eq!(
        text.words,
        "#1042 · Bougie d’hiver · 6A12345678901 · Colissimo"
    );
    assert_eq!(text.unseen, "zoe@example.org");
    assert_eq!(of_order(&order(), None).unseen, "");
}

#[test]
fn sr2_what_is_typed_becomes_words_and_never_syntax() {
    for (typed, expected) in [
        ("colis", Some(r#""colis" *"#)),
        ("Où est #1042", Some(r##""Où" AND "est" AND "#1042" *"##)),
        (
            r#"a OR b" NEAR("#,
            Some(r#""a" AND "OR" AND "b" AND "NEAR(" *"#),
        ),
        ("site:autre*", Some(r#""site:autre*" *"#)),
        ("a", None),
        (r#"  "*^ "#, None),
    ] {
        assert_eq!(query(typed).as_deref(), expected, "{typed}");
    }
}

#[test]
fn what_was_found_is_told_apart_from_what_is_around_it() {
    let sketch = |excerpt: &str| -> Vec<(String, bool)> {
        let pieces = pieces(excerpt).into_iter();
        pieces.map(|piece| (piece.text, piece.found)).collect()
    };
    let line = |text: &str, found| (text.to_owned(), found);
    assert_eq!(
        sketch("mon \u{2}colis\u{3} est"),
        [
            line("mon ", false),
            line("colis", true),
            line(" est", false)
        ]
    );
    assert_eq!(
        sketch("\u{2}a\u{3}\u{2}b"),
        [line("a", true), line("b", true)]
    );
    assert_eq!(sketch(""), []);
}

proptest! {
    #[test]
    fn sr2_a_query_is_quoted_words_whatever_is_typed(typed in "\\PC{0,60}") {
        let Some(query) = query(&typed) else { return Ok(()) };
        let words = query.strip_suffix(" *").unwrap().split(" AND ");
        for word in words {
            let inner = word.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
            prop_assert!(inner.is_some_and(|it| !it.contains('"')), "{query}");
        }
    }
}
