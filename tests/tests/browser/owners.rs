//! What an owner sees to beside the shoppers: who did what, where they are signed in, and what is kept
//! of a shopper. And what an agent sees of a household.

use anyhow::{Result, ensure};
use serde_json::json;
use shared::protocol::staff::Role;
use tests::agent::Agent;
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::pages::browser::{DESKTOP, FRENCH, PHONE, Screen, TABLET};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::pages::{button, until};
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::{By, Key};

use crate::access::desk_in_both_lights;

/// TR23 and TR24 on the screen, and PG14 for it: an owner reads the trail, exports and erases a
/// shopper with a word typed, and ends a session elsewhere.
#[tokio::test]
async fn tr24_an_owner_reads_who_did_what_and_erases_a_shopper() {
    stage::play("owners", async |stage| owner(&stage, DESKTOP).await).await;
}

/// The same on a tablet.
#[tokio::test]
async fn tr24_an_owner_reads_who_did_what_on_a_tablet() {
    stage::play("owners", async |stage| owner(&stage, TABLET).await).await;
}

/// The same on a phone.
#[tokio::test]
async fn tr24_an_owner_reads_who_did_what_on_a_phone() {
    stage::play("owners", async |stage| owner(&stage, PHONE).await).await;
}

async fn owner(stage: &Stage, screen: Screen) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let account = site.hire_as("Inès Lambert", Role::Owner).await;
    for _ in 0..2 {
        Agent::sign_in(&site, &account).await;
    }
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Effacez-moi, je vous prie").await;
    shopper.ask_for_human().await;
    let browser = stage.browser(screen, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &account).await?;

    ends_other_sessions(&desk).await?;

    browser.press(By::Css("#view-cases")).await?;
    desk.open("Visiteur").await?;
    browser.press(By::Css("#case-menu > summary")).await?;
    let export = browser.find(By::Css("#case-menu a[download]")).await?;
    let address = export.attr("href").await?.unwrap_or_default();
    let contact = shopper.contact.to_string();
    ensure!(address.ends_with(&contact), "{address}");
    desk_in_both_lights(&browser, "menu").await?;
    browser.press(button("Effacer ce client…")).await?;
    let field = browser.find(By::Css("#erasing-word")).await?;
    field.send_keys("effacer").await?;
    let submit = browser.find(By::Css("#erasing [type=submit]")).await?;
    ensure!(!submit.is_enabled().await?, "another word confirms");
    desk_in_both_lights(&browser, "erasing").await?;
    field.clear().await?;
    field.send_keys("EFFACER").await?;
    field.send_keys(Key::Enter).await?;
    browser.sees("Gardez ce reçu").await?;
    desk_in_both_lights(&browser, "erased").await?;
    browser.press(By::Css("#erasing .plain")).await?;

    browser.press(By::Css("#view-staff")).await?;
    browser.press(By::Css("#staff-audit")).await?;
    browser.sees("aucune n’a été modifiée ni retirée").await?;
    browser.sees("Client effacé").await?;
    desk_in_both_lights(&browser, "audit").await?;
    let only = "//*[@id='audit-only']/option[.='Client effacé']";
    browser.press(By::XPath(only)).await?;
    until("one entry is left", async || {
        let lines = browser.driver.find_all(By::Css(".audit-day li")).await?;
        Ok((lines.len() == 1).then_some(()))
    })
    .await?;
    browser.sees(&contact).await
}

/// The other two sessions are ended from the list of one's own, by keys.
async fn ends_other_sessions(desk: &Desk) -> Result<()> {
    let browser = &desk.browser;
    browser.press(By::Css("#view-account")).await?;
    let others = browser.find(By::Css("#end-others")).await?;
    desk_in_both_lights(browser, "sessions").await?;
    others.send_keys(Key::Enter).await?;
    until("one session is left", async || {
        let lines = browser.driver.find_all(By::Css(".people > li")).await?;
        Ok((lines.len() == 1).then_some(()))
    })
    .await
}

/// HH2 on the screen, and PG14 for it.
#[tokio::test]
async fn hh2_an_agent_sees_a_household() {
    stage::play("household", async |stage| {
        for screen in [DESKTOP, TABLET, PHONE] {
            household(&stage, screen).await?;
        }
        Ok(())
    })
    .await;
}

async fn household(stage: &Stage, screen: Screen) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let (mine, theirs) = (TestOrder::new(), TestOrder::new());
    for order in [&mine, &theirs] {
        let mut body = order.body();
        body["shipping_address"]["address1"] = json!("3 chemin des Sapins");
        site.shopify("orders/create", &body).await;
        site.shopify("fulfillments/create", &order.fulfillment(0))
            .await;
        site.easypost(&order.tracker(0, &[(IN_TRANSIT, 60)])).await;
    }
    let mut shopper = Shopper::new(&site).await;
    shopper.verify(&mine.number, &mine.postcode).await;
    shopper
        .say("Le colis de mon conjoint est là, pas le mien")
        .await;
    shopper.ask_for_human().await;
    let account = site.hire("Noé Marchand", false).await;
    let browser = stage.browser(screen, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &account).await?;
    desk.open("Client de la commande").await?;
    if screen != DESKTOP {
        desk.press("Dossier").await?;
    }
    let part = browser.find(By::Css("#household")).await?;
    let words = part.text().await?;
    ensure!(words.contains("1 autre commande"), "{words}");
    ensure!(
        !words.contains(theirs.number.trim_start_matches('#')),
        "{words}"
    );
    part.scroll_into_view().await?;
    desk_in_both_lights(&browser, "household").await
}
