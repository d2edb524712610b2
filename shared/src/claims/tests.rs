//! What is found in agents' sentences, and what is let pass.

use proptest::prelude::*;

use super::*;
use crate::ids::OrderKey;
use crate::order::EstimatedDelivery;
use crate::time::Timestamp;

/// A Monday.
const TODAY: &str = "2026-12-21";

fn order(status: Status, estimate: Option<&str>) -> OrderView {
    OrderView {
        key: OrderKey("shop:1".into()),
        number: "#1042".into(),
        placed_at: Timestamp(0),
        cancelled: false,
        items: Vec::new(),
        secret: false,
        parcels: vec![ParcelView {
            number: "A1".into(),
            carrier: None,
            url: None,
            status,
            reason: None,
            steps: Vec::new(),
            estimate: EstimatedDelivery {
                promised: None,
                current: estimate.and_then(Day::parse),
            },
            pickup_point: None,
            pickup_hours: Vec::new(),
            proof: None,
            history: Vec::new(),
        }],
        version: 1,
    }
}

fn claims(text: &str, order: &OrderView, language: Language) -> Vec<Claim> {
    let facts = Facts {
        orders: std::slice::from_ref(order),
        today: Day::parse(TODAY).unwrap(),
        refunded: false,
    };
    let findings = check(text, &facts, language);
    findings.into_iter().map(|found| found.claim).collect()
}

/// What is found while the carrier says 23 December.
fn found(text: &str, language: Language) -> Vec<Claim> {
    claims(
        text,
        &order(Status::InTransit, Some("2026-12-23")),
        language,
    )
}

fn arrival(said: &str) -> Claim {
    Claim::Arrival {
        said: Day::parse(said).unwrap(),
        estimates: vec![Day::parse("2026-12-23").unwrap()],
    }
}

#[test]
fn ca1_a_day_that_no_carrier_gives_is_found() {
    use Language::{English, French};
    for (language, text, said) in [
        (French, "Votre colis arrivera demain.", "2026-12-22"),
        (French, "Il sera livré mardi.", "2026-12-22"),
        (French, "Vous le recevrez le 24.", "2026-12-24"),
        (French, "Vous le recevrez le 24 décembre !", "2026-12-24"),
        (French, "Livraison prévue le 22/12", "2026-12-22"),
        (French, "Il arrivera après-demain ou jeudi", "2026-12-24"),
        (French, "Il arrivera avant mercredi.", "2026-12-23"),
        (French, "Vous le recevrez sous 24 h.", "2026-12-22"),
        (English, "It will arrive tomorrow.", "2026-12-22"),
        (English, "It will be delivered by Tuesday.", "2026-12-22"),
        (
            English,
            "You will receive it on December 24th",
            "2026-12-24",
        ),
        (English, "You’ll receive it within 1 day.", "2026-12-22"),
    ] {
        assert_eq!(found(text, language), [arrival(said)], "{text}");
    }
}

#[test]
fn ca1_a_day_that_a_carrier_gives_passes() {
    use Language::{English, French};
    for (language, text) in [
        (French, "Votre colis arrivera mercredi 23 décembre."),
        (French, "Il arrivera mercredi."),
        (French, "Il arrivera avant Noël."),
        (French, "Il sera livré d’ici jeudi."),
        (French, "Vous le recevrez sous 48 h."),
        (French, "Il arrivera après-demain."),
        (English, "It will arrive on Wednesday."),
        (English, "It will be there before Christmas."),
        (English, "You will receive it by the 24th."),
        (English, "It will arrive in 2 days."),
    ] {
        assert_eq!(found(text, language), [], "{text}");
    }
}

#[test]
fn ca2_what_is_asked_denied_or_supposed_states_nothing() {
    use Language::{English, French};
    for (language, text) in [
        (French, "Préférez-vous qu’il soit livré demain ?"),
        (
            French,
            "Je ne peux pas vous garantir qu’il arrivera demain.",
        ),
        (
            French,
            "Si votre colis a été livré, regardez chez un voisin.",
        ),
        (French, "Vous recevrez une réponse demain."),
        (French, "Je vous rappelle demain."),
        (French, "Votre remboursement arrivera sous 5 jours."),
        (English, "Shall it be delivered tomorrow?"),
        (English, "It won’t arrive tomorrow."),
        (English, "You will receive an answer tomorrow."),
        (English, "If it has been delivered, ask a neighbor."),
    ] {
        assert_eq!(found(text, language), [], "{text}");
    }
}

#[test]
fn ca3_an_hour_and_a_certainty_are_never_supported() {
    use Language::{English, French};
    for (language, text, claim) in [
        (French, "Il arrivera mercredi à 18 h.", Claim::Hour),
        (French, "Il arrivera mercredi vers 18h30.", Claim::Hour),
        (
            French,
            "Il arrivera mercredi, sans faute.",
            Claim::Certainty,
        ),
        (
            French,
            "Je vous garantis qu’il arrivera mercredi.",
            Claim::Certainty,
        ),
        (English, "It will arrive on Wednesday at 6 pm.", Claim::Hour),
        (
            English,
            "It will definitely arrive on Wednesday.",
            Claim::Certainty,
        ),
    ] {
        assert_eq!(found(text, language), [claim], "{text}");
    }
}

#[test]
fn ca4_a_state_that_no_source_told_is_found() {
    use Language::{English, French};
    let waiting = order(Status::PreTransit, None);
    for (language, text, claim) in [
        (French, "Votre colis a été expédié.", Claim::Shipped),
        (
            French,
            "Il est en cours de livraison.",
            Claim::OutForDelivery,
        ),
        (
            French,
            "Il vous attend au point relais.",
            Claim::AtPickupPoint,
        ),
        (French, "Le colis a été livré hier.", Claim::Delivered),
        (French, "Vous avez été remboursée.", Claim::Refunded),
        (English, "It is on its way!", Claim::Shipped),
        (English, "It has been delivered.", Claim::Delivered),
        (English, "Your refund has been issued.", Claim::Refunded),
    ] {
        assert_eq!(claims(text, &waiting, language), [claim], "{text}");
    }
    let delivered = order(Status::Delivered, None);
    assert_eq!(claims("Le colis a été livré hier.", &delivered, French), []);
}

#[test]
fn ca1_a_parcel_on_its_last_round_arrives_today() {
    let out = order(Status::OutForDelivery, None);
    let french = Language::French;
    assert_eq!(claims("Il arrivera aujourd’hui.", &out, french), []);
    assert_eq!(claims("Il arrivera demain.", &out, french).len(), 1);
}

#[test]
fn ca1_the_sentence_is_shown_as_it_was_typed() {
    let facts = Facts {
        orders: &[],
        today: Day::parse(TODAY).unwrap(),
        refunded: false,
    };
    let text = "Bonjour Ana. Votre colis arrivera demain ! Bien à vous.";
    let found = check(text, &facts, Language::French);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].excerpt, "Votre colis arrivera demain !");
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>(), english in any::<bool>()) {
        let language = if english { Language::English } else { Language::French };
        for finding in check(&text, &Facts {
            orders: &[],
            today: Day::parse(TODAY).unwrap(),
            refunded: false,
        }, language) {
            prop_assert!(text.contains(&finding.excerpt));
        }
    }
}
