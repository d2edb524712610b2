//! The first case of somebody who is new and reads English, on a tablet, with nothing but the screen.

use anyhow::Result;
use shared::protocol::widget::ChoiceId;
use shared::routing::{Level, Profile};
use tests::agent::Agent;
use tests::choosing::offers;
use tests::pages::browser::{Browser, ENGLISH, TABLET};
use tests::pages::button;
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::shopper::{Shopper, message};
use tests::site::{Account, Site};
use thirtyfour::By;

const ASKED: &str = "Où est mon colis ?";

/// RT2, HO11, PR1: signs in, is given the first case, understands it, answers, promises, keeps it,
/// and solves it.
#[tokio::test]
async fn ho11_a_newcomer_solves_a_first_case_in_english_on_a_tablet() {
    stage::play("learner", async |stage| first_case(&stage).await).await;
}

async fn first_case(stage: &Stage) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let account = hire_newcomer(&site).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say(ASKED).await;
    shopper.ask_for_human().await;

    let browser = stage.browser(TABLET, ENGLISH).await?;
    let desk = signs_in(&browser, &site, &account).await?;
    browser.press(By::Css("#ready")).await?;
    browser.sees("You were given a case").await?;
    browser.picture("given").await?;
    desk.press("Open").await?;
    desk.reads(ASKED).await?;
    desk.heads("Delivery").await?;
    browser.picture("case").await?;
    desk.press("Shopper’s file").await?;
    desk.knows("In brief").await?;
    browser.picture("dossier").await?;
    desk.press("Back to the conversation").await?;

    desk.promise("News").await?;
    browser.picture("promise").await?;
    desk.reply("Bonjour, nous demandons au transporteur et revenons vers vous.")
        .await?;
    shopper
        .event(|event| message(event).is_some_and(|said| said.promise.is_some()))
        .await;
    desk.reads("Promised: News").await?;
    browser.picture("promised").await?;
    desk.reply("Votre colis est au dépôt de Lyon.").await?;
    desk.reads("Promise kept: News").await?;
    browser.picture("kept").await?;

    desk.press("Resolve").await?;
    shopper
        .event(|event| message(event).is_some_and(|said| offers(said, ChoiceId::Settled)))
        .await;
    shopper.choose(ChoiceId::Settled).await;
    desk.reads("Solved, says the shopper").await?;
    browser.picture("solved").await?;
    desk.tab("Mine").await?;
    browser.sees("You have no case at the moment").await?;
    browser.picture("done").await
}

async fn hire_newcomer(site: &Site) -> Account {
    let lead = site.hire("Inès", true).await;
    let lead = Agent::sign_in(site, &lead).await;
    let account = site.hire("Noé Marchand", false).await;
    let id = Agent::sign_in(site, &account).await.id().await;
    let new = Profile {
        level: Level::Newcomer,
        ..Profile::default()
    };
    assert_eq!(lead.set_profile(&id, &new).await.status, 204);
    account
}

async fn signs_in(browser: &Browser, site: &Site, account: &Account) -> Result<Desk> {
    browser.goto(&format!("{}/desk", site.edge.url)).await?;
    browser.sees("Sign in to the desk").await?;
    browser.picture("sign-in").await?;
    browser.fill("Shop key", &site.key).await?;
    browser.fill("E-mail address", &account.email).await?;
    browser.fill("Password", &account.password).await?;
    browser.press(button("Sign in")).await?;
    browser.find(By::Css("[role=tablist]")).await?;
    Ok(Desk {
        browser: browser.clone(),
    })
}
