//! The palette of the desk, by keys alone.

use anyhow::{Result, ensure};
use tests::hooks::TestOrder;
use tests::pages::browser::{Browser, DESKTOP, FRENCH};
use tests::pages::desk::Desk;
use tests::pages::{stage, until};
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::{By, Key};

use crate::access::desk_in_both_lights;
use tests::pages::scene::plain_number;

/// SR4: from anywhere, Ctrl K finds what somebody said and leads to that very line, finds an order
/// nobody has written about, and does what the desk can do.
#[tokio::test]
async fn sr4_ctrl_k_leads_to_what_was_said_and_does_what_the_desk_can() {
    stage::play("search", async |stage| {
        let site = Site::new("Atelier des Rennes")
            .provision(&stage::edge())
            .await;
        let order = TestOrder::new();
        assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
        let mut shopper = Shopper::new(&site).await;
        shopper.say("Le couvercle est fêlé").await;
        shopper.ask_for_human().await;
        shopper.say("Merci de me répondre").await;
        let account = site.hire("Camille", false).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &account).await?;
        desk.lists("Merci de me répondre").await?;

        desk.search_for("felé", "Le couvercle est fêlé").await?;
        desk_in_both_lights(&browser, "palette").await?;
        browser.keys(Key::Enter).await?;
        has_focus(&browser, "Le couvercle est fêlé").await?;

        desk.search_for(plain_number(&order), "Pas encore de conversation")
            .await?;
        browser.keys(Key::Escape).await?;

        desk.search_for("prendre en charge", "Prendre").await?;
        browser.keys(Key::Enter).await?;
        desk.heads("À vous").await?;
        ensure!(!is_open(&browser).await?, "the palette is over the desk");
        Ok(())
    })
    .await;
}

async fn has_focus(browser: &Browser, words: &str) -> Result<()> {
    until("the line that was found", async || {
        let active = browser.driver.active_element().await?;
        Ok(active.text().await?.contains(words).then_some(()))
    })
    .await
}

async fn is_open(browser: &Browser) -> Result<bool> {
    let open = browser.driver.find_all(By::Css("dialog[open]")).await?;
    Ok(!open.is_empty())
}
