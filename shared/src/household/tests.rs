//! What an order leaves of an address and of a payer.

use serde_json::json;

use super::*;
use crate::order::standard;

const SECRET: &str = "a site's own secret";

fn told(more: &serde_json::Value) -> OrderUpdate {
    let mut order = json!({
        "number": "1042",
        "placed_at": "2026-11-20T10:00:00+01:00",
        "updated_at": "2026-11-20T10:00:00+01:00",
        "email": "Camille@Exemple.fr",
        "customer_id": "31",
        "postcode": "69001",
        "country": "FR",
        "address": { "lines": ["12 rue de la République"], "town": "Lyon" },
    });
    for (name, value) in more.as_object().unwrap() {
        order[name] = value.clone();
    }
    standard::read_body(order.to_string().as_bytes(), None, "delivery").unwrap()
}

fn marks(site: &str, more: &serde_json::Value) -> Marks {
    let site = SiteKey::parse(site).unwrap();
    let marked = told(more).marked(&MarkKey::new(&site, SECRET));
    marked.facts.unwrap().marks
}

#[test]
fn hh1_an_address_leaves_a_mark_and_nothing_else() {
    let site = SiteKey::parse("atelier").unwrap();
    let told = told(&json!({}));
    assert!(told.address.is_some());
    let unmarked = serde_json::to_string(&told).unwrap();
    let marked = told.marked(&MarkKey::new(&site, SECRET));
    assert_eq!(marked.address, None);
    let marked = serde_json::to_string(&marked).unwrap();
    for text in [unmarked, marked] {
        assert!(!text.to_lowercase().contains("publique"), "{text}");
    }
}

#[test]
fn hh1_a_mark_is_a_sites_own() {
    let here = marks("atelier", &json!({}));
    assert_eq!(here, marks("atelier", &json!({})));
    let elsewhere = marks("ailleurs", &json!({}));
    assert_ne!(here.address, elsewhere.address);
    assert_ne!(here.payer, elsewhere.payer);
}

#[test]
fn hh1_a_payer_is_known_by_the_mail_else_by_the_shops_id() {
    let mail = marks("atelier", &json!({})).payer;
    let site = SiteKey::parse("atelier").unwrap();
    let signed = MarkKey::new(&site, SECRET).payer("camille@exemple.fr");
    assert_eq!(mail, signed);
    assert_eq!(
        marks("atelier", &json!({ "customer_id": "32" })).payer,
        mail
    );
    let by_id = marks("atelier", &json!({ "email": null })).payer;
    assert!(by_id.is_some());
    assert_ne!(by_id, mail);
    // An e-mail that reads as an id is another payer.
    assert_ne!(marks("atelier", &json!({ "email": "31" })).payer, by_id);
    assert_eq!(
        marks("atelier", &json!({ "email": null, "customer_id": null })).payer,
        None
    );
}

#[test]
fn hh1_a_forgotten_buyer_leaves_no_mark() {
    let site = SiteKey::parse("atelier").unwrap();
    let mut order = crate::order::Order::default();
    let update = told(&json!({})).marked(&MarkKey::new(&site, SECRET));
    order.apply_order(update, crate::time::Timestamp(1));
    assert_ne!(order.facts.as_ref().unwrap().marks, Marks::default());
    order.forget_buyer();
    assert_eq!(order.facts.unwrap().marks, Marks::default());
}
