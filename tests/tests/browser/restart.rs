//! workerd dies in the middle of a chat.

use anyhow::Result;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::scene::Scene;
use tests::pages::shop::Shop;
use tests::pages::{stage, until};
use tests::server::Server;

const BEFORE: &str = "Bonjour";
const DURING: &str = "Vous êtes encore là ?";
const WAITS: &str = "Envoi…";

/// PG6: what is written while the edge is down is shown as on its way, and arrives exactly once.
#[tokio::test]
async fn pg6_a_message_outlives_a_crash_of_the_edge() {
    stage::play("restart", async |stage| {
        let mut server = Server::start("browser-restart")?;
        let scene = Scene::set(&server.edge()).await?;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let shop = Shop::visit(&browser, &scene.page("/")).await?;
        let panel = shop.open().await?;
        panel.say(BEFORE).await?;
        panel.has_mine(BEFORE, "Envoyé").await?;
        panel
            .sees("Je peux vous dire où en est votre commande")
            .await?;

        server.kill()?;
        panel.say(DURING).await?;
        panel.has_mine(DURING, WAITS).await?;
        panel.sees("Connexion perdue").await?;
        browser.picture("down").await?;
        server.restart()?;
        panel.has_mine(DURING, "Envoyé").await?;
        until("the connection", async || {
            Ok((!panel.words().await?.contains("Connexion perdue")).then_some(()))
        })
        .await?;
        browser.picture("back").await?;

        shop.reload().await?;
        let panel = shop.open().await?;
        panel.sees(DURING).await?;
        assert_eq!(said(&panel).await?, [BEFORE, DURING]);
        Ok(())
    })
    .await;
}

async fn said(panel: &tests::pages::panel::Panel) -> Result<Vec<String>> {
    let mine = panel.mine().await?;
    Ok(mine.into_iter().map(|mine| mine.text).collect())
}
