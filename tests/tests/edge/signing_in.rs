//! A visitor who signs in goes on as a known customer, and nobody else does.

use shared::protocol::desk::{AgentEvent, Identity as Known};
use shared::protocol::promise::PromiseKind;
use shared::protocol::widget::{Card, Event};
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::identity::Identity;
use tests::shopper::{Credentials, Shopper, message};
use tests::site::Site;

use crate::promises::pledge;
use crate::{shop, shop_with_agent, visitor_of};

#[tokio::test]
async fn tr25_a_visitor_who_signs_in_goes_on_with_everything() {
    let (site, mut agent) = shop_with_agent().await;
    let order = TestOrder::new();
    crate::place(&site, &order).await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Avant de me connecter").await;
    let seq = visitor.verify(&order.number, &order.postcode).await;
    assert!(matches!(
        visitor.answer_after(seq).await.card,
        Some(Card::Order { .. })
    ));
    visitor.ask_for_human().await;
    let old = visitor.contact.clone();
    agent.case(|case| case.contact == old).await;
    agent.open(&old).await;
    let promised = agent
        .promise(&old, "Je vous rembourse.", pledge(PromiseKind::Refund, 1))
        .await
        .expect("nobody has it");
    visitor.event(|event| event.seq == promised).await;
    visitor.settle().await;
    let before: Vec<Event> = visitor.history.values().cloned().collect();

    let jeanne = Identity::new(&site, "jeanne@mail.example");
    let mut shopper = signed_in(&site, &jeanne, visitor.visitor_token()).await;
    assert_ne!(shopper.contact, visitor.contact);
    shopper.event(|event| event.seq > before.len() as u64).await;
    let after: Vec<Event> = shopper
        .history
        .values()
        .take(before.len())
        .cloned()
        .collect();
    assert_eq!(after, before, "the history differs");

    // The agent, who had the visitor's case open, has one case, with the queue, the dossier, the
    // promise and the name.
    let contact = shopper.contact.clone();
    let gone = agent.frame(|frame| match frame {
        AgentEvent::CaseGone {
            contact,
            goes_on_as,
        } => Some((contact.clone(), goes_on_as.clone())),
        _ => None,
    });
    assert_eq!(gone.await, (visitor.contact.clone(), Some(contact.clone())));
    let case = agent.case(|case| case.contact == contact).await;
    assert!(matches!(case.identity, Known::Verified { .. }));
    let opened = agent.open(&contact).await;
    assert!(opened.dossier.is_some());
    let owed = opened.present.promises.iter().map(|owed| owed.id);
    assert_eq!(owed.collect::<Vec<u64>>(), [promised]);
    agent
        .reply(&contact, "Bonjour Jeanne")
        .await
        .expect("taken");
    shopper
        .event(|event| message(event).is_some_and(|m| m.text == "Bonjour Jeanne"))
        .await;
    agent.resume().await.expect("the desk is there");
    assert!(
        agent
            .cases
            .iter()
            .all(|case| case.contact != visitor.contact)
    );

    // The order's news come to the signed-in shopper.
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 20)])).await;
    shopper.notice(shared::notice::NoticeKind::Shipped).await;
}

#[tokio::test]
async fn tr25_a_claim_is_made_once_and_the_token_opens_nothing_afterwards() {
    let site = shop().await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Bonjour").await;
    visitor.settle().await;
    let token = visitor.visitor_token();
    let jeanne = Identity::new(&site, "jeanne@mail.example");
    let mut first = signed_in(&site, &jeanne, token).await;
    first.event(|event| says(event, "Bonjour")).await;
    // The same device again, another customer with the same token, and the token alone.
    let again = signed_in(&site, &jeanne, token).await;
    assert_eq!(count(&again, "Bonjour"), 1);
    let other = signed_in(&site, &Identity::new(&site, "luc@mail.example"), token).await;
    assert_eq!(count(&other, "Bonjour"), 0);
    let alone = visitor.another().await;
    assert_ne!(alone.contact, visitor.contact);
    assert!(alone.history.is_empty());
}

#[tokio::test]
async fn tr25_a_stranger_with_the_same_email_gets_nothing() {
    let site = shop().await;
    let order = TestOrder::new();
    crate::place(&site, &order).await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Mon secret").await;
    visitor.verify(&order.number, &order.email).await;
    // Signed in at the shop under the same e-mail, on another device: without the token, and with
    // one that has the contact right and the secret wrong.
    let wrong = format!("{}.{}", visitor.contact, tests::random_hex().repeat(2));
    for token in [None, Some(wrong.as_str())] {
        let namesake = Identity::new(&site, &order.email);
        let mut stranger = signed_in(&site, &namesake, token).await;
        let seq = stranger.say("Bonjour").await;
        stranger.answer_after(seq).await;
        stranger.settle().await;
        assert_eq!(count(&stranger, "Mon secret"), 0);
    }
    assert_eq!(visitor.another().await.contact, visitor.contact);
}

#[tokio::test]
async fn tr25_who_shows_the_same_order_gets_nothing_of_the_others() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut visitor = visitor_of(&site, &order).await;
    visitor.say("Mon secret").await;
    visitor.settle().await;
    // Another device, which knows the order and signs in as whoever bought it.
    let mut other = Shopper::new(&site).await;
    let seq = other.verify(&order.number, &order.postcode).await;
    other.answer_after(seq).await;
    let buyer = Identity::new(&site, &order.email);
    let mut signed = signed_in(&site, &buyer, other.visitor_token()).await;
    signed
        .event(|event| message(event).is_some_and(|said| said.card.is_some()))
        .await;
    signed.settle().await;
    assert_eq!(count(&signed, "Mon secret"), 0);
    assert_eq!(visitor.another().await.contact, visitor.contact);
}

async fn signed_in(site: &Site, identity: &Identity, token: Option<&str>) -> Shopper {
    let credentials = Credentials {
        visitor: token.map(str::to_owned),
        identity: Some(identity.token()),
        ..Credentials::default()
    };
    Shopper::with(site, credentials).await
}

fn says(event: &Event, text: &str) -> bool {
    message(event).is_some_and(|message| message.text == text)
}

fn count(shopper: &Shopper, text: &str) -> usize {
    let said = shopper.history.values();
    said.filter(|event| says(event, text)).count()
}
