//! What is found at the desk.

use serde_json::json;
use shared::ids::ContactId;
use shared::search::{Hit, Kind};
use tests::agent::Agent;
use tests::hooks::TestOrder;
use tests::http::{Answer, Request};
use tests::identity::Identity;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;
use tests::until;

use crate::risks::percent_encoded;
use crate::{place, shop_with_agent};

#[tokio::test]
async fn sr1_what_was_said_is_found_by_its_words_whatever_their_accents() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Le vase est arrivé fêlé, œuvre perdue").await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent
        .note(&contact, "Client à ménager")
        .await
        .expect("it is a case");
    agent
        .reply(&contact, "Navrée pour ce vase.")
        .await
        .expect("nobody has it");
    found(&site, &agent, "navree").await;

    for (typed, kinds) in [
        ("fele", vec![Kind::Message]),
        ("FÊL", vec![Kind::Message]),
        ("vase", vec![Kind::Message, Kind::Message]),
        ("vase fêlé", vec![Kind::Message]),
        ("menager", vec![Kind::Note]),
        ("vase menager", vec![]),
    ] {
        let hits = ask(&site, &agent, typed).await;
        let found: Vec<Kind> = hits.iter().map(|hit| hit.kind).collect();
        assert_eq!(found, kinds, "{typed}: {hits:?}");
        assert!(
            hits.iter()
                .all(|hit| hit.contact.as_ref() == Some(&contact))
        );
    }
    let [hit] = ask(&site, &agent, "fele")
        .await
        .try_into()
        .expect("one hit");
    let marked = hit.excerpt.iter().filter(|piece| piece.found);
    let marked: Vec<&str> = marked.map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["fêlé"]);
}

#[tokio::test]
async fn sr2_no_question_is_syntax() {
    let (site, agent) = shop_with_agent().await;
    for typed in [
        "a\" OR site : \"x",
        "NEAR(a b)",
        "words : *",
        "-vase",
        "{unseen} : ab",
    ] {
        assert_eq!(ask(&site, &agent, typed).await, [], "{typed}");
    }
    for typed in ["", "a", "\"*^", &"x".repeat(201)] {
        assert_eq!(get(&site, &agent, typed).await.status, 400, "{typed}");
    }
}

#[tokio::test]
async fn sr3_an_order_is_found_and_leads_to_the_case_of_who_wrote_about_it() {
    let (site, mut agent) = shop_with_agent().await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    let number = order.number.trim_start_matches('#').to_owned();
    let hits = found(&site, &agent, &number).await;
    assert_eq!((hits[0].kind, &hits[0].contact), (Kind::Order, &None));
    let by_mail = ask(&site, &agent, &order.email).await;
    assert_eq!(by_mail[0].kind, Kind::Order);
    let shown = serde_json::to_string(&by_mail).expect("hits are JSON");
    assert!(!shown.contains(&order.email), "{shown}");

    buyer.say("Bonjour").await;
    buyer.ask_for_human().await;
    let contact = buyer.contact.clone();
    agent.case(|case| case.contact == contact).await;
    leads_to(&site, &agent, &number, &contact).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let parcel = found(&site, &agent, &order.tracking[0]).await;
    assert_eq!(parcel[0].kind, Kind::Order);
}

#[tokio::test]
async fn sr1_a_signed_shopper_is_found_by_name_and_another_site_finds_nothing() {
    let (site, agent) = shop_with_agent().await;
    let (elsewhere, outsider) = shop_with_agent().await;
    let identity =
        Identity::new(&site, "aurore@mail.example").claiming("name", json!("Aurore Lémeraude"));
    let credentials = Credentials {
        identity: Some(identity.token()),
        ..Credentials::default()
    };
    let mut shopper = Shopper::with(&site, credentials).await;
    shopper.say("Une question").await;
    for typed in ["lémeraud", "aurore@mail"] {
        let hits = found(&site, &agent, typed).await;
        assert_eq!(hits[0].kind, Kind::Shopper, "{hits:?}");
        assert_eq!(hits[0].contact.as_ref(), Some(&shopper.contact));
        assert_eq!(ask(&elsewhere, &outsider, typed).await, []);
    }
}

/// Waits until something is found.
pub async fn found(site: &Site, agent: &Agent, typed: &str) -> Vec<Hit> {
    let hits = std::cell::RefCell::default();
    until("something is found", async || {
        *hits.borrow_mut() = ask(site, agent, typed).await;
        !hits.borrow().is_empty()
    })
    .await;
    hits.into_inner()
}

/// Waits until an order leads to a contact's case.
async fn leads_to(site: &Site, agent: &Agent, typed: &str, contact: &ContactId) {
    until("the order leads to the case", async || {
        let hits = ask(site, agent, typed).await;
        hits.iter()
            .any(|hit| hit.kind == Kind::Order && hit.contact.as_ref() == Some(contact))
    })
    .await;
}

/// What is found now.
pub async fn ask(site: &Site, agent: &Agent, typed: &str) -> Vec<Hit> {
    let answer = get(site, agent, typed).await;
    assert_eq!(answer.status, 200, "{typed}: {}", answer.body);
    serde_json::from_value(answer.json()["hits"].clone()).expect("hits")
}

async fn get(site: &Site, agent: &Agent, typed: &str) -> Answer {
    let query = percent_encoded(typed);
    let url = format!("{}/desk/api/search?q={query}", site.edge.url);
    Request::new("GET", url)
        .header("cookie", &agent.cookie)
        .send()
        .await
}
