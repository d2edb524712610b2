//! The chat where there is little height: zoomed in, or on a phone that lies on its side.

use anyhow::Result;
use tests::pages::browser::{FRENCH, Screen};
use tests::pages::panel::Panel;
use tests::pages::scene::one_page;
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use thirtyfour::Key;

/// What is left of 1280 by 900 at 400 %.
const ZOOMED: Screen = Screen {
    width: 320,
    height: 225,
    touch: false,
};

/// The heights of the log and of the field, and what doesn't fit into the width, in pixels.
const SIZES: &str = "
const [log, field] = ['log', 'message'].map((id) => document.getElementById(id).clientHeight);
return [log, field, document.documentElement.scrollWidth - innerWidth];";

/// PG26: at 400 %, most of the height is the log's, and a field that grew is one line again once its
/// text is said.
#[tokio::test]
async fn pg26_little_height_is_the_logs() {
    stage::play("zoomed", async |stage| is_the_logs(&stage).await).await;
}

async fn is_the_logs(stage: &Stage) -> Result<()> {
    let (_site, merchant) = one_page(&stage::edge(), "fr-FR").await?;
    let browser = stage.browser(ZOOMED, FRENCH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let panel = shop.open().await?;
    panel.sees("Parler à un conseiller").await?;
    browser.picture("greeting").await?;
    let (log, one_line, too_wide) = sizes(&panel).await?;
    assert!(log >= 110, "the log has {log} px");
    assert!(too_wide <= 0, "{too_wide} px don't fit");

    panel
        .begin_to_say(&"Une phrase qui ne tient pas sur une ligne. ".repeat(4))
        .await?;
    until("a field that grew", async || {
        Ok((sizes(&panel).await?.1 > one_line).then_some(()))
    })
    .await?;
    browser.picture("written").await?;
    let (log, ..) = sizes(&panel).await?;
    assert!(log >= 80, "the log has {log} px beside what is written");
    browser.keys(Key::Enter).await?;
    until("a field of one line", async || {
        Ok((sizes(&panel).await?.1 == one_line).then_some(()))
    })
    .await?;
    browser.picture("said").await
}

async fn sizes(panel: &Panel) -> Result<(i64, i64, i64)> {
    panel.enter().await?.script(SIZES, Vec::new()).await
}
