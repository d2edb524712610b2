//! A visitor whom nobody has signed in, on an English page.

use anyhow::Result;
use tests::hooks::TestOrder;
use tests::pages::browser::{DESKTOP, ENGLISH, PHONE, Screen};
use tests::pages::panel::{FORM_EN, Panel};
use tests::pages::scene::{one_page, plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};

const NO_MATCH: &str = "No order matches these details.";

/// PG3: an anonymous visitor sees an order with its number and proof only, and a wrong proof
/// reads as an unknown order does.
#[tokio::test]
async fn pg3_an_order_needs_its_proof_on_a_desktop() {
    stage::play("english", async |stage| proves(&stage, DESKTOP).await).await;
}

/// PG3 on a phone.
#[tokio::test]
async fn pg3_an_order_needs_its_proof_on_a_phone() {
    stage::play("english", async |stage| proves(&stage, PHONE).await).await;
}

async fn proves(stage: &Stage, screen: Screen) -> Result<()> {
    let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
    let order = TestOrder::new();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    ship(&site, &order).await;

    let browser = stage.browser(screen, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    assert_eq!(shop.launcher_name().await?, "Chat");
    let panel = shop.open().await?;
    panel.sees("Hello, this is Marie’s mugs.").await?;
    browser.picture("greeting").await?;
    panel.press("Track my order").await?;
    panel.sees("Find my order").await?;

    let number = plain_number(&order);
    let wrong_proof = refusal(&panel, number, "75001").await?;
    let wrong_number = refusal(&panel, "1", "75001").await?;
    assert_eq!(wrong_proof, wrong_number);
    browser.picture("no-match").await?;

    panel.look_up(&FORM_EN, number, &order.postcode).await?;
    let card = panel.card().await?;
    for shown in [number, &order.tracking[0], "On its way"] {
        assert!(card.contains(shown), "{shown} in {card}");
    }
    let words = panel.words().await?;
    assert!(!words.contains(&order.email), "{words}");
    assert!(!words.contains("Bois-d’Amont"), "{words}");
    browser.picture("order-card").await
}

/// What is said to a proof that opens nothing, without what the shopper had sent.
async fn refusal(panel: &Panel, number: &str, proof: &str) -> Result<String> {
    let before = panel.words().await?.matches(NO_MATCH).count();
    panel.look_up(&FORM_EN, number, proof).await?;
    tests::pages::until("an answer to the proof", async || {
        let words = panel.words().await?;
        let said = words.matches(NO_MATCH).count() > before && words.contains("Find my order");
        Ok(said.then(|| last_answer(&words)))
    })
    .await
}

/// From the last refusal to the end of what can be read.
fn last_answer(words: &str) -> String {
    let at = words.rfind(NO_MATCH).expect("there is a refusal");
    words[at..].to_owned()
}
