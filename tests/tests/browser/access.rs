//! Both programs by axe: WCAG 2.2 AA, light and dark, at both sizes.

use anyhow::Result;
use serde_json::json;
use tests::hooks::{TestOrder, shopify};
use tests::pages::axe::is_accessible;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE, Screen, TABLET};
use tests::pages::desk::Desk;
use tests::pages::panel::{FORM_FR, Panel};
use tests::pages::scene::{Scene, customers_order, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::By;

/// How the desk calls a shopper who has shown that an order is theirs.
const CASE: &str = "Client de la commande";

/// Lets axe, which runs in the page, look into the launcher's shadow root.
pub(crate) const OPEN_ROOTS: &str = "
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  return attach.call(this, { ...init, mode: 'open' });
};";

/// PG13: the launcher, the teaser and every state of the panel pass WCAG 2.2 AA by axe, light and
/// dark.
#[tokio::test]
async fn pg13_the_panel_is_accessible_on_a_desktop() {
    stage::play("access-shop", async |stage| {
        shop_states(&stage, DESKTOP).await
    })
    .await;
}

/// PG13 on a phone.
#[tokio::test]
async fn pg13_the_panel_is_accessible_on_a_phone() {
    stage::play("access-shop", async |stage| {
        shop_states(&stage, PHONE).await
    })
    .await;
}

/// PG14: every state of the desk passes WCAG 2.2 AA by axe, light and dark.
#[tokio::test]
async fn pg14_the_desk_is_accessible() {
    stage::play("access-desk", async |stage| {
        desk_states(&stage, DESKTOP).await
    })
    .await;
}

/// PG14 on a tablet.
#[tokio::test]
async fn pg14_the_desk_is_accessible_on_a_tablet() {
    stage::play("access-desk", async |stage| {
        desk_states(&stage, TABLET).await
    })
    .await;
}

async fn shop_states(stage: &Stage, screen: Screen) -> Result<()> {
    // Whatever a shop may dress its chat in must be as good to read.
    let winter = |site: &mut Site| site.rules["winter"] = json!(true);
    let scene = Scene::arranged(&stage::edge(), winter).await?;
    let order = customers_order();
    assert_eq!(
        scene.site.shopify("orders/create", &order.body()).await,
        200
    );
    let browser = stage.browser(screen, FRENCH).await?;
    let cdp = browser.driver.cdp();
    cdp.page()
        .add_script_to_evaluate_on_new_document(OPEN_ROOTS)
        .await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;

    let panel = shop.open().await?;
    panel.sees("Que pouvons-nous faire pour vous").await?;
    in_both_lights(&panel, "empty").await?;
    panel.press("Suivre ma commande").await?;
    panel.sees("Retrouver ma commande").await?;
    in_both_lights(&panel, "order-form").await?;
    panel.press(FORM_FR.submit).await?;
    panel.sees("Indiquez le numéro de la commande.").await?;
    in_both_lights(&panel, "order-form-unfilled").await?;

    browser.keys(thirtyfour::Key::Escape).await?;
    shop.is_told("closed").await?;
    shop.sign_in().await?;
    ship(&scene.site, &order).await;
    shop.teaser().await?;
    launcher_in_both_lights(&shop, "teaser").await?;
    in_both_lights(&shop.panel(), "teaser-card").await?;
    let panel = shop.open().await?;
    panel.news().await?;
    in_both_lights(&panel, "notice").await?;
    panel.say("où est ma commande ?").await?;
    panel.card().await?;
    in_both_lights(&panel, "card").await?;
    panel.press("Parler à un conseiller").await?;
    panel.sees("vous n’aurez rien à répéter").await?;
    in_both_lights(&panel, "handed-over").await
}

async fn desk_states(stage: &Stage, screen: Screen) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let site = &scene.site;
    let account = site.hire("Noé Marchand", true).await;
    a_case(site).await;
    let browser = stage.browser(screen, FRENCH).await?;
    let desk = Desk::visit(&browser, site).await?;
    desk_in_both_lights(&browser, "sign-in").await?;
    desk.sign_in(site, &account).await?;
    desk.lists(CASE).await?;
    browser.press(By::Css(".team summary")).await?;
    desk_in_both_lights(&browser, "queue").await?;
    desk.open(CASE).await?;
    desk.reads("où est ma commande ?").await?;
    desk_in_both_lights(&browser, "case").await?;
    desk.press("Prendre en charge").await?;
    desk.reply("Bonjour, je regarde.").await?;
    desk.reads("Bonjour, je regarde.").await?;
    desk_in_both_lights(&browser, "case-taken").await?;
    desk.promise("Rappel").await?;
    desk_in_both_lights(&browser, "promise").await?;
    browser.press(By::Css("#case-menu > summary")).await?;
    desk_in_both_lights(&browser, "case-menu").await?;
    browser.keys(thirtyfour::Key::Escape).await?;
    desk.look_for_template("mauvais article").await?;
    desk_in_both_lights(&browser, "templates").await?;
    desk.insert_template().await?;
    browser.sees("À remplir").await?;
    desk_in_both_lights(&browser, "flaws").await?;
    if screen != DESKTOP {
        desk.press("Dossier").await?;
        desk_in_both_lights(&browser, "dossier").await?;
        desk.press("Retour à la conversation").await?;
    }
    let broken = shopify(site, "orders/create", b"{\"id\": [").send().await;
    assert_eq!(broken.status, 200);
    desk.quarantine().await?;
    desk.press("Voir le contenu").await?;
    browser.sees("{\"id\": [").await?;
    desk_in_both_lights(&browser, "quarantine").await
}

/// A visitor with an order of two parcels who waits for a human.
async fn a_case(site: &Site) {
    let order = TestOrder::in_two_parcels();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    ship(site, &order).await;
    let mut shopper = Shopper::new(site).await;
    shopper.say("où est ma commande ?").await;
    shopper.verify(&order.number, &order.postcode).await;
    shopper.ask_for_human().await;
}

/// Takes a picture of the panel and asks axe about it, light and dark.
pub(crate) async fn in_both_lights(panel: &Panel, state: &str) -> Result<()> {
    let browser = panel.enter().await?;
    for dark in [false, true] {
        browser.prefer(dark).await?;
        browser.picture(state).await?;
        let what = format!("the panel, {state}, dark: {dark}");
        is_accessible(panel.enter().await?, &what, None).await?;
    }
    browser.prefer(false).await
}

/// Takes a picture of the page and asks axe about the launcher, light and dark.
pub(crate) async fn launcher_in_both_lights(shop: &Shop, state: &str) -> Result<()> {
    for dark in [false, true] {
        shop.browser.prefer(dark).await?;
        shop.browser.picture(state).await?;
        shop.step_out().await?;
        let what = format!("the launcher, {state}, dark: {dark}");
        is_accessible(&shop.browser, &what, Some("grelot-chat")).await?;
    }
    shop.browser.prefer(false).await
}

/// Takes a picture of the desk and asks axe about it, light and dark.
pub(crate) async fn desk_in_both_lights(browser: &Browser, state: &str) -> Result<()> {
    for dark in [false, true] {
        browser.prefer(dark).await?;
        browser.picture(state).await?;
        let what = format!("the desk, {state}, dark: {dark}");
        is_accessible(browser, &what, None).await?;
    }
    browser.prefer(false).await
}
