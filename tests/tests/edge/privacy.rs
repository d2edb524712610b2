//! What is kept of a shopper: given whole, and erased whole.

use serde_json::{Value, json};
use shared::notice::NoticeKind;
use shared::protocol::desk::AgentEvent;
use shared::protocol::privacy::{ContactExport, Erasure};
use shared::protocol::widget::{Card, Fact};
use tests::hooks::{IN_TRANSIT, TestOrder, ago};
use tests::http::{Answer, Request};
use tests::identity::Identity;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;
use tests::{random_hex, until};

use crate::search::ask as ask_search;
use crate::{place, server, shop, shop_with_agent};

#[tokio::test]
async fn tr22_a_steward_is_given_everything_about_a_contact() {
    let (site, mut agent) = shop_with_agent().await;
    let order = TestOrder::new();
    place(&site, &order).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Bonjour, c’est moi").await;
    shopper.verify(&order.number, &order.postcode).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.note(&contact, "À rappeler").await.expect("a note");
    shopper.settle().await;

    let export: ContactExport = read(&ask(&site, "GET", contact.as_str()).await);
    assert_eq!(export.contact, contact);
    assert_eq!(export.events.len() as u64, shopper.last_seq());
    assert_eq!((export.orders.len(), export.concerns.len()), (1, 1));
    let text = serde_json::to_string(&export).expect("an export is JSON");
    for kept in ["Bonjour, c’est moi", "À rappeler", order.number.as_str()] {
        assert!(text.contains(kept), "{kept} is not in the export");
    }
    let token = shopper.visitor_token().expect("a token");
    let secret = token.split_once('.').expect("two parts").1;
    assert!(!text.contains(secret), "an export holds a credential");
    assert_eq!(ask(&site, "GET", &random_hex()).await.status, 404);
    assert_eq!(ask(&site, "GET", "nobody").await.status, 404);
}

#[tokio::test]
async fn tr23_nothing_is_left_of_an_erased_contact() {
    let (site, mut agent) = shop_with_agent().await;
    let canary = random_hex();
    let mut order = TestOrder::new();
    order.email = format!("{canary}@mail.example");
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    let identity = Identity::new(&site, &order.email).claiming("name", json!(canary));
    let credentials = Credentials {
        identity: Some(identity.token()),
        ..Credentials::default()
    };
    let mut shopper = Shopper::with(&site, credentials.clone()).await;
    sees(&mut shopper, &order).await;
    shopper.say(&canary).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    agent.note(&contact, &canary).await.expect("a note");
    agent.reply(&contact, &canary).await.expect("an answer");
    assert!(stored().contains(&canary), "the canary was kept nowhere");
    until("all that was said is searched", async || {
        let kinds = ask_search(&site, &agent, &canary).await;
        // The order, the shopper, two messages and a note.
        kinds.len() == 5
    })
    .await;
    let counted = || {
        let rows = rows_with(contact.as_str()).into_iter();
        rows.filter(|row| row.contains(" report_facts ")).count()
    };
    until("the report knows of it", async || counted() > 0).await;

    let receipt = erase(&site, contact.as_str()).await;
    assert!(receipt.done_at.is_some(), "{receipt:?}");
    assert_eq!(shopper.socket.closed().await.ok(), Some(Some(4_001)));
    let erased = agent.frame(|frame| match frame {
        AgentEvent::CaseGone { contact, .. } => Some(contact.clone()),
        _ => None,
    });
    assert_eq!(erased.await, contact);
    let left = rows_with(&canary);
    assert!(left.is_empty(), "{left:#?}");
    assert_eq!(counted(), 0);
    // The receipt stays, and names nobody.
    let receipts = rows_with(&receipt.receipt);
    assert_eq!(receipts.len(), 1, "{receipts:#?}");

    // What the shop says later brings the buyer back neither.
    let mut body = order.body();
    body["updated_at"] = json!(ago(1));
    assert_eq!(site.shopify("orders/updated", &body).await, 200);
    assert!(rows_with(&canary).is_empty());
    assert_eq!(ask(&site, "GET", contact.as_str()).await.status, 404);
    // Whoever comes back begins anew.
    let again = Shopper::with(&site, credentials).await;
    assert_eq!(again.contact, contact);
    assert!(again.epoch > shopper.epoch);
    assert!(again.history.is_empty(), "{:?}", again.history);
}

