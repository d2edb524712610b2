//! Shoppers for whom the shop signs, and visitors with a token of their own.

use std::time::Duration;

use serde_json::json;
use shared::protocol::Refusal;
use shared::protocol::widget::{Event, Fact, ShopperCommand, ShopperEvent};
use tests::hooks::TestOrder;
use tests::identity::{Identity, in_seconds};
use tests::random_hex;
use tests::shopper::{Credentials, Shopper, ask_session, message, new_cid};
use tests::site::Site;

use crate::{place, shop, visitor_of};

#[tokio::test]
async fn tr4_a_token_that_the_shop_did_not_sign_for_now_and_here_is_refused() {
    let (site, other) = (shop().await, shop().await);
    let good = Identity::new(&site, "jeanne@mail.example");
    assert_eq!(status(&site, good.token()).await, 201);
    let mut forged = good.clone();
    forged.secret = random_hex();
    let mut unknown_kid = good.clone();
    unknown_kid.kid = "key-2".to_owned();
    let (head, signature) = split(&good.token());
    let (swapped, _) = split(&good.clone().claiming("sub", json!("someone-else")).token());
    for (what, token) in [
        ("forged", forged.token()),
        ("unknown kid", unknown_kid.token()),
        ("alg: none", good.unsigned_token()),
        ("claims swapped", format!("{swapped}.{signature}")),
        ("signature cut", head),
        ("garbage", "not.a.token".to_owned()),
        ("empty", String::new()),
        (
            "of another site",
            Identity::new(&other, "j@mail.example").token(),
        ),
        (
            "expired",
            good.clone().claiming("exp", json!(in_seconds(-60))).token(),
        ),
        (
            "for too long",
            good.clone()
                .claiming("exp", json!(in_seconds(3_600)))
                .token(),
        ),
        (
            "without an end",
            good.clone().claiming("exp", json!(null)).token(),
        ),
        (
            "other audience",
            good.clone().claiming("aud", json!(other.key)).token(),
        ),
        (
            "without audience",
            good.clone().claiming("aud", json!(null)).token(),
        ),
        (
            "without subject",
            good.clone().claiming("sub", json!("")).token(),
        ),
    ] {
        assert_eq!(status(&site, token).await, 401, "{what}");
    }
}

#[tokio::test]
async fn tr4_a_customer_is_the_same_contact_every_time_and_at_one_site_only() {
    let site = shop().await;
    let jeanne = Identity::new(&site, "jeanne@mail.example");
    let first = signed_in(&site, &jeanne).await;
    let second = signed_in(
        &site,
        &jeanne.clone().claiming("exp", json!(in_seconds(60))),
    )
    .await;
    let else_ = signed_in(&site, &Identity::new(&site, "jeanne@mail.example")).await;
    assert_eq!(first.contact, second.contact);
    assert_ne!(
        first.contact, else_.contact,
        "an e-mail merges no histories"
    );
}

#[tokio::test]
async fn tr5_a_verified_email_binds_orders_that_came_before_and_after() {
    let site = shop().await;
    let before = TestOrder::new();
    place(&site, &before).await;
    let mut after = TestOrder::new();
    after.email.clone_from(&before.email);
    let identity = Identity::new(&site, &before.email.to_uppercase());
    let mut shopper = signed_in(&site, &identity).await;
    sees(&mut shopper, &before).await;
    assert_eq!(site.shopify("orders/create", &after.body()).await, 200);
    sees(&mut shopper, &after).await;
}

#[tokio::test]
async fn tr5_an_unverified_email_binds_nothing() {
    let site = shop().await;
    let order = TestOrder::new();
    place(&site, &order).await;
    let identity = Identity::new(&site, &order.email);
    for spoiled in [json!(false), json!(null)] {
        let token = identity.clone().claiming("email_verified", spoiled.clone());
        if spoiled.is_null() {
            // Not a boolean at all: the token is not taken.
            assert_eq!(status(&site, token.token()).await, 401);
            continue;
        }
        let mut shopper = signed_in(&site, &token).await;
        let mut second = TestOrder::new();
        second.email.clone_from(&order.email);
        // Its buyer was told, so everybody else who is bound has been, too.
        place(&site, &second).await;
        let seq = shopper.say("Où est ma commande ?").await;
        shopper.answer_after(seq).await;
        shopper.settle().await;
        let told =
            |event: &&Event| matches!(event.fact, Fact::OrderUpdated { .. } | Fact::Notice { .. });
        assert_eq!(shopper.history.values().filter(told).count(), 0);
    }
}

