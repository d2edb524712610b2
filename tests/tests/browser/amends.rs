//! A parcel that counts as delivered and never came, with nothing but the screen: a shopper, two
//! agents and a lead, each in a browser, and workerd killed between the question and the answer.

use anyhow::{Context, Result, ensure};
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder};
use tests::pages::axe::is_accessible;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE};
use tests::pages::demo::CUSTOMER_NAME;
use tests::pages::desk::Desk;
use tests::pages::panel::Panel;
use tests::pages::scene::{Scene, customers_order};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::server::Server;

const COMPLAINT: &str = "Mon colis est marqué livré, je n’ai rien reçu";
const REPLY: &str = "Toutes nos excuses : je vous rembourse.";

/// RD5, SL4, PR2, PG6 and PG14: what an agent may not decide goes to a lead and comes back over a crash,
/// the promise is kept, a colleague settles the case, and the shopper agrees.
#[tokio::test]
async fn rd5_amends_are_made_over_a_crash() {
    stage::play("amends", async |stage| amends(&stage).await).await;
}

async fn amends(stage: &Stage) -> Result<()> {
    let mut server = Server::start("browser-amends")?;
    let scene = Scene::set(&server.edge()).await?;
    let panel = complains(stage, &scene).await?;

    let desk = at_desk(stage, &scene, "Noé Marchand", false).await?;
    desk.browser.picture("first-case").await?;
    desk.open(CUSTOMER_NAME).await?;
    desk.heads("Première réponse avant").await?;
    desk.press("Prendre en charge").await?;
    desk.press("Réparation").await?;
    desk.browser.sees("Manque encore").await?;
    desk.browser.picture("guide").await?;
    is_accessible(&desk.browser, "what can be done", None).await?;
    desk.press("Demander l’accord").await?;
    desk.reads("accord demandé par Noé Marchand").await?;

    server.kill()?;
    desk.is_linked(false).await?;
    desk.browser.picture("down").await?;
    server.restart()?;
    desk.is_linked(true).await?;

    let lead = at_desk(stage, &scene, "Léa Petit", true).await?;
    lead.tab("Équipe").await?;
    lead.lists("Accord demandé").await?;
    lead.open(CUSTOMER_NAME).await?;
    lead.press("Réparation").await?;
    lead.press("Accorder").await?;
    lead.reads("accordé par Léa Petit").await?;
    lead.browser.picture("granted").await?;

    desk.browser.sees("Accordé").await?;
    desk.reads("accordé par Léa Petit").await?;
    desk.press("Réparation").await?;
    desk.promise("Remboursement").await?;
    desk.reply(REPLY).await?;
    panel.sees(REPLY).await?;
    panel.sees("Remboursement d’ici").await?;
    desk.knows("à tenir").await?;
    desk.press("C’est fait").await?;
    desk.reads("Promesse tenue").await?;

    let colleague = at_desk(stage, &scene, "Camille Roux", false).await?;
    desk.choose("Camille Roux").await?;
    colleague.tab("À moi").await?;
    colleague.open(CUSTOMER_NAME).await?;
    colleague.reads("accordé par Léa Petit").await?;
    colleague.press("Clore").await?;
    panel.press("C’est réglé, merci").await?;
    colleague.reads("Réglé, d’après le client").await?;
    colleague.browser.picture("solved").await?;
    let words = panel.words().await?;
    ensure!(!words.contains("accordé par"), "between agents: {words}");
    Ok(())
}

/// The shop's customer, whose parcel counts as delivered, asks for a human.
async fn complains(stage: &Stage, scene: &Scene) -> Result<Panel> {
    let order: TestOrder = customers_order();
    let site = &scene.site;
    ensure!(site.shopify("orders/create", &order.body()).await == 200);
    let fulfillment = order.fulfillment(0);
    ensure!(site.shopify("fulfillments/create", &fulfillment).await == 200);
    let scans = [(IN_TRANSIT, 60), (DELIVERED, 5)];
    ensure!(site.easypost(&order.tracker(0, &scans)).await == 200);
    let browser: Browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    shop.browser.is_connected().await?;
    let panel = shop.open().await.context("the panel opens")?;
    panel.say("Je voudrais parler à un conseiller").await?;
    panel.sees("vous n’aurez rien à répéter").await?;
    panel.say(COMPLAINT).await?;
    panel.has_mine(COMPLAINT, "Envoyé").await?;
    Ok(panel)
}

async fn at_desk(stage: &Stage, scene: &Scene, name: &str, lead: bool) -> Result<Desk> {
    let account = scene.site.hire(name, lead).await;
    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let desk = Desk::visit(&browser, &scene.site).await?;
    desk.sign_in(&scene.site, &account).await?;
    Ok(desk)
}
