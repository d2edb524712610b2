//! What those hear and press who see nothing or use no mouse: the accessibility tree of each screen,
//! and the whole story by keys.

use anyhow::Result;
use tests::hooks::TestOrder;
use tests::pages::browser::{DESKTOP, ENGLISH};
use tests::pages::panel::{FORM_EN, Panel};
use tests::pages::scene::{one_page, plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::tree::tree;
use tests::pages::until;
use thirtyfour::{By, Key};

/// How far the next thing to be pressed may lie, in presses of a key.
const FAR: usize = 24;

/// How what has the focus is called.
const FOCUSED: &str = "
const { activeElement: focused } = document;
const label = focused.labels?.[0]?.textContent;
return (focused.ariaLabel || label || focused.textContent).trim()";

/// PG21: what a screen reader is given of the panel's screens is what it was when they were last
/// heard.
#[tokio::test]
async fn pg21_screens_are_heard_as_they_were() {
    stage::play("tree", async |stage| {
        let (_, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        let panel = shop.open().await?;
        panel.sees("Hello, this is Marie’s mugs.").await?;
        insta::assert_snapshot!("greeting", tree(&panel).await?);
        lead(&panel, "Your orders").await?;
        panel.sees("No order is followed here yet.").await?;
        insta::assert_snapshot!("overview", tree(&panel).await?);
        lead(&panel, "Back").await?;
        panel.press("Track my order").await?;
        panel.sees("Find my order").await?;
        panel.press(FORM_EN.submit).await?;
        panel.sees("Enter the order’s number.").await?;
        insta::assert_snapshot!("form", without_hours(&tree(&panel).await?));
        Ok(())
    })
    .await;
}

/// PG9: from opening to closing, the whole story by keys alone.
#[tokio::test]
async fn pg9_the_whole_story_by_keys() {
    stage::play("keys", async |stage| by_keys(&stage).await).await;
}

async fn by_keys(stage: &Stage) -> Result<()> {
    let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
    let order = TestOrder::new();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    ship(&site, &order).await;
    let browser = stage.browser(DESKTOP, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    for key in [Key::Tab, Key::Tab, Key::Enter] {
        browser.keys(key).await?;
    }
    let panel = shop.panel();
    panel.sees("Hello, this is Marie’s mugs.").await?;
    has_focus(&panel, "Your message").await?;

    browser.keys("where is my order?").await?;
    browser.keys(Key::Enter).await?;
    panel.sees("Find my order").await?;
    go_back_to(&panel, FORM_EN.number).await?;
    browser.keys(plain_number(&order)).await?;
    browser.keys(Key::Tab).await?;
    browser.keys(order.postcode.as_str()).await?;
    browser.keys(Key::Enter).await?;
    panel.card().await?;

    // What had the focus is gone; it starts anew where the shopper writes or reads.
    go_to(&panel, "Talk to a person").await?;
    browser.keys(Key::Enter).await?;
    panel
        .sees("Waiting for a person")
        .await
        .or(panel.sees("Nobody is at the desk").await)?;

    go_to(&panel, "Your orders").await?;
    browser.keys(Key::Enter).await?;
    panel.sees("Your conversations").await?;
    go_to_what_begins(&panel, &format!("Order no.\u{a0}{}", plain_number(&order))).await?;
    browser.keys(Key::Enter).await?;
    panel.sees("Ask about this order").await?;
    go_to(&panel, "Ask about this order").await?;
    browser.keys(Key::Enter).await?;
    has_focus(&panel, "Your message").await?;
    browser.picture("asked").await?;

    browser.keys(Key::Escape).await?;
    shop.is_told("closed").await?;
    assert_eq!(shop.count_in_shadow(".launcher:focus").await?, 1);
    Ok(())
}

/// The tree without the hours of messages, which are never the same.
fn without_hours(tree: &str) -> String {
    let is_hour =
        |line: &&str| line.contains(':') && line.contains("StaticText “") && line.len() < 60;
    let lines: Vec<&str> = tree.lines().filter(|line| !is_hour(line)).collect();
    lines.join("\n")
}

async fn lead(panel: &Panel, label: &str) -> Result<()> {
    let button = By::Css(format!("header button[aria-label=\"{label}\"]"));
    panel.enter().await?.press(button).await
}

async fn focused(panel: &Panel) -> Result<String> {
    panel.enter().await?.script(FOCUSED, Vec::new()).await
}

async fn has_focus(panel: &Panel, name: &str) -> Result<()> {
    until(&format!("the focus on {name}"), async || {
        Ok((focused(panel).await? == name).then_some(()))
    })
    .await
}

async fn go_to(panel: &Panel, name: &str) -> Result<()> {
    travel(panel, false, |focused| focused == name, name).await
}

async fn go_to_what_begins(panel: &Panel, name: &str) -> Result<()> {
    travel(panel, false, |focused| focused.starts_with(name), name).await
}

async fn go_back_to(panel: &Panel, name: &str) -> Result<()> {
    travel(panel, true, |focused| focused == name, name).await
}

/// Presses Tab, or Shift and Tab, until something has the focus.
async fn travel(
    panel: &Panel,
    back: bool,
    is_there: impl Fn(&str) -> bool,
    name: &str,
) -> Result<()> {
    for _ in 0..FAR {
        if is_there(&focused(panel).await?) {
            return Ok(());
        }
        let chain = panel.enter().await?.driver.action_chain();
        let chain = if back {
            chain
                .key_down(Key::Shift)
                .send_keys(Key::Tab)
                .key_up(Key::Shift)
        } else {
            chain.send_keys(Key::Tab)
        };
        chain.perform().await?;
    }
    anyhow::bail!("no key leads to {name}")
}
