//! What a page looks like where the chat may not be, or can't be.

use anyhow::Result;
use tests::pages::browser::{DESKTOP, ENGLISH};
use tests::pages::merchant::{self, Premises};
use tests::pages::scene::one_page;
use tests::pages::shop::Shop;
use tests::pages::{button, stage, until};
use tests::server::Server;
use tests::site::Site;
use thirtyfour::By;

use crate::access::{OPEN_ROOTS, launcher_in_both_lights};

const FAILURE: &str = "The chat isn’t answering.";

/// PG10: an origin that the site has not listed cannot frame the panel.
#[tokio::test]
async fn pg10_another_origin_gets_no_panel() {
    stage::play("stranger", async |stage| {
        let edge = stage::edge();
        let mut site = Site::new("Marie’s mugs");
        site.origins = vec!["http://127.0.0.1:9".to_owned()];
        let site = site.provision(&edge).await;
        let frame = format!("{}/frame/{}?origin=x&language=en", edge.url, site.key);
        let frame = format!("<iframe src=\"{frame}\"></iframe>");
        let stranger =
            Premises::find()?.serve(merchant::page("en-GB", "").replace("</main>", &frame));

        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        browser.goto(&stranger.url).await?;
        browser
            .driver
            .find(By::Css("iframe"))
            .await?
            .enter_frame()
            .await?;
        // Chromium puts an error page of its own in the place of what it may not frame.
        until("an error page in the frame", async || {
            let address: String = browser.script("return location.href", Vec::new()).await?;
            Ok(address.starts_with("chrome-error:").then_some(()))
        })
        .await?;
        assert!(browser.driver.find_all(By::Css("#panel")).await?.is_empty());
        Ok(())
    })
    .await;
}

/// PG11: without an edge the shop goes on, and who opens the chat is told so and can try again.
#[tokio::test]
async fn pg11_a_dead_edge_leaves_the_shop_usable() {
    stage::play("dead-edge", async |stage| {
        let mut server = Server::start("browser-dead-edge")?;
        let (_, merchant) = one_page(&server.edge(), "en-GB").await?;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let cdp = browser.driver.cdp();
        cdp.page()
            .add_script_to_evaluate_on_new_document(OPEN_ROOTS)
            .await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        server.kill()?;
        shop.press_launcher().await?;
        let alert = shop.in_shadow("[role=alert]").await?;
        let words = alert.text().await?;
        assert!(words.contains(FAILURE), "{words}");
        launcher_in_both_lights(&shop, "failure").await?;
        assert_eq!(shop.is_told("error").await?["code"], "unreachable");
        buys(&shop).await?;

        server.restart()?;
        shop.in_shadow("[role=alert] button").await?.click().await?;
        let panel = shop.panel();
        panel.is_ready().await?;
        panel.say("Hello").await?;
        panel.has_mine("Hello", "Sent").await?;
        assert_eq!(shop.count_in_shadow("[role=alert]").await?, 0);
        browser.picture("recovered").await
    })
    .await;
}

/// PG11 from the start: the loader itself can't be had.
#[tokio::test]
async fn pg11_a_page_without_its_loader_is_a_page() {
    stage::play("no-loader", async |stage| {
        let gone = Premises::find()?.url;
        let tag = merchant::script_tag(&gone, "site-x");
        let merchant = Premises::find()?.serve(merchant::page("en-GB", &tag));
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        browser.goto(&merchant.url).await?;
        let shop = Shop { browser };
        buys(&shop).await?;
        assert_eq!(shop.count_in_shadow("button").await?, 0);
        Ok(())
    })
    .await;
}

/// The page's own button works.
async fn buys(shop: &Shop) -> Result<()> {
    shop.step_out().await?;
    shop.browser.press(button("Add to cart")).await?;
    shop.browser.sees("Added").await
}
