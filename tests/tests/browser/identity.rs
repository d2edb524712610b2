//! A shop that tells its page's chat who the shopper is.

use std::time::{Duration, Instant};

use serde_json::json;
use shared::protocol::widget::ShopperCommand;
use tests::identity::{Identity, hashed, in_seconds};
use tests::pages::browser::{DESKTOP, ENGLISH};
use tests::pages::scene::one_page;
use tests::pages::shop::Shop;
use tests::pages::{stage, until};
use tests::random_hex;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper, message};

use crate::access::in_both_lights;

/// By how much a shop's clock may differ, in seconds: a token holds for so long beyond its end.
const LEEWAY: i64 = 30;

/// TR21: an id and its hash do for a token, and whoever signs out is a stranger.
#[tokio::test]
async fn tr21_a_page_names_its_customer_by_a_hash() {
    stage::play("hash", async |stage| {
        let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let key = random_hex();
        let mut settings = site.settings();
        settings["identifier_key"] = json!(key);
        assert_eq!(site.put(&settings).await.status, 200);
        let customer = hashed(&key, "42");
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        shop.log_in(json!({ "user_id": 42, "identifier_hash": customer.identifier_hash }))
            .await?;
        let panel = shop.open().await?;
        panel.say("It is me").await?;
        panel.has_mine("It is me", "Sent").await?;
        let elsewhere = Credentials {
            identifier: Some(customer),
            ..Credentials::default()
        };
        let mut elsewhere = Shopper::with(&site, elsewhere).await;
        elsewhere
            .event(|event| message(event).is_some_and(|said| said.text == "It is me"))
            .await;
        shop.log_out().await?;
        until("a stranger's chat", async || {
            Ok(panel.mine().await?.is_empty().then_some(()))
        })
        .await
    })
    .await;
}

/// TR26: the chat ends with the token, goes on with a fresh one, and one that comes in time is not
/// noticed.
#[tokio::test]
async fn tr26_a_fresh_token_goes_on_where_the_old_one_ended() {
    stage::play("renewal", async |stage| {
        let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let jeanne = Identity::new(&site, "jeanne@mail.example");
        // A token that holds for so many seconds more.
        let token = |seconds: i64| {
            let end = json!(in_seconds(seconds - LEEWAY));
            json!({ "token": jeanne.clone().claiming("exp", end).token() })
        };
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        let panel = shop.open().await?;
        let over = Instant::now() + Duration::from_secs(10);
        shop.log_in(token(9)).await?;
        shop.is_told("identity-expiring").await?;
        panel.say("Before").await?;
        panel.has_mine("Before", "Sent").await?;
        tokio::time::sleep_until(over.into()).await;
        panel.say("After").await?;
        let error = shop.is_told("error").await?;
        assert_eq!(error, json!({ "code": "identity", "status": 401 }));
        panel
            .sees("Your session has ended. Reload the page")
            .await?;
        in_both_lights(&panel, "ended").await?;
        shop.log_in(token(5)).await?;
        panel.has_mine("After", "Sent").await?;
        let words = panel.words().await?;
        assert!(!words.contains("has ended"), "{words}");
        shop.step_out().await?;
        browser
            .driver
            .execute("heard.length = 0", Vec::new())
            .await?;
        let over = Instant::now() + Duration::from_secs(6);
        shop.log_in(token(300)).await?;
        tokio::time::sleep_until(over.into()).await;
        panel.say("Still here").await?;
        panel.has_mine("Still here", "Sent").await?;
        shop.step_out().await?;
        let errors = "return heard.filter(([name]) => name === 'error').length";
        let errors: u32 = browser.script(errors, Vec::new()).await?;
        assert_eq!(errors, 0);
        Ok(())
    })
    .await;
}

/// CV27: a hello that came while too much was sent is said again.
#[tokio::test]
async fn cv27_a_hello_that_was_refused_is_said_again() {
    stage::play("hello", async |stage| {
        let server = Server::start_with("browser-hello", 1)?;
        let (site, merchant) = one_page(&server.edge(), "en-GB").await?;
        let token = Identity::new(&site, "jeanne@mail.example").token();
        let credentials = Credentials {
            identity: Some(token.clone()),
            ..Credentials::default()
        };
        let mut device = Shopper::with(&site, credentials).await;
        device.say("Said elsewhere").await;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        shop.log_in(json!({ "token": token })).await?;
        // Whatever the page's tab says now is one frame too many.
        let flood = async {
            for _ in 0..60 {
                device.tell(&ShopperCommand::Typing).await;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        let (opened, ()) = tokio::join!(shop.open(), flood);
        opened?.sees("Said elsewhere").await
    })
    .await;
}
