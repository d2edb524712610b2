//! An order, its news, a question, an agent and the end, at both sizes of a screen.

use anyhow::Result;
use tests::hooks::TestOrder;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE, Screen, TABLET};
use tests::pages::demo::CUSTOMER_NAME;
use tests::pages::desk::Desk;
use tests::pages::panel::Panel;
use tests::pages::scene::{Scene, customers_order, plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::site::{Account, Site};

const QUESTION: &str = "où est ma commande ?";
const REPLY: &str = "Bonjour, je suis votre colis de près.";
const AGENT: &str = "Noé Marchand";
const AFTERTHOUGHT: &str = "Et pour un échange ?";

/// PG1: news of a parcel rings before the panel was ever opened, and without WebAssembly.
/// PG2: from the question to the agent's reply and back, with the whole history.
#[tokio::test]
async fn pg1_pg2_the_whole_story_on_a_desktop() {
    stage::play("story", async |stage| {
        whole_story(&stage, DESKTOP, DESKTOP).await
    })
    .await;
}

/// PG1 and PG2 on a phone, with an agent at a tablet.
#[tokio::test]
async fn pg1_pg2_the_whole_story_on_a_phone() {
    stage::play("story", async |stage| {
        whole_story(&stage, PHONE, TABLET).await
    })
    .await;
}

async fn whole_story(stage: &Stage, shopper: Screen, agent: Screen) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let account = scene.site.hire(AGENT, false).await;
    let order = customers_order();
    assert_eq!(
        scene.site.shopify("orders/create", &order.body()).await,
        200
    );

    let browser = stage.browser(shopper, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    let panel = rings(&shop, &scene.site, &order).await?;
    asks(&shop, &panel, &order).await?;

    let desk = stage.browser(agent, FRENCH).await?;
    let desk = opens_desk(&desk, &scene.site, &account).await?;
    hands_over(&shop, &panel, &desk).await?;
    reads_dossier(&desk, &order, agent).await?;
    answers(&shop, &panel, &desk).await?;
    ends_and_reopens(&shop, &panel, &desk).await
}

/// The parcel's news comes to the closed panel, then is read in it.
async fn rings(shop: &Shop, site: &Site, order: &TestOrder) -> Result<Panel> {
    shop.browser.is_connected().await?;
    shop.browser.picture("signed-in").await?;
    ship(site, order).await;
    let teaser = shop.teaser().await?;
    assert!(teaser.contains("est en route"), "{teaser}");
    assert!(teaser.contains(plain_number(order)), "{teaser}");
    shop.has_badge("1").await?;
    assert!(shop.launcher_name().await?.ends_with('1'));
    assert_eq!(shop.is_told("delivery-update").await?["kind"], "shipped");
    assert_eq!(shop.unread_counts().await?.last(), Some(&1));
    let asked = shop.browser.requests().await?;
    assert!(!asked.iter().any(|url| url.contains(".wasm")), "{asked:#?}");
    shop.browser.picture("rings").await?;

    let panel = shop.open().await?;
    let news = panel.news().await?;
    assert!(news.contains("est en route"), "{news}");
    shop.is_told("opened").await?;
    shop.is_told("ready").await?;
    shop.browser.picture("news").await?;
    Ok(panel)
}

/// The bot knows which order, because the shop has signed for the shopper.
async fn asks(shop: &Shop, panel: &Panel, order: &TestOrder) -> Result<()> {
    panel.say(QUESTION).await?;
    let card = panel.card().await?;
    for shown in [
        plain_number(order),
        &order.tracking[0],
        "En route",
        "Colissimo",
        "Train en bois",
    ] {
        assert!(card.contains(shown), "{shown} in {card}");
    }
    panel.has_mine(QUESTION, "Envoyé").await?;
    assert!(
        !shop.is_badged().await?,
        "what is read on the screen rings no more"
    );
    assert_eq!(shop.unread_counts().await?.last(), Some(&0));
    shop.browser.picture("order-card").await
}

async fn opens_desk(browser: &Browser, site: &Site, account: &Account) -> Result<Desk> {
    let desk = Desk::visit(browser, site).await?;
    browser.picture("sign-in").await?;
    desk.sign_in(site, account).await?;
    browser.picture("empty-queue").await?;
    Ok(desk)
}

/// The case appears at the desk while the agent looks on.
async fn hands_over(shop: &Shop, panel: &Panel, desk: &Desk) -> Result<()> {
    panel.press("Parler à un conseiller").await?;
    panel.sees("vous n’aurez rien à répéter").await?;
    panel.sees("En attente d’un conseiller").await?;
    panel.shows_its_end().await?;
    assert_eq!(shop.is_told("handoff").await?["state"], "queued");
    shop.browser.picture("handed-over").await?;
    desk.lists(CUSTOMER_NAME).await?;
    desk.browser.picture("case-waits").await
}

/// Before the first word, the agent has all that was said and known.
async fn reads_dossier(desk: &Desk, order: &TestOrder, screen: Screen) -> Result<()> {
    desk.open(CUSTOMER_NAME).await?;
    desk.reads(QUESTION).await?;
    desk.reads("est en route").await?;
    desk.heads(CUSTOMER_NAME).await?;
    desk.browser.picture("case").await?;
    if screen != DESKTOP {
        desk.press("Dossier").await?;
    }
    for known in [
        "Identité signée par la boutique",
        QUESTION,
        "A montré où en est la commande",
        &order.number,
        &order.tracking[0],
    ] {
        desk.knows(known).await?;
    }
    if screen != DESKTOP {
        desk.browser.picture("dossier").await?;
        desk.press("Retour à la conversation").await?;
    }
    Ok(())
}

async fn answers(shop: &Shop, panel: &Panel, desk: &Desk) -> Result<()> {
    desk.press("Prendre en charge").await?;
    panel
        .sees(&format!("{AGENT} a rejoint la conversation."))
        .await?;
    desk.reply(REPLY).await?;
    panel.sees(REPLY).await?;
    panel.shows_its_end().await?;
    assert_eq!(panel.holder().await?, format!("{AGENT} vous répond"));
    assert_eq!(shop.is_told("handoff").await?["state"], "open");
    shop.browser.picture("agent-replied").await?;
    panel.say("Merci beaucoup").await?;
    desk.reads("Merci beaucoup").await?;
    desk.browser.picture("conversation").await
}

async fn ends_and_reopens(shop: &Shop, panel: &Panel, desk: &Desk) -> Result<()> {
    desk.press("Clore").await?;
    panel.sees("Cette conversation est close").await?;
    assert_eq!(panel.holder().await?, "Conversation close");
    shop.is_told("resolved").await?;
    shop.browser.picture("closed").await?;
    desk.heads("Close").await?;

    panel.say(AFTERTHOUGHT).await?;
    panel.has_mine(AFTERTHOUGHT, "Lu").await?;
    desk.reads(AFTERTHOUGHT).await?;
    desk.reads("le client a répondu après la clôture").await?;
    desk.browser.picture("reopened").await?;
    shop.browser.picture("reopened").await
}