#[tokio::test]
async fn tr23_a_visitors_token_opens_nothing_after_the_erasure() {
    let site = shop().await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Bonjour").await;
    erase(&site, visitor.contact.as_str()).await;
    let again = visitor.another().await;
    assert_ne!(again.contact, visitor.contact);
    assert!(again.history.is_empty());
}

#[tokio::test]
async fn tr23_an_order_shared_with_another_goes_on_for_the_other() {
    let site = shop().await;
    let order = TestOrder::new();
    let buyer = place(&site, &order).await;
    let mut friend = Shopper::new(&site).await;
    let seq = friend.verify(&order.number, &order.postcode).await;
    friend.answer_after(seq).await;
    erase(&site, buyer.contact.as_str()).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 20)])).await;
    friend.notice(NoticeKind::Shipped).await;
    // With the buyer went what proves the order: nobody new opens it.
    let mut late = Shopper::new(&site).await;
    for proof in [&order.email, &order.postcode] {
        let seq = late.verify(&order.number, proof).await;
        let card = late.answer_after(seq).await.card;
        assert!(!matches!(card, Some(Card::Order { .. })), "{card:?}");
    }
}

#[tokio::test]
async fn tr23_an_erasure_asked_for_again_does_no_more() {
    let site = shop().await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Bonjour").await;
    let contact = visitor.contact.clone();
    let first = erase(&site, contact.as_str()).await;
    let second = erase(&site, contact.as_str()).await;
    assert!(first.done_at.is_some() && second.done_at.is_some());
    assert!(second.asked_at >= first.asked_at);
    assert_eq!(ask(&site, "DELETE", "nobody").await.status, 404);
}

#[tokio::test]
async fn cv12_a_card_number_is_in_no_store() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    // A number of its own: every test's databases are looked through.
    let cards = [
        "4539 5787 6362 1486",
        "5425-2334-3010-9903",
        "374245455400126",
    ];
    for card in cards {
        shopper.say(&format!("Ma carte est {card}, merci")).await;
        shopper.verify(card, card).await;
    }
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.note(&contact, cards[0]).await.expect("a note");
    agent.reply(&contact, cards[1]).await.expect("an answer");
    shopper.settle().await;
    let (stored, log) = (stored(), server().log().expect("the log is there"));
    assert!(stored.contains("•••• 1486"), "the chat was kept nowhere");
    for card in cards {
        let digits: String = card.chars().filter(char::is_ascii_digit).collect();
        for written in [card, digits.as_str()] {
            assert!(!stored.contains(written), "{written} was kept");
            assert!(!log.contains(written), "{written} was logged");
        }
    }
}

async fn sees(shopper: &mut Shopper, order: &TestOrder) {
    shopper
        .event(|event| match &event.fact {
            Fact::OrderUpdated { order: seen } => seen.number == order.number,
            _ => false,
        })
        .await;
}

/// Erases a contact as the operator, and waits until it is done.
pub async fn erase(site: &Site, contact: &str) -> Erasure {
    let receipt = std::cell::RefCell::new(None);
    until("an erasure is done", async || {
        let answer: Erasure = read(&ask(site, "DELETE", contact).await);
        let done = answer.done_at.is_some();
        *receipt.borrow_mut() = Some(answer);
        done
    })
    .await;
    receipt.into_inner().expect("a receipt")
}

/// Asks about a contact as the operator.
async fn ask(site: &Site, method: &str, contact: &str) -> Answer {
    let url = format!(
        "{}/api/v1/sites/{}/contacts/{contact}",
        site.edge.url, site.key
    );
    Request::new(method, url)
        .header(
            "authorization",
            format!("Bearer {}", site.edge.operator_token),
        )
        .send()
        .await
}

fn read<T: serde::de::DeserializeOwned>(answer: &Answer) -> T {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let value: Value = answer.json();
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{error}: {}", answer.body))
}

fn stored() -> String {
    server().stored().expect("the databases are there")
}

fn rows_with(canary: &str) -> Vec<String> {
    let stored = stored();
    let held = stored.lines().filter(|row| row.contains(canary));
    held.map(str::to_owned).collect()
}
