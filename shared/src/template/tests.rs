//! Every template of the starter set, with everything and with anything missing.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::guard::flaws;
use super::*;
use crate::conversation::{Input, State, step};
use crate::ids::{AgentId, Cid, OrderKey};
use crate::language::Language;
use crate::order::{EstimatedDelivery, OrderView, ParcelView};
use crate::protocol::Refusal;
use crate::protocol::desk::Identity;
use crate::protocol::request::{Request, RequestKind};
use crate::protocol::widget::AgentName;
use crate::time::{Day, Timestamp};
use crate::tracking::{PickupPoint, Status};
use crate::words::tests::assert_well_set;

/// Those that agents write in.
const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// 2026-12-21T00:00:00Z.
pub(super) const NOW: Timestamp = Timestamp(1_797_811_200_000);

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn today() -> Day {
    day("2026-12-21")
}

/// Everything that a template may ask for.
pub(super) fn complete() -> Facts {
    Facts {
        identity: Identity::Verified {
            name: Some("Camille Petit".into()),
            email: None,
        },
        language: Language::French,
        orders: vec![order("#1042", "6A12345678901")],
        request: Some(Request {
            kind: RequestKind::Inquiry,
            order: "#1042".into(),
            parcels: vec!["6A12345678901".into()],
            promise_by: Some(day("2026-12-22")),
        }),
        agent: "Léa".into(),
        shop: Some("Maison Sapin".into()),
    }
}

pub(super) fn order(number: &str, parcel: &str) -> OrderView {
    OrderView {
        key: OrderKey(number.into()),
        number: number.into(),
        placed_at: NOW,
        cancelled: false,
        items: vec![],
        secret: false,
        parcels: vec![ParcelView {
            number: parcel.into(),
            carrier: Some("Colissimo".into()),
            url: None,
            status: Status::InTransit,
            reason: None,
            steps: vec![],
            estimate: EstimatedDelivery {
                promised: None,
                current: Some(day("2026-12-23")),
            },
            pickup_point: Some(PickupPoint {
                name: "Tabac de la Gare".into(),
                address: Some("2 place Béraudier, 69003 Lyon".into()),
                kept_until: Some(day("2027-01-02")),
                ..PickupPoint::default()
            }),
            pickup_hours: vec![],
            proof: None,
            history: vec![],
        }],
        version: 1,
    }
}

fn drafted(starter: &Starter, facts: &Facts, language: Language) -> Draft {
    let patterns = [starter.subject.as_str(), starter.body.as_str()];
    draft(patterns, facts, &facts.subject(), language, &today()).unwrap()
}

/// The text with every mark typed over.
fn typed_over(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(at) = marks::marks(&text).first().cloned() {
        text.replace_range(at, "12 € TTC");
    }
    text
}

#[test]
fn both_languages_have_the_same_cases_and_at_least_twenty() {
    let ids =
        |language| -> Vec<String> { starters(language).into_iter().map(|it| it.id).collect() };
    let [french, english] = LANGUAGES.map(ids);
    assert_eq!(french, english);
    assert!(french.len() >= 20, "{}", french.len());
}

#[test]
fn tg1_every_template_is_filled_from_facts_and_may_be_sent_once_the_rest_is_typed() {
    for language in LANGUAGES {
        let facts = Facts {
            language,
            ..complete()
        };
        for starter in starters(language) {
            let text = drafted(&starter, &facts, language);
            let sent = typed_over(&text.chat);
            assert_eq!(flaws(&sent, &text.fills, &facts, &today()), [], "{sent}");
            for line in sent.lines().skip(1) {
                assert_well_set(&line.replace(['?'], "."), language);
            }
            for whole in [&text.email, &text.letter] {
                assert!(whole.contains("Maison Sapin"), "{whole}");
                assert!(whole.contains("Camille Petit"), "{whole}");
            }
            assert!(text.letter.contains(&text.subject));
        }
    }
}

#[test]
fn tg2_what_no_fact_says_is_left_marked_and_keeps_the_text_from_being_sent() {
    let nothing = Facts {
        identity: Identity::OrderVerified,
        orders: vec![],
        request: None,
        ..complete()
    };
    for starter in starters(Language::French) {
        let text = drafted(&starter, &nothing, Language::French);
        assert!(text.chat.starts_with("Bonjour,\n"), "{}", text.chat);
        let open = marks::marks(&text.chat).len();
        let stopped = flaws(&text.chat, &text.fills, &nothing, &today());
        assert!(stopped.len() >= open, "{stopped:?}");
    }
}

#[test]
fn a_subject_is_what_was_asked_for_or_the_only_one_and_never_a_guess() {
    let mut facts = complete();
    facts.orders.push(order("#1043", "6A00000000001"));
    assert_eq!(facts.subject().order.as_deref(), Some("#1042"));
    facts.request = None;
    assert_eq!(facts.subject(), Subject::default());
    facts.orders.remove(0);
    let only = facts.subject();
    assert_eq!(only.order.as_deref(), Some("#1043"));
    assert_eq!(only.parcel.as_deref(), Some("6A00000000001"));
}