#[tokio::test]
async fn tr6_a_visitor_token_goes_on_here_and_means_nothing_elsewhere() {
    let (site, other) = (shop().await, shop().await);
    let order = TestOrder::new();
    let visitor = visitor_of(&site, &order).await;
    let token = visitor
        .visitor_token()
        .expect("a visitor has a token")
        .to_owned();
    assert_eq!(visitor.another().await.contact, visitor.contact);
    let (contact, secret) = token.split_once('.').expect("two parts");
    let foreign = format!("{contact}.{}", random_hex().repeat(2));
    for (site, token) in [
        (&other, token.clone()),
        (&site, foreign),
        (&site, format!("{contact}.")),
        (&site, format!("{}.{secret}", random_hex())),
        (&site, "garbage".to_owned()),
    ] {
        let credentials = Credentials {
            visitor: Some(token.clone()),
            ..Credentials::default()
        };
        let stranger = Shopper::with(site, credentials).await;
        assert_ne!(stranger.contact, visitor.contact, "{token}");
        assert_ne!(stranger.visitor_token(), Some(token.as_str()));
        assert!(stranger.history.is_empty());
    }
}

#[tokio::test]
async fn tr6_a_signed_in_contact_is_not_opened_by_a_visitor_token() {
    let site = shop().await;
    let identity = Identity::new(&site, "jeanne@mail.example");
    let mut shopper = signed_in(&site, &identity).await;
    shopper.say("Bonjour").await;
    let credentials = Credentials {
        visitor: Some(format!("{}.{}", shopper.contact, random_hex().repeat(2))),
        ..Credentials::default()
    };
    let stranger = Shopper::with(&site, credentials).await;
    assert_ne!(stranger.contact, shopper.contact);
    assert!(stranger.history.is_empty());
}

#[tokio::test]
async fn tr26_on_a_socket_that_is_over_nothing_is_taken() {
    let site = shop().await;
    let jeanne = Identity::new(&site, "jeanne@mail.example");
    let mut shopper = signed_in(&site, &holding_for(&jeanne, SOON)).await;
    shopper.say("En temps voulu").await;
    tokio::time::sleep(SOON).await;
    let late = ShopperCommand::Send {
        cid: new_cid(),
        text: "Trop tard".to_owned(),
    };
    shopper.tell(&late).await;
    assert_eq!(bye(&mut shopper).await, Refusal::Forbidden);
    assert_eq!(shopper.socket.closed().await.ok(), Some(Some(4_001)));
    let again = signed_in(&site, &jeanne).await;
    assert_eq!(again.contact, shopper.contact);
    let said: Vec<&str> = again.history.values().filter_map(text).collect();
    assert!(said.contains(&"En temps voulu"), "{said:?}");
    assert!(!said.contains(&"Trop tard"), "{said:?}");
}

#[tokio::test]
async fn tr26_on_a_socket_that_is_over_nothing_is_told() {
    let site = shop().await;
    let jeanne = Identity::new(&site, "jeanne@mail.example");
    let mut old = signed_in(&site, &holding_for(&jeanne, SOON)).await;
    let mut renewed = signed_in(&site, &jeanne).await;
    tokio::time::sleep(SOON).await;
    renewed.say("Entre nous").await;
    assert_eq!(bye(&mut old).await, Refusal::Forbidden);
    assert_eq!(old.socket.closed().await.ok(), Some(Some(4_001)));
    assert!(!old.socket.heard().contains("Entre nous"));
    // The other one goes on.
    renewed.settle().await;
}

/// How long the tokens of these tests hold.
const SOON: Duration = Duration::from_secs(4);

/// The same customer for so long: half a minute more than a token says, for the shop's clock.
fn holding_for(customer: &Identity, time: Duration) -> Identity {
    let seconds = i64::try_from(time.as_secs()).expect("a short time");
    let end = json!(in_seconds(seconds - 30));
    customer.clone().claiming("exp", end)
}

async fn bye(shopper: &mut Shopper) -> Refusal {
    let bye = shopper.frame(|frame| match frame {
        ShopperEvent::Bye { code, .. } => Some(*code),
        _ => None,
    });
    bye.await.expect("the edge says why")
}

fn text(event: &Event) -> Option<&str> {
    message(event).map(|message| message.text.as_str())
}

async fn signed_in(site: &Site, identity: &Identity) -> Shopper {
    let credentials = Credentials {
        identity: Some(identity.token()),
        ..Credentials::default()
    };
    Shopper::with(site, credentials).await
}

async fn sees(shopper: &mut Shopper, order: &TestOrder) {
    shopper
        .event(|event| match &event.fact {
            Fact::OrderUpdated { order: seen } => seen.number == order.number,
            _ => false,
        })
        .await;
}

async fn status(site: &Site, token: String) -> u16 {
    let credentials = Credentials {
        identity: Some(token),
        ..Credentials::default()
    };
    let answer = ask_session(site, &credentials).await;
    answer.expect("the edge answers").status
}

/// What a token says, and its signature.
fn split(token: &str) -> (String, String) {
    let (said, signature) = token.rsplit_once('.').expect("three parts");
    (said.to_owned(), signature.to_owned())
}
