//! Whether the shopper would recommend the shop, asked and answered in the panel.

use anyhow::{Context, Result};
use shared::protocol::widget::Fact;
use tests::agent::Agent;
use tests::hooks::DELIVERED;
use tests::pages::browser::{FRENCH, PHONE};
use tests::pages::scene::{Scene, customers_order, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};

/// AF4: after a rating a number from 0 to 10 is touched, and agents are told of it.
#[tokio::test]
async fn af4_a_number_is_touched_after_a_rating() {
    stage::play("recommending", async |stage| recommends(&stage).await).await;
}

async fn recommends(stage: &Stage) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let account = scene.site.hire("Noé Marchand", true).await;
    let mut agent = Agent::sign_in(&scene.site, &account).await;
    let order = customers_order();
    assert_eq!(
        scene.site.shopify("orders/create", &order.body()).await,
        200
    );
    let browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    browser.is_connected().await?;
    ship(&scene.site, &order).await;
    let handed_over = order.tracker(0, &[(DELIVERED, 5)]);
    assert_eq!(scene.site.easypost(&handed_over).await, 200);
    let panel = shop.open().await?;
    panel.say("Je voudrais parler à un conseiller").await?;
    let case = agent.case(|case| case.reason.is_some()).await;
    let contact = case.contact;
    agent.open(&contact).await;
    agent.take(&contact).await.ok().context("nobody has it")?;
    agent.resolve(&contact).await.ok().context("it is theirs")?;
    panel.press("C’est réglé, merci").await?;
    panel.press("Très bien").await?;
    panel.sees("recommanderiez-vous").await?;
    browser.picture("asked").await?;
    panel.press("9").await?;
    panel.sees("Merci, c’est noté.").await?;
    browser.picture("told").await?;
    let scored = Fact::Scored { score: 9 };
    agent.event(&contact, |event| event.fact == scored).await;
    Ok(())
}
