//! The parcels at risk, as a merchant looks after them before a shopper asks.

use anyhow::Result;
use tests::hooks::{Code, IN_TRANSIT, TestOrder, day_in};
use tests::pages::axe::is_accessible;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE, Screen, TABLET};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use tests::site::Site;
use thirtyfour::By;

const DAY: i64 = 24 * 60;

/// What the page says of a parcel that nobody has scanned for days.
const SILENT: &str = "Sans nouvelles";

/// What it says of one whose promised day has passed.
const LATE: &str = "Promesse dépassée";

#[tokio::test]
async fn parcels_at_risk_are_a_table_on_a_desktop() {
    stage::play("parcels", async |stage| {
        are_looked_after(&stage, DESKTOP).await
    })
    .await;
}

#[tokio::test]
async fn parcels_at_risk_are_cards_on_a_tablet() {
    stage::play("parcels", async |stage| {
        are_looked_after(&stage, TABLET).await
    })
    .await;
}

#[tokio::test]
async fn parcels_at_risk_are_cards_on_a_phone() {
    stage::play("parcels", async |stage| {
        are_looked_after(&stage, PHONE).await
    })
    .await;
}

async fn are_looked_after(stage: &Stage, screen: Screen) -> Result<()> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let account = site.hire("Noé Marchand", true).await;
    let silent = shipped(&site, None, &[(IN_TRANSIT, 9 * DAY)]).await;
    let scans = [(IN_TRANSIT, 9 * DAY), (IN_TRANSIT, 60)];
    let late = shipped(&site, Some(day_in(-7)), &scans).await;
    let browser = stage.browser(screen, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &account).await?;

    desk.parcels().await?;
    // The index of risks follows its orders within moments; the page asks again on demand.
    for order in [&silent, &late] {
        until(&order.number, async || {
            desk.press("Actualiser").await?;
            Ok(desk.risks_of(order).await?.map(drop))
        })
        .await?;
    }
    for (order, risk) in [(&silent, SILENT), (&late, LATE)] {
        let line = desk.risks_of(order).await?.unwrap_or_default();
        for shown in [risk, &order.tracking[0], "Colissimo"] {
            assert!(line.contains(shown), "{shown} in {line}");
        }
    }
    leads_to_the_carrier(&browser, &silent).await?;
    fits(&browser).await?;
    in_both_lights(&browser, "all").await?;

    desk.show_risk(SILENT).await?;
    until("the silent parcel alone", async || {
        let others = desk.risks_of(&late).await?;
        let own = desk.risks_of(&silent).await?;
        Ok((own.is_some() && others.is_none()).then_some(()))
    })
    .await?;
    browser.picture("silent").await?;
    desk.show_risk("Présumé perdu").await?;
    browser.sees("Aucun colis ne court ce risque.").await?;
    in_both_lights(&browser, "none").await?;

    browser.keys("1").await?;
    browser.find(By::Css("[role=tablist]")).await?;
    browser.keys("2").await?;
    let current = By::Css("#view-parcels[aria-current=page]");
    browser.find(current).await.map(drop)
}

/// An order with one parcel that a carrier has scanned.
async fn shipped(site: &Site, estimate: Option<String>, scans: &[(Code, i64)]) -> TestOrder {
    let order = TestOrder {
        estimate,
        placed: 10 * DAY,
        ..TestOrder::new()
    };
    for (topic, body) in [
        ("orders/create", order.body()),
        ("fulfillments/create", order.fulfillment(0)),
    ] {
        assert_eq!(site.shopify(topic, &body).await, 200);
    }
    assert_eq!(site.easypost(&order.tracker(0, scans)).await, 200);
    order
}

/// The tracking number opens the carrier's page in a tab that knows nothing of the desk.
async fn leads_to_the_carrier(browser: &Browser, order: &TestOrder) -> Result<()> {
    let number = &order.tracking[0];
    let link = browser
        .find(By::XPath(format!("//table//a[contains(., '{number}')]")))
        .await?;
    let href = link.attr("href").await?.unwrap_or_default();
    assert!(href.starts_with("https://"), "{href}");
    assert_eq!(link.attr("target").await?.as_deref(), Some("_blank"));
    let rel = link.attr("rel").await?.unwrap_or_default();
    assert!(rel.contains("noopener"), "{rel}");
    Ok(())
}

/// Nothing sticks out of the page sideways.
async fn fits(browser: &Browser) -> Result<()> {
    let script = "const main = document.querySelector('main');
        return main.scrollWidth <= main.clientWidth
          && document.documentElement.scrollWidth <= innerWidth;";
    let fits: bool = browser.script(script, Vec::new()).await?;
    assert!(fits, "something is wider than the page");
    Ok(())
}

async fn in_both_lights(browser: &Browser, state: &str) -> Result<()> {
    for dark in [false, true] {
        browser.prefer(dark).await?;
        browser.picture(state).await?;
        let what = format!("the parcels at risk, {state}, dark: {dark}");
        is_accessible(browser, &what, None).await?;
    }
    browser.prefer(false).await
}
