//! A phone's own keyboard, and two fingers that zoom in.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::pages::browser::{FRENCH, PHONE};
use tests::pages::panel::Panel;
use tests::pages::scene::one_page;
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;

/// Stands for a keyboard, which this Chromium doesn't show: of the page, as much is seen, from there on.
const KEYBOARD: &str = "
const [height, offsetTop] = arguments;
for (const [name, value] of Object.entries({ height, offsetTop })) {
  Object.defineProperty(visualViewport, name, { value, configurable: true });
}
visualViewport.dispatchEvent(new Event('resize'));";

/// The keyboard goes away.
const NO_KEYBOARD: &str = "
delete visualViewport.height;
delete visualViewport.offsetTop;
visualViewport.dispatchEvent(new Event('resize'));";

/// The lower edge of the field, in pixels.
const FIELD_ENDS: &str = "return document.getElementById('message').getBoundingClientRect().bottom";

/// How far down what is seen above the keyboard begins, and how high it is.
const SEEN: (f64, f64) = (60.0, 420.0);

/// PG28: above a phone's keyboard, the panel is as high as what is seen.
#[tokio::test]
async fn pg28_a_keyboard_leaves_the_field_in_sight() {
    stage::play("phone-keyboard", async |stage| makes_room(&stage).await).await;
}

async fn makes_room(stage: &Stage) -> Result<()> {
    let (_site, merchant) = one_page(&stage::edge(), "fr-FR").await?;
    let browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let panel = shop.open().await?;
    for line in 1..=8 {
        let line = format!("Ligne {line}");
        panel.say(&line).await?;
        panel.has_mine(&line, "Envoyé").await?;
    }
    let whole = (0.0, f64::from(PHONE.height));
    lies(&shop, whole).await?;

    let (top, height) = SEEN;
    let script = |script: &'static str| {
        browser
            .driver
            .execute(script, vec![json!(height), json!(top)])
    };
    shop.step_out().await?;
    script(KEYBOARD).await?;
    lies(&shop, SEEN).await?;
    panel.shows_its_end().await?;
    ensure!(field_ends(&panel).await? <= height);
    browser.picture("keyboard").await?;

    shop.step_out().await?;
    script(NO_KEYBOARD).await?;
    lies(&shop, whole).await?;
    panel.shows_its_end().await?;

    // Whoever zooms in sees a part of what is there, which stays as large.
    shop.step_out().await?;
    let twice = json!({ "pageScaleFactor": 2 });
    let cdp = browser.driver.cdp();
    cdp.send_raw("Emulation.setPageScaleFactor", twice).await?;
    until("a page that is zoomed in", async || {
        let scale: f64 = browser
            .script("return visualViewport.scale", Vec::new())
            .await?;
        Ok((scale > 1.5).then_some(()))
    })
    .await?;
    lies(&shop, whole).await
}

/// Waits until the panel begins so far down the page and is so high.
async fn lies(shop: &Shop, (top, height): (f64, f64)) -> Result<()> {
    until(
        &format!("a panel {height} px high from {top}"),
        async || {
            let rect = shop.in_shadow("iframe").await?.rect().await?;
            let is_there = (rect.y - top).abs() < 1.0 && (rect.height - height).abs() < 1.0;
            Ok(is_there.then_some(()))
        },
    )
    .await
}

async fn field_ends(panel: &Panel) -> Result<f64> {
    panel.enter().await?.script(FIELD_ENDS, Vec::new()).await
}
