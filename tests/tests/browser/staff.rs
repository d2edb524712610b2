//! Who works at the desk: invited, joined and taught, with nothing but the screen.

use anyhow::{Context, Result};
use shared::protocol::staff::Role;
use tests::pages::axe::is_accessible;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, TABLET};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::pages::{button, until};
use tests::site::{Account, Site};
use thirtyfour::By;

/// TR18: an owner invites somebody from the screen; whoever has the link chooses a name and a
/// password, signs in, and is given what the owner says.
#[tokio::test]
async fn tr18_somebody_is_invited_joins_and_is_taught() {
    stage::play("staff", async |stage| joins(&stage).await).await;
}

async fn joins(stage: &Stage) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let owner = site.hire_as("Inès", Role::Owner).await;
    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &owner).await?;
    browser.press(By::Css("#view-staff")).await?;
    browser.sees("Invitations").await?;
    let email = "noe@desk.example".to_owned();
    browser.fill("Adresse e-mail", &email).await?;
    browser.press(button("Inviter")).await?;
    let link = browser.find(By::Css("#invitation-link")).await?;
    let link = link.prop("value").await?.context("a link")?;
    in_both_lights(&browser, "team").await?;

    let invitee = stage.browser(TABLET, FRENCH).await?;
    invitee.goto(&link).await?;
    invitee.sees("Rejoindre le bureau").await?;
    in_both_lights(&invitee, "join").await?;
    let account = Account {
        email,
        name: "Noé".to_owned(),
        password: "un mot de passe assez long".to_owned(),
    };
    invitee
        .fill("Votre nom, tel que les clients le verront", &account.name)
        .await?;
    invitee
        .fill("Mot de passe, douze caractères au moins", &account.password)
        .await?;
    invitee.press(button("Rejoindre")).await?;
    invitee.sees("Connexion au bureau").await?;
    let newcomer = Desk {
        browser: invitee.clone(),
    };
    newcomer.sign_in(&site, &account).await?;

    browser.press(By::Css("#view-cases")).await?;
    browser.press(By::Css("#view-staff")).await?;
    let level = "//li[contains(., 'Noé')]//option[contains(., 'Débute')]";
    browser.press(By::XPath(level)).await?;
    until("the newcomer's level", async || {
        let tag = "//li[contains(@class, 'mate')][contains(., 'Noé')][contains(., 'Débute')]";
        invitee
            .press(By::Css(".team:not([open]) summary"))
            .await
            .ok();
        let told = invitee.driver.find_all(By::XPath(tag)).await?;
        Ok((!told.is_empty()).then_some(()))
    })
    .await
}

async fn in_both_lights(browser: &Browser, state: &str) -> Result<()> {
    for dark in [false, true] {
        browser.prefer(dark).await?;
        browser.picture(state).await?;
        is_accessible(browser, &format!("the desk, {state}, dark: {dark}"), None).await?;
    }
    browser.prefer(false).await
}