#[test]
fn tg3_a_template_with_an_unknown_field_or_open_braces_is_refused_with_its_reason() {
    for (pattern, expected) in [
        (
            "Bonjour { $prenom }",
            Err(Unreadable::UnknownField {
                name: "prenom".into(),
            }),
        ),
        ("Bonjour { $order", Err(Unreadable::Braces)),
        ("Bonjour { order }", Err(Unreadable::Braces)),
        ("Bonjour { $order -> *[other] x }", Err(Unreadable::Braces)),
        ("  \n ", Err(Unreadable::Empty)),
        (
            "* Votre n° { $order }\n[bis]\n.fin\n\nAu revoir",
            Ok([Field::Order].into()),
        ),
        ("Sans champ", Ok([].into())),
    ] {
        assert_eq!(fields_of(pattern), expected, "{pattern}");
    }
}

#[test]
fn a_text_keeps_its_lines_and_its_first_characters() {
    let body = "* Un\n\n[Deux]\n.trois { $shop }";
    let text = draft(
        ["x", body],
        &complete(),
        &Subject::default(),
        Language::French,
        &today(),
    );
    let expected = "Bonjour Camille Petit,\n* Un\n\n[Deux]\n.trois Maison Sapin";
    assert_eq!(text.unwrap().chat, expected);
}

static FRENCH: LazyLock<Vec<Starter>> = LazyLock::new(|| starters(Language::French));
static ENGLISH: LazyLock<Vec<Starter>> = LazyLock::new(|| starters(Language::English));

/// Facts of which any may be missing.
fn facts() -> impl Strategy<Value = (Facts, Language)> {
    (any::<[bool; 8]>(), any::<bool>()).prop_map(|(known, french)| {
        let language = if french {
            Language::French
        } else {
            Language::English
        };
        let mut facts = Facts {
            language,
            ..complete()
        };
        let [
            name,
            orders,
            request,
            promise,
            carrier,
            estimate,
            point,
            kept,
        ] = known;
        if !name {
            facts.identity = Identity::Anonymous;
        }
        let parcel = &mut facts.orders[0].parcels[0];
        if !carrier {
            parcel.carrier = None;
        }
        if !estimate {
            parcel.estimate.current = None;
        }
        if let Some(place) = parcel.pickup_point.as_mut().filter(|_| !kept) {
            place.kept_until = None;
        }
        if !point {
            parcel.pickup_point = None;
        }
        if let Some(asked) = facts.request.as_mut().filter(|_| !promise) {
            asked.promise_by = None;
        }
        if !request {
            facts.request = None;
        }
        if !orders {
            facts.orders.clear();
        }
        (facts, language)
    })
}

/// What the contact makes of an answer.
fn answered(facts: &Facts, text: &str, fills: &[Fill]) -> Result<(), Refusal> {
    let mut state = State::new(facts.language);
    state.identity.clone_from(&facts.identity);
    state.request.clone_from(&facts.request);
    for order in &facts.orders {
        state.orders.insert(order.key.clone(), order.clone());
    }
    let input = Input::AgentSaid {
        cid: Cid("00000000000000000000000000000001".into()),
        agent: AgentName {
            id: AgentId("lea".into()),
            name: facts.agent.clone(),
        },
        text: text.to_owned(),
        promise: None,
        fills: fills.to_vec(),
        today: NOW.utc_day().unwrap(),
    };
    step(&state, 0, &input, NOW).map(drop)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn tg4_a_message_with_an_empty_field_cannot_be_sent(
        (facts, language) in facts(),
        which in 0..22_usize,
        typed in 0..4_usize,
        cut in any::<prop::sample::Index>(),
    ) {
        let starters = if language == Language::French { &*FRENCH } else { &*ENGLISH };
        let starter = &starters[which % starters.len()];
        let text = drafted(starter, &facts, language);
        let mut chat = text.chat.clone();
        for _ in 0..typed {
            if let Some(at) = marks::marks(&chat).first().cloned() {
                chat.replace_range(at, "12 € TTC");
            }
        }
        // An agent may also cut a mark in two.
        let places: Vec<usize> = chat.char_indices().map(|(at, _)| at).collect();
        if typed == 3 {
            chat.remove(places[cut.index(places.len())]);
        }
        let has_mark = chat.contains(['⟨', '⟩']);
        let outcome = answered(&facts, &chat, &text.fills);
        prop_assert!(!has_mark || outcome == Err(Refusal::Flawed), "{chat}");
        if typed < 3 && !has_mark {
            prop_assert_eq!(outcome, Ok(()), "{}", chat);
        }
    }

}

proptest! {
    #[test]
    fn any_text_is_looked_at_without_a_panic(text in "\\PC{0,120}", words in "[a-zé0-9# {}$⟨⟩,.\n-]{0,80}") {
        let facts = complete();
        let _ = flaws(&text, &[], &facts, &today());
        let _ = flaws(&words, &[], &facts, &today());
        let _ = fields_of(&text);
        let _ = fields_of(&words);
    }
}
