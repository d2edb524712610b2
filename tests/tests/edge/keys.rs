//! The keys of a site: how they lie, how they are changed, and what a hash may do that a token
//! may.

use serde_json::{Value, json};
use shared::protocol::session::HashedIdentifier;
use shared::protocol::widget::Fact;
use tests::hooks::TestOrder;
use tests::identity::{Identity, hashed};
use tests::random_hex;
use tests::shopper::{Credentials, Shopper, ask_session};
use tests::site::Site;

use crate::{place, server, shop};

#[tokio::test]
async fn tr19_a_sites_secrets_lie_sealed() {
    let site = shop().await;
    let mut settings = site.settings();
    let (service, hashes) = (random_hex(), random_hex());
    settings["identifier_key"] = json!(hashes);
    settings["settings"]["sources"] = json!({ "laposte": { "key": service } });
    assert_eq!(site.put(&settings).await.status, 200);
    let stored = server().stored().expect("the databases are there");
    assert!(stored.contains(&site.key), "the dump is not the edge's");
    for secret in [
        &site.shopify_secret,
        &site.easypost_secret,
        &site.identity_secret,
        &service,
        &hashes,
        &site.edge.operator_token,
        &site.edge.ticket_key,
    ] {
        assert!(!stored.contains(secret.as_str()), "{secret} lies open");
    }
}

#[tokio::test]
async fn tr20_two_keys_sign_while_a_shop_changes_them() {
    let site = shop().await;
    let old = Identity::new(&site, "jeanne@mail.example");
    let mut new = old.clone();
    (new.kid, new.secret) = ("key-2".to_owned(), random_hex());
    let key = |identity: &Identity| json!({ "kid": identity.kid, "secret": identity.secret });
    for (keys, good) in [
        (vec![key(&old)], [true, false]),
        (vec![key(&old), key(&new)], [true, true]),
        (vec![key(&new)], [false, true]),
        (vec![], [false, false]),
    ] {
        let mut settings = site.settings();
        settings["identity_keys"] = json!(keys);
        assert_eq!(site.put(&settings).await.status, 200);
        for (identity, good) in [&old, &new].into_iter().zip(good) {
            let status = status(&site, identity).await;
            assert_eq!(status, if good { 201 } else { 401 }, "{}", identity.kid);
        }
    }
}

#[tokio::test]
async fn tr20_keys_that_can_be_guessed_or_confused_are_refused() {
    let site = shop().await;
    let key = |kid: &str, secret: &str| json!({ "kid": kid, "secret": secret });
    let long = random_hex();
    for keys in [
        json!([key("a", "short")]),
        json!([key("", &long)]),
        json!([key("a", &long), key("a", &random_hex())]),
        json!([key("a", &long), key("b", &long), key("c", &long)]),
    ] {
        let mut settings = site.settings();
        settings["identity_keys"] = keys.clone();
        assert_eq!(site.put(&settings).await.status, 400, "{keys}");
    }
}

#[tokio::test]
async fn tr21_a_hash_is_refused_unless_the_merchant_takes_hashes() {
    let site = shop().await;
    let key = random_hex();
    let good = hashed(&key, "customer-7");
    assert_eq!(ask(&site, &good).await, 401);
    let mut settings = site.settings();
    settings["identifier_key"] = json!(key);
    assert_eq!(site.put(&settings).await.status, 200);
    assert_eq!(ask(&site, &good).await, 201);
    let mut other = good.clone();
    other.identifier = "customer-8".to_owned();
    let mut cut = good.clone();
    cut.identifier_hash.truncate(32);
    let mut empty = good.clone();
    empty.identifier_hash.clear();
    for bad in [
        other,
        cut,
        empty,
        hashed(&key, ""),
        hashed(&random_hex(), "customer-7"),
    ] {
        assert_eq!(ask(&site, &bad).await, 401, "{bad:?}");
    }
    settings["identifier_key"] = Value::Null;
    assert_eq!(site.put(&settings).await.status, 200);
    assert_eq!(ask(&site, &good).await, 401);
}

#[tokio::test]
async fn tr21_a_hash_names_a_contact_of_its_own_and_binds_no_order() {
    let site = shop().await;
    let key = random_hex();
    let mut settings = site.settings();
    settings["identifier_key"] = json!(key);
    assert_eq!(site.put(&settings).await.status, 200);
    let order = TestOrder::new();
    place(&site, &order).await;
    let signed = Identity::new(&site, &order.email).claiming("sub", json!("customer-7"));
    let by_token = Credentials {
        identity: Some(signed.token()),
        ..Credentials::default()
    };
    let by_hash = Credentials {
        identifier: Some(hashed(&key, "customer-7")),
        ..Credentials::default()
    };
    let token = Shopper::with(&site, by_token).await;
    let mut hash = Shopper::with(&site, by_hash.clone()).await;
    assert_ne!(token.contact, hash.contact);
    let seq = hash.say("Où est ma commande ?").await;
    hash.answer_after(seq).await;
    let knows = hash
        .history
        .values()
        .any(|event| matches!(event.fact, Fact::OrderUpdated { .. }));
    assert!(!knows, "a hash has opened an order");
    let again = Shopper::with(&site, by_hash).await;
    assert_eq!(again.contact, hash.contact);
}

async fn ask(site: &Site, identifier: &HashedIdentifier) -> u16 {
    let credentials = Credentials {
        identifier: Some(identifier.clone()),
        ..Credentials::default()
    };
    let answer = ask_session(site, &credentials).await;
    answer.expect("the edge answers").status
}

async fn status(site: &Site, identity: &Identity) -> u16 {
    let credentials = Credentials {
        identity: Some(identity.token()),
        ..Credentials::default()
    };
    let answer = ask_session(site, &credentials).await;
    answer.expect("the edge answers").status
}
