//! What a shopper can decide about a parcel, from the notice itself.

use anyhow::Result;
use tests::hooks::{TestOrder, day_in};
use tests::pages::browser::{DESKTOP, FRENCH, PHONE, Screen};
use tests::pages::demo::CUSTOMER_NAME;
use tests::pages::desk::Desk;
use tests::pages::scene::{Scene, customers_order, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};

const DAY: i64 = 24 * 60;

#[tokio::test]
async fn co24_a_late_parcel_is_decided_upon_on_a_desktop() {
    stage::play("choices", async |stage| decides(&stage, DESKTOP).await).await;
}

#[tokio::test]
async fn co24_a_late_parcel_is_decided_upon_on_a_phone() {
    stage::play("choices", async |stage| decides(&stage, PHONE).await).await;
}

/// A late parcel offers to wait or to be made good; what is chosen is confirmed with a day, and
/// stands before the agent's eyes.
async fn decides(stage: &Stage, screen: Screen) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let account = scene.site.hire("Noé Marchand", true).await;
    let order = TestOrder {
        estimate: Some(day_in(-2)),
        placed: 8 * DAY,
        ..customers_order()
    };
    assert_eq!(
        scene.site.shopify("orders/create", &order.body()).await,
        200
    );
    let browser = stage.browser(screen, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    browser.is_connected().await?;
    ship(&scene.site, &order).await;
    let panel = shop.open().await?;
    panel.sees("Être remboursé").await?;
    browser.picture("asked").await?;

    panel.press("Être remboursé").await?;
    panel.sees("votre demande de remboursement").await?;
    panel.sees("Un conseiller vous répond d’ici").await?;
    browser.picture("passed-on").await?;

    let desk = stage.browser(DESKTOP, FRENCH).await?;
    let desk = Desk::visit(&desk, &scene.site).await?;
    desk.sign_in(&scene.site, &account).await?;
    desk.open(CUSTOMER_NAME).await?;
    desk.reads("Être remboursé").await?;
    desk.knows("Remboursement").await
}
