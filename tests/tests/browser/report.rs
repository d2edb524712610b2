//! The lead's view: this moment, and the report.

use anyhow::{Context, Result};
use shared::protocol::staff::Role;
use tests::agent::Agent;
use tests::pages::axe::is_accessible;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE, Screen};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::pages::{button, until};
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::By;

/// Where it is tomorrow already, all afternoon of a day in Paris.
const EASTERNMOST: &str = "Pacific/Kiritimati";

/// Where it is yesterday still, all morning of a day in Paris.
const WESTERNMOST: &str = "Pacific/Pago_Pago";

/// RP5 and RP7: who leads sees how it stands, how the service did, and takes it along.
#[tokio::test]
async fn rp7_a_lead_sees_this_moment_and_the_report() {
    stage::play("report", async |stage| {
        is_shown(&stage, DESKTOP, EASTERNMOST).await
    })
    .await;
}

#[tokio::test]
async fn rp7_a_lead_sees_them_on_a_phone() {
    stage::play("report", async |stage| {
        is_shown(&stage, PHONE, WESTERNMOST).await
    })
    .await;
}

/// The days are the shop's, wherever the lead is.
async fn is_shown(stage: &Stage, screen: Screen, lead_is_in: &str) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let lead = site.hire_as("Inès", Role::Lead).await;
    let agent = site.hire_as("Noé", Role::Agent).await;
    let mut helping = Agent::sign_in(&site, &agent).await;
    // One is served, another waits.
    let mut served = Shopper::new(&site).await;
    served.say("Mon colis est perdu").await;
    served.ask_for_human().await;
    let contact = served.contact.clone();
    helping.case(|case| case.contact == contact).await;
    helping
        .reply(&contact, "Je regarde.")
        .await
        .ok()
        .context("an answer")?;
    helping.resolve(&contact).await.ok().context("settled")?;
    let mut waiting = Shopper::new(&site).await;
    waiting.ask_for_human().await;

    let browser = stage.browser(screen, FRENCH).await?;
    browser.sit_in(lead_is_in).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &lead).await?;
    browser.press(By::Css("#view-overview")).await?;
    browser.sees("En ce moment").await?;
    has(&browser, ".wall", "En attente\n1").await?;
    // What was said a moment ago is counted a few seconds later.
    until("two concerns in the report", async || {
        browser.press(button("30 jours")).await?;
        let report = browser.driver.find(By::Css(".report")).await?;
        let counted = report.text().await?.contains("Demandes\n2");
        Ok(counted.then_some(()))
    })
    .await?;
    has(&browser, ".charts", "Confirmé").await?;
    let tile = "//button[contains(., 'Réglées par l’assistant')]";
    browser.press(By::XPath(tile)).await?;
    has(&browser, ".charts", "\u{202f}%").await?;
    browser.press(By::Css(".chart summary")).await?;
    in_both_lights(&browser, "report").await?;
    let link = browser.find(By::Css(".download")).await?;
    let address = link.attr("href").await?.context("an address")?;
    assert!(address.contains("/desk/api/report.csv?from="), "{address}");
    assert!(address.ends_with("&language=fr"), "{address}");

    browser.press(By::Css("#language")).await?;
    browser.sees("Right now").await?;
    in_both_lights(&browser, "english").await
}

async fn in_both_lights(browser: &Browser, state: &str) -> Result<()> {
    for dark in [false, true] {
        browser.prefer(dark).await?;
        browser.picture(state).await?;
        is_accessible(browser, &format!("the report, {state}, dark: {dark}"), None).await?;
    }
    browser.prefer(false).await
}

async fn has(browser: &Browser, part: &str, words: &str) -> Result<()> {
    until(&format!("“{words}” in {part}"), async || {
        let part = browser.driver.find(By::Css(part)).await?;
        Ok(part.text().await?.contains(words).then_some(()))
    })
    .await
}
