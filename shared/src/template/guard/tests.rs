//! What is stopped and what is not, as tables.

use super::*;
use crate::protocol::desk::Identity;
use crate::template::tests::{complete, day, order, today};

fn check(text: &str, expected: &[Flaw]) {
    assert_eq!(flaws(text, &[], &complete(), &today()), expected, "{text}");
}

fn fill(field: Field, value: &str) -> Fill {
    Fill {
        field,
        value: value.into(),
        language: Language::French,
        order: Some("#1042".into()),
        parcel: Some("6A12345678901".into()),
    }
}

#[test]
fn tg5_a_fact_that_changed_is_stopped_while_it_stands_in_the_text() {
    let mut facts = complete();
    let estimate = fill(Field::Estimate, "mercredi 23 décembre");
    let text = "La livraison est estimée au mercredi 23 décembre.";
    let fills = [estimate.clone()];
    assert_eq!(flaws(text, &fills, &facts, &today()), []);
    facts.orders[0].parcels[0].estimate.current = Some(day("2026-12-28"));
    let stale = Flaw::Stale {
        field: Field::Estimate,
        was: estimate.value,
        now: Some("lundi 28 décembre".into()),
    };
    assert_eq!(flaws(text, &fills, &facts, &today()), [stale]);
    assert_eq!(flaws("Je regarde.", &fills, &facts, &today()), []);
    // Another order's promise is none of this one's.
    facts.request = None;
    let promise = [fill(Field::PromiseBy, "mardi 22 décembre")];
    let flaw = flaws("D’ici le mardi 22 décembre.", &promise, &facts, &today());
    assert!(
        matches!(flaw.as_slice(), [Flaw::Stale { now: None, .. }]),
        "{flaw:?}"
    );
}

#[test]
fn tg6_another_order_or_parcel_is_stopped() {
    let order = |number: &str| Flaw::OtherOrder {
        number: number.into(),
    };
    let parcel = |number: &str| Flaw::OtherParcel {
        number: number.into(),
    };
    for own in [
        "Votre commande n°\u{a0}1042 est partie.",
        "Votre commande #1042.",
        "Order no. 1042, parcel 6A12345678901",
        "Colis 6a12345678901 (commande 1042)",
        "Appelez le 0612345678 ou le +33612345678.",
        "Elle coûte 1 299 euros, ou 129999 centimes.",
        "https://suivi.example/6A99999999999",
        "Votre commande de 250 € est partie.",
        "IBAN FR7630006000011234567890189",
        "Je m’occupe de votre commande. 2026 commence bien.",
    ] {
        check(own, &[]);
    }
    check("Votre commande n° 1043 est là.", &[order("1043")]);
    check("Votre commande #1043", &[order("#1043")]);
    check("Your order 9999.", &[order("9999")]);
    check("Le colis n° 87654321 arrive.", &[parcel("87654321")]);
    check(
        "Il porte le numéro 6A99999999999.",
        &[parcel("6A99999999999")],
    );
    check("Parcel CP123456785FR, see you.", &[parcel("CP123456785FR")]);
}

#[test]
fn tg7_a_greeting_names_the_shopper_as_the_shop_has_signed_it_or_nobody() {
    let other = |name: &str| Flaw::OtherName {
        name: name.into(),
        known: "Camille Petit".into(),
    };
    for own in [
        "Bonjour Camille, je regarde.",
        "Bonjour Mme Petit, je regarde.",
        "Bonjour CAMILLE\u{202f}!",
        "Bonjour, Sophie est ma collègue.",
        "Bonjour Madame, Monsieur,",
        "Hello there, one moment.",
        "Bonjour à vous, je regarde.",
        "Chez Sophie, tout va bien.",
    ] {
        check(own, &[]);
    }
    check("Bonjour Sophie, je regarde.", &[other("Sophie")]);
    check("Bonjour Mme Durand,\nje regarde.", &[other("Durand")]);
    let mut facts = complete();
    facts.identity = Identity::OrderVerified;
    let name = "Camille".to_owned();
    let unverified = [Flaw::UnverifiedName { name }];
    assert_eq!(flaws("Bonjour Camille,", &[], &facts, &today()), unverified);
    assert_eq!(flaws("Bonjour,", &[], &facts, &today()), []);
}

#[test]
fn tg8_a_day_that_does_not_exist_is_stopped() {
    let none = |words: &str| Flaw::NoSuchDay {
        words: words.into(),
    };
    for real in [
        "Jeudi 24 décembre, et vendredi 1er janvier.",
        "Thursday 24 December or Thursday, December 24th",
        "le 24 décembre",
        "jeudi 24 décembre 2026",
        "You may have 3 of them in March.",
        "samedi 28 novembre",
    ] {
        check(real, &[]);
    }
    check("Mercredi 24 décembre.", &[none("mercredi 24 decembre")]);
    check("Le 31 novembre.", &[none("31 novembre")]);
    check("Friday, December 24", &[none("friday december 24")]);
    check("jeudi 24 décembre 2027", &[none("jeudi 24 decembre")]);
}

#[test]
fn tg9_another_language_than_the_shoppers_is_stopped() {
    let wanted = Language::French;
    check(
        "Your parcel is on its way and will be there for you by Thursday.",
        &[Flaw::OtherLanguage { wanted }],
    );
    check(
        "Le coffret « All you need is love » est en route pour vous.",
        &[],
    );
    check("OK, merci !", &[]);
    let mut facts = complete();
    facts.language = Language::English;
    let french = "Votre colis est en route, il sera chez vous jeudi avec le reste.";
    let flaw = flaws(french, &[], &facts, &today());
    assert_eq!(
        flaw,
        [Flaw::OtherLanguage {
            wanted: Language::English
        }]
    );
}

#[test]
fn what_was_copied_with_its_braces_is_as_empty_as_a_mark() {
    let empty = |what: &str| Flaw::Empty { what: what.into() };
    check(
        "Commande { $order } et ⟨montant⟩",
        &[empty("montant"), empty("order")],
    );
    check("{ ceci n’est pas un champ }", &[]);
}

#[test]
fn a_second_order_of_the_shopper_may_be_named() {
    let mut facts = complete();
    facts.orders.push(order("#1043", "6A00000000001"));
    let text = "La commande n° 1043 suit, colis 6A00000000001.";
    assert_eq!(flaws(text, &[], &facts, &today()), []);
}
