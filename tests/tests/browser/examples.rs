//! The example pages of `docs/examples`: with React, with Vue, and with neither.

use std::fs;

use anyhow::{Context, Result};
use tests::hooks::TestOrder;
use tests::identity::Identity;
use tests::pages::browser::{DESKTOP, ENGLISH};
use tests::pages::merchant::{self, Premises};
use tests::pages::scene::ship;
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::server::root;
use tests::site::Site;

/// How many chats there are, and how many tags.
const LEFT: &str = "
return ['grelot-chat', 'script[src$=\"/grelot.js\"]'].map((name) => document.querySelectorAll(name).length)";

/// PG22: the page with React mounts the chat, signs in, and unmounts it without a trace.
#[tokio::test]
async fn pg22_with_react() {
    stage::play("react", async |stage| comes_and_goes(&stage, "react").await).await;
}

/// PG22 with Vue.
#[tokio::test]
async fn pg22_with_vue() {
    stage::play("vue", async |stage| comes_and_goes(&stage, "vue").await).await;
}

/// PG22 without a framework.
#[tokio::test]
async fn pg22_without_a_framework() {
    stage::play("plain", async |stage| comes_and_goes(&stage, "plain").await).await;
}

async fn comes_and_goes(stage: &Stage, name: &str) -> Result<()> {
    let premises = Premises::find()?;
    let mut site = Site::new("Marie’s mugs");
    site.origins = vec![premises.url.clone()];
    let site = site.provision(&stage::edge()).await;
    let order = TestOrder::new();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    let token = Identity::new(&site, &order.email).token();
    let merchant = premises.serve(page(name, &site, &token)?);
    let browser = stage.browser(DESKTOP, ENGLISH).await?;

    let shop = Shop::visit(&browser, &merchant.url).await?;
    press(&shop, "Sign in").await?;
    browser.is_connected().await?;
    ship(&site, &order).await;
    shop.has_badge("1").await?;
    let panel = shop.open().await?;
    panel.news().await?;
    browser.picture("signed-in").await?;

    press(&shop, "Leave").await?;
    browser.sees("Home").await?;
    assert_eq!(left(&shop).await?, [0, 1]);
    browser.picture("left").await?;
    press(&shop, "My account").await?;
    shop.open().await?.say("Back again").await?;
    assert_eq!(left(&shop).await?, [1, 1]);
    Ok(())
}

/// The example's page, with its code in it.
fn page(name: &str, site: &Site, token: &str) -> Result<String> {
    let file = root().join("target/examples").join(format!("{name}.js"));
    let code = fs::read_to_string(&file)
        .with_context(|| format!("{}: build with `cargo xtask build`", file.display()))?;
    let app = format!(
        "<div id=\"app\" data-edge=\"{}\" data-site=\"{}\" data-token=\"{token}\"></div>\
         <script>{}</script></body>",
        site.edge.url,
        site.key,
        code.replace("</script", "<\\/script")
    );
    Ok(merchant::page("en-GB", "").replace("</body>", &app))
}

async fn press(shop: &Shop, words: &str) -> Result<()> {
    shop.step_out().await?;
    shop.browser.press(tests::pages::button(words)).await
}

async fn left(shop: &Shop) -> Result<Vec<usize>> {
    shop.step_out().await?;
    shop.browser.script(LEFT, Vec::new()).await
}
