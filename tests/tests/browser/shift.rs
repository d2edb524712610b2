//! An agent's shift, with nothing but the screen: available, given a case, a promise made and kept,
//! the case set aside, picked up, given to a colleague, and settled with the shopper.

use anyhow::{Context, Result, ensure};
use shared::protocol::promise::PromiseKind;
use shared::protocol::widget::ChoiceId;
use tests::choosing::offers;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::shopper::{Shopper, message};
use tests::site::Site;

/// HO11, CO33, PR6: an agent who makes herself available is given a case and told of it; what she
/// promises reaches the shopper, stands in the list until it is kept, and the case goes on to whom
/// she chooses.
#[tokio::test]
async fn ho11_an_agent_takes_a_case_through_a_shift() {
    stage::play("shift", async |stage| shift(&stage).await).await;
}

async fn shift(stage: &Stage) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let (camille, noe) = (
        site.hire("Camille", false).await,
        site.hire("Noé", false).await,
    );
    let colleague = stage.browser(DESKTOP, FRENCH).await?;
    let colleague = Desk::visit(&colleague, &site).await?;
    colleague.sign_in(&site, &noe).await?;
    let mut shopper = Shopper::new(&site).await;
    shopper
        .say("Je veux être remboursée, le train est cassé")
        .await;
    shopper.ask_for_human().await;

    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &camille).await?;
    desk.lists("1re de la file").await?;
    desk.available().await?;
    browser.sees("Une demande vous est confiée").await?;
    browser.picture("given").await?;
    desk.press("Ouvrir").await?;
    desk.reads("le train est cassé").await?;
    desk.heads("Remboursement").await?;
    // What is in brief leads to where it was said.
    desk.follow("le train est cassé").await?;

    desk.promise("Remboursement").await?;
    browser.picture("promise").await?;
    desk.reply("Bonjour, nous vous remboursons.").await?;
    let told = shopper
        .event(|event| message(event).is_some_and(|said| said.promise.is_some()))
        .await;
    let promise = message(&told).and_then(|said| said.promise.clone());
    let promise = promise.context("a promise")?;
    ensure!(promise.kind == PromiseKind::Refund, "{promise:?}");
    desk.knows("à tenir").await?;
    // PR7: a case isn't closed over a promise without a word about it.
    desk.press("Clore").await?;
    browser.sees("La clôture n’efface pas").await?;
    desk.press("Laisser ouverte").await?;
    desk.heads("À vous").await?;
    desk.press("C’est fait").await?;
    desk.knows("tenue le").await?;
    desk.reads("Promesse tenue").await?;

    desk.choose("Dans une heure").await?;
    desk.heads("Mise de côté").await?;
    desk.choose("Reprendre maintenant").await?;
    desk.heads("À vous").await?;
    browser.picture("picked-up").await?;
    desk.choose("Noé").await?;
    desk.heads("Suivie par Noé").await?;
    colleague.tab("À moi").await?;
    colleague.open("Visiteur").await?;
    colleague.reads("le train est cassé").await?;
    // Whoever gave the case still looks at it, and each knows of the other.
    desk.heads("sous les yeux").await?;
    colleague.heads("sous les yeux").await?;

    colleague.press("Clore").await?;
    shopper
        .event(|event| message(event).is_some_and(|said| offers(said, ChoiceId::NotSettled)))
        .await;
    shopper.choose(ChoiceId::Settled).await;
    colleague.reads("Réglé, d’après le client").await?;
    colleague.browser.picture("solved").await
}
