//! Text of others stays text: names, products, the carrier's words, messages.

use anyhow::Result;
use serde_json::json;
use tests::hooks::IN_TRANSIT;
use tests::pages::browser::{Browser, DESKTOP, FRENCH};
use tests::pages::demo::CUSTOMER_NAME;
use tests::pages::desk::Desk;
use tests::pages::scene::{Scene, customers_order};
use tests::pages::shop::Shop;
use tests::pages::stage;

const PRODUCT: &str = "Train<img src=x onerror=pwned=1>";
const CARRIER: &str = "Ville<svg onload=pwned=1>";
const AGENT: &str = "Noé<script>pwned=1</script>";
const SHOPPER: &str = "<img src=x onerror=pwned=1> javascript:pwned=1";
const ANSWER: &str = "<a href=javascript:pwned=1>ici</a> javascript:pwned=1";

/// The links that do not lead to the web, and the elements that nobody's text may make.
const SMUGGLED: &str = "
const links = [...document.querySelectorAll('a')].filter((a) => !/^https?:$/.test(a.protocol));
const made = document.querySelectorAll(
  'body img, body script:not([src]), [onerror], [onload], body svg[onload]');
return [...links, ...made].map((element) => element.outerHTML);";

/// PG12: no foreign text becomes markup, a script or a `javascript:` link, on either side.
#[tokio::test]
async fn pg12_foreign_text_is_text() {
    stage::play("foreign-text", async |stage| {
        let scene = Scene::set(&stage::edge()).await?;
        let site = &scene.site;
        let account = site.hire(AGENT, false).await;
        let order = customers_order();
        let mut placed = order.body();
        placed["line_items"][0]["title"] = json!(PRODUCT);
        let mut tracked = order.tracker(0, &[(IN_TRANSIT, 20)]);
        tracked["result"]["tracking_details"][0]["message"] = json!(CARRIER);
        tracked["result"]["tracking_details"][0]["tracking_location"]["city"] = json!(CARRIER);
        assert_eq!(site.shopify("orders/create", &placed).await, 200);
        assert_eq!(
            site.shopify("fulfillments/create", &order.fulfillment(0))
                .await,
            200
        );
        assert_eq!(site.easypost(&tracked).await, 200);

        let shopper = stage.browser(DESKTOP, FRENCH).await?;
        let shop = Shop::visit(&shopper, &scene.page("/compte")).await?;
        shop.sign_in().await?;
        let panel = shop.open().await?;
        panel.say("où est ma commande ?").await?;
        let card = panel.card().await?;
        assert!(card.contains(PRODUCT), "{card}");
        panel.say(SHOPPER).await?;
        panel.has_mine(SHOPPER, "Envoyé").await?;
        panel.press("Parler à un conseiller").await?;

        let agent = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&agent, site).await?;
        desk.sign_in(site, &account).await?;
        desk.open(CUSTOMER_NAME).await?;
        desk.reads(SHOPPER).await?;
        desk.knows(PRODUCT).await?;
        desk.knows(CARRIER).await?;
        desk.press("Prendre en charge").await?;
        desk.reply(ANSWER).await?;
        panel.sees(ANSWER).await?;
        panel
            .sees(&format!("{AGENT} a rejoint la conversation."))
            .await?;
        agent.picture("desk").await?;
        shopper.picture("panel").await?;

        is_clean(&agent).await?;
        is_clean(panel.enter().await?).await?;
        shop.step_out().await?;
        is_clean(&shopper).await
    })
    .await;
}

/// Nothing ran, and there is nothing that could.
async fn is_clean(browser: &Browser) -> Result<()> {
    let pwned: bool = browser
        .script("return 'pwned' in window", Vec::new())
        .await?;
    assert!(!pwned);
    let smuggled: Vec<String> = browser.script(SMUGGLED, Vec::new()).await?;
    assert_eq!(smuggled, Vec::<String>::new());
    Ok(())
}
