//! What the bot answers about the season.

use super::*;
use crate::protocol::desk::BotAttempt;
use crate::season::Zone;
use crate::season::cutoff::{CutoffAnswer, CutoffKind, Offer};

const ASKED: &str = "Jusqu’à quand commander pour Noël ?";

fn offer(kind: CutoffKind, label: &str, before: &str) -> Offer {
    Offer {
        kind,
        label: label.into(),
        carrier: None,
        service: None,
        arrives_by: Day::parse("2026-12-24").unwrap(),
        order_before: Timestamp::parse_rfc3339(before).unwrap(),
        zone: Zone::default(),
    }
}

fn season(until: Option<Offer>, options: Vec<Offer>) -> CutoffAnswer {
    CutoffAnswer {
        now: START,
        deadline: Day::parse("2026-12-24"),
        until,
        options,
    }
}

fn asked(text: &str, season: Option<CutoffAnswer>) -> Input {
    Input::Said {
        cid: cid(),
        text: text.into(),
        season: season.map(Box::new),
        help: None,
    }
}

/// What the bot says to a question.
fn answer(contact: &mut Contact, input: &Input) -> String {
    let events = contact.take(input).unwrap();
    let said = events.iter().find_map(|draft| match &draft.fact {
        Fact::Message(message) if message.author == Author::Bot => Some(message.text.clone()),
        _ => None,
    });
    said.unwrap()
}

#[test]
fn se5_the_calendar_says_until_when_to_order() {
    let home = offer(
        CutoffKind::Delivery,
        "Colissimo à domicile",
        "2026-12-21T14:00:00+01:00",
    );
    let store = offer(
        CutoffKind::StorePickup,
        "Retrait en boutique",
        "2026-12-24T15:30:00+01:00",
    );
    for (season, said) in [
        (
            Some(season(Some(home.clone()), vec![home, store.clone()])),
            "Pour être livré d’ici le jeudi 24 décembre, commandez avant le lundi 21 décembre à \
             14\u{a0}h\u{202f}: Colissimo à domicile.",
        ),
        (
            Some(season(None, vec![store])),
            "Il est trop tard pour être livré d’ici le jeudi 24 décembre. Reste possible avant le \
             jeudi 24 décembre à 15\u{a0}h\u{a0}30\u{202f}: Retrait en boutique.",
        ),
        (
            Some(season(None, Vec::new())),
            "Je n’ai pas de date limite sûre à vous donner pour le jeudi 24 décembre, et je \
             préfère ne pas deviner. Un conseiller peut vous répondre.",
        ),
        (
            None,
            "Je n’ai pas de date limite sûre à vous donner, et je préfère ne pas deviner. Un \
             conseiller peut vous répondre.",
        ),
    ] {
        let mut contact = Contact::new();
        assert_eq!(answer(&mut contact, &asked(ASKED, season)), said);
        assert_eq!(contact.state.tried, [BotAttempt::ToldCutoff]);
    }
}

#[test]
fn se5_an_order_is_in_time_only_by_its_estimate() {
    for (estimate, said) in [
        (Some("2026-12-23"), "donc à temps pour le jeudi 24 décembre"),
        (Some("2026-12-24"), "donc à temps pour le jeudi 24 décembre"),
        (Some("2026-12-26"), "donc après le jeudi 24 décembre"),
        // It has passed.
        (
            Some("2026-01-01"),
            "je ne peux donc pas vous promettre le jeudi 24 décembre",
        ),
        (
            None,
            "je ne peux donc pas vous promettre le jeudi 24 décembre",
        ),
    ] {
        let mut view = order(Status::InTransit, 1);
        view.parcels[0].estimate.current = estimate.and_then(Day::parse);
        let mut contact = Contact::after(&[matched(view)]);
        let question = asked(
            "Mon colis sera-t-il là pour Noël ?",
            Some(season(None, Vec::new())),
        );
        let words = answer(&mut contact, &question);
        assert!(words.contains(said), "{estimate:?}: {words}");
    }
}

#[test]
fn se5_of_a_parcel_in_trouble_no_day_is_told() {
    for status in [Status::Lost, Status::Returning, Status::AvailableForPickup] {
        let mut view = order(status, 1);
        view.parcels[0].estimate.current = Day::parse("2026-12-23");
        let mut contact = Contact::after(&[matched(order(Status::InTransit, 0))]);
        let told = Input::OrderTold {
            order: Box::new(view),
            notice: None,
        };
        contact.take(&told).unwrap();
        let question = asked(
            "Mon colis sera-t-il là pour Noël ?",
            Some(season(None, Vec::new())),
        );
        let words = answer(&mut contact, &question);
        assert!(!words.contains("24 décembre"), "{status:?}: {words}");
    }
}

#[test]
fn an_unknown_order_is_asked_for_first() {
    let mut contact = Contact::new();
    let question = asked(
        "Will my order be here in time?",
        Some(season(None, Vec::new())),
    );
    answer(&mut contact, &question);
    assert_eq!(contact.state.tried, [BotAttempt::AskedForOrder]);
}
