//! What an agent has closed, and where they read: news leaves both as they are.

use anyhow::{Result, ensure};
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::pages::axe::is_accessible;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, Screen, TABLET};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::By;

/// How many pixels of the conversation lie below what is seen.
const BELOW: &str = "
const log = document.querySelector('[role=log]');
return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight);";

/// Goes to the beginning of the conversation.
const TO_THE_TOP: &str = "document.querySelector('[role=log]').scrollTop = 0; return null;";

/// How many pixels are empty above what stands first in the composer.
const EMPTY_ABOVE: &str = "
const top = (place) => document.querySelector(place).getBoundingClientRect().top;
return Math.round(top('.composer-top') - top('.composer'));";

/// Whether the parcel's history is open.
const IS_OPEN: &str = "return document.querySelector('.parcel details').open;";

/// PG27: news of an order leaves its history closed; who reads above stays there until they say something.
#[tokio::test]
async fn pg27_news_leaves_what_an_agent_looks_at() {
    stage::play("left-alone", async |stage| looks(&stage, DESKTOP).await).await;
}

/// PG27 on a tablet, where conversation and dossier take turns.
#[tokio::test]
async fn pg27_news_leaves_what_an_agent_looks_at_on_a_tablet() {
    stage::play("left-alone", async |stage| looks(&stage, TABLET).await).await;
}

async fn looks(stage: &Stage, screen: Screen) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let order = TestOrder::new();
    site.shopify("orders/create", &order.body()).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 60)])).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.verify(&order.number, &order.postcode).await;
    for _ in 0..3 {
        shopper
            .say(&"Où en est mon train en bois ? ".repeat(30))
            .await;
    }
    shopper.ask_for_human().await;

    let account = site.hire("Noé Marchand", false).await;
    let browser = stage.browser(screen, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &account).await?;
    desk.open("Client").await?;
    desk.press("Prendre en charge").await?;
    desk.reads("Prise en charge").await?;
    let empty: i32 = browser.script(EMPTY_ABOVE, Vec::new()).await?;
    ensure!(empty <= 12, "{empty} pixels are empty above the composer");
    reads_above(&desk).await?;

    let takes_turns = screen != DESKTOP;
    if takes_turns {
        desk.press("Dossier").await?;
    }
    browser.press(By::Css(".parcel summary")).await?;
    ensure!(!is_open(&browser).await?, "a press closes the history");
    let scans = [(IN_TRANSIT, 60), (IN_TRANSIT, 30), (IN_TRANSIT, 5)];
    site.easypost(&order.tracker(0, &scans)).await;
    desk.knows("4 étapes de suivi").await?;
    ensure!(!is_open(&browser).await?, "news opens what was closed");
    browser.picture("closed-history").await?;
    if takes_turns {
        desk.press("Retour à la conversation").await?;
        is_at_end(&browser).await?;
    }
    closes_over_a_promise(&desk).await
}

/// PR7: a case in which something is promised is closed at a second word.
async fn closes_over_a_promise(desk: &Desk) -> Result<()> {
    desk.press("Clore").await?;
    desk.heads("La clôture n’efface pas").await?;
    desk.browser.picture("still-promised").await?;
    is_accessible(&desk.browser, "a case with a promise is being closed", None).await?;
    desk.press("Clore quand même").await?;
    desk.reads("Demande close").await
}

async fn reads_above(desk: &Desk) -> Result<()> {
    let browser = &desk.browser;
    is_at_end(browser).await?;
    let _: Option<bool> = browser.script(TO_THE_TOP, Vec::new()).await?;
    browser.find(By::Css(".latest")).await?;
    desk.promise("Remboursement").await?;
    let below: i32 = browser.script(BELOW, Vec::new()).await?;
    ensure!(below > 80, "who reads above is taken away");
    desk.reply("Je m’en occupe.").await?;
    desk.reads("Promis").await?;
    is_at_end(browser).await?;
    browser.picture("said").await
}

async fn is_at_end(browser: &Browser) -> Result<()> {
    until("the end of the conversation", async || {
        let below: i32 = browser.script(BELOW, Vec::new()).await?;
        Ok((below < 2).then_some(()))
    })
    .await
}

async fn is_open(browser: &Browser) -> Result<bool> {
    browser.script(IS_OPEN, Vec::new()).await
}
