//! An agent's answer from a template, by keys alone.

use anyhow::{Result, ensure};
use shared::protocol::staff::Role;
use tests::hooks::TestOrder;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::desk::Desk;
use tests::pages::scene::plain_number;
use tests::pages::{button, stage, until};
use tests::shopper::{Shopper, message};
use tests::site::Site;
use thirtyfour::{By, Key};

use crate::access::desk_in_both_lights;

/// TG4 at the desk: a template is found and filled by keys, a place that is left keeps it from
/// being sent, and once it is typed the shopper has it.
#[tokio::test]
async fn tg4_a_template_is_sent_once_its_places_are_filled() {
    stage::play("templates", async |stage| {
        let site = Site::new("Atelier des Rennes")
            .provision(&stage::edge())
            .await;
        let order = TestOrder::new();
        assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
        let mut shopper = Shopper::new(&site).await;
        shopper.say("où est ma commande ?").await;
        shopper.verify(&order.number, &order.postcode).await;
        shopper.ask_for_human().await;
        let account = site.hire("Camille", false).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &account).await?;
        desk.open("Client de la commande").await?;
        desk.press("Prendre en charge").await?;
        answer(&desk).await?;
        let told = shopper
            .event(|event| message(event).is_some_and(|said| said.text.contains("le bon article")))
            .await;
        let said = &message(&told).expect("a message").text;
        ensure!(said.contains("le grelot rouge"), "{said}");
        ensure!(said.contains(plain_number(&order)), "{said}");
        Ok(())
    })
    .await;
}

async fn answer(desk: &Desk) -> Result<()> {
    let browser = &desk.browser;
    until("a field to write in", async || {
        let field = browser.find(By::Css("#writing")).await?;
        Ok(field.is_enabled().await?.then_some(()))
    })
    .await?;
    desk.look_for_template("mauvais article").await?;
    desk.insert_template().await?;
    browser.sees("À remplir").await?;
    // Enter sends nothing while a place is empty; the place is selected, so that typing fills it.
    browser.keys(Key::Enter).await?;
    ensure!(
        desk.written().await?.contains('⟨'),
        "it must still stand there"
    );
    browser.keys("le grelot rouge").await?;
    until("a text without a place to fill", async || {
        Ok((!desk.written().await?.contains('⟨')).then_some(()))
    })
    .await?;
    browser.keys(Key::Enter).await
}

/// TG10 at the desk: a lead writes a template with a field that is put in by a press, and takes it back.
#[tokio::test]
async fn tg10_a_lead_writes_a_template_at_the_desk() {
    stage::play("templates-written", async |stage| {
        let site = Site::new("Atelier des Rennes")
            .provision(&stage::edge())
            .await;
        let account = site.hire_as("Inès", Role::Lead).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &account).await?;
        browser.press(By::Css("#view-staff")).await?;
        browser.press(By::Css("#staff-templates")).await?;
        desk_in_both_lights(&browser, "list").await?;
        browser.press(By::Css("#new-template")).await?;
        browser.sees("Donnez un titre au modèle.").await?;
        browser.fill("Titre", "Emballage cadeau").await?;
        browser.fill("Objet", "Votre cadeau").await?;
        let body = browser.find(By::Css("#template-body")).await?;
        body.send_keys("La commande { part emballée.").await?;
        browser.sees("contient une accolade seule").await?;
        desk_in_both_lights(&browser, "unfit").await?;
        body.clear().await?;
        body.send_keys("Emballée : ").await?;
        browser.press(button("numéro de commande")).await?;
        let written = body.prop("value").await?.unwrap_or_default();
        assert_eq!(written, "Emballée : { $order }");
        browser.press(button("Enregistrer")).await?;
        browser.sees("Emballage cadeau").await?;
        desk_in_both_lights(&browser, "kept").await?;
        browser
            .press(button("Annuler le dernier changement"))
            .await?;
        until("the list as it was", async || {
            let words = browser.words().await?;
            Ok((!words.contains("Emballage cadeau")).then_some(()))
        })
        .await
    })
    .await;
}
