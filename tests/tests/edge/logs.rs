//! What the edge writes to its log: ids, never what people said or who they are.

use serde_json::json;
use tests::agent::ask_sign_in;
use tests::hooks::{self, IN_TRANSIT, TestOrder};
use tests::identity::Identity;
use tests::random_hex;
use tests::shopper::{Credentials, Shopper, ask_session};

use crate::{place, server, shop_with_agent};

#[tokio::test]
async fn tr14_the_log_holds_no_words_addresses_or_secrets() {
    let (site, mut agent) = shop_with_agent().await;
    let canary = random_hex();
    let mut order = TestOrder::new();
    order.email = format!("{canary}@mail.example");
    let mut buyer = place(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 10)])).await;
    buyer.notice(shared::notice::NoticeKind::Shipped).await;

    // Everything that is refused or goes wrong, with the canary in it.
    let body = json!({ "note": canary, "email": order.email }).to_string();
    let unsigned = hooks::hook(&site, "shopify", body.as_bytes())
        .header("x-shopify-topic", canary.as_str())
        .header("x-shopify-hmac-sha256", canary.as_str());
    assert_eq!(unsigned.send().await.status, 401);
    let broken = hooks::shopify(&site, "orders/create", body.as_bytes());
    assert_eq!(broken.send().await.status, 200);
    let wrong = ask_sign_in(&site, &format!("{canary}@desk.example"), &canary).await;
    assert_eq!(wrong.status, 401);
    let credentials = Credentials {
        identity: Some(format!("{canary}.{canary}.{canary}")),
        ..Credentials::default()
    };
    let refused = ask_session(&site, &credentials)
        .await
        .expect("the edge answers");
    assert_eq!(refused.status, 401);

    let mut shopper = Shopper::new(&site).await;
    shopper.say(&canary).await;
    shopper.verify(&order.number, &order.email).await;
    shopper.verify(&order.number, &canary).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    agent
        .note(&contact, &canary)
        .await
        .expect("a note is taken");
    agent.reply(&contact, &canary).await.expect("nobody has it");
    shopper.settle().await;

    let log = server().log().expect("the log is there");
    let refused = format!("hook refused: site {}", site.key);
    assert!(log.contains(&refused), "the log is not the edge's");
    let token = shopper.visitor_token().expect("a visitor has a token");
    let secret = token.split_once('.').expect("two parts").1;
    let identity = Identity::new(&site, &order.email);
    for unwanted in [
        canary.as_str(),
        "@mail.example",
        "@desk.example",
        secret,
        &site.shopify_secret,
        &site.easypost_secret,
        &identity.secret,
        &site.edge.operator_token,
        &site.edge.ticket_key,
        agent.cookie.as_str(),
        "Où est ma commande",
        "panicked",
    ] {
        assert!(!log.contains(unwanted), "the log holds {unwanted}:\n{log}");
    }
}
