//! A shopper who waits long for a human.

use anyhow::Result;
use tests::pages::browser::{FRENCH, PHONE};
use tests::pages::scene::Scene;
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::server::Server;

use crate::access::in_both_lights;

/// RT13 in the panel: what is offered is a button, and what is promised is said with its day.
#[tokio::test]
async fn rt13_a_long_wait_offers_to_come_back() {
    stage::play("long-wait", async |stage| is_called_back(&stage).await).await;
}

async fn is_called_back(stage: &Stage) -> Result<()> {
    let mut server = Server::start("browser-waiting")?;
    let scene = Scene::set(&server.edge()).await?;
    let browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/")).await?;
    let panel = shop.open().await?;
    panel.press("Parler à un conseiller").await?;
    panel.sees("vous n’aurez rien à répéter").await?;

    server.let_a_quarter_pass()?;
    panel.sees("Revenez vers moi plus tard").await?;
    panel.shows_its_end().await?;
    in_both_lights(&panel, "offered").await?;
    panel.press("Revenez vers moi plus tard").await?;
    panel.sees("revient vers vous").await?;
    panel.shows_its_end().await?;
    browser.picture("promised").await
}
