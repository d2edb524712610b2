//! How the chat behaves on somebody else's page: reloads, a tag pasted twice, the keyboard.

use anyhow::Result;
use serde_json::Value;
use tests::pages::browser::{DESKTOP, ENGLISH, FRENCH, PHONE};
use tests::pages::merchant::{self, Premises};
use tests::pages::scene::{Scene, one_page};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use tests::server::Server;
use tests::site::Site;
use thirtyfour::Key;

/// PG7: a reload keeps the conversation, the unsent text, and what was on its way.
#[tokio::test]
async fn pg7_a_reload_loses_nothing() {
    stage::play("reload", async |stage| {
        let mut server = Server::start("browser-reload")?;
        let scene = Scene::set(&server.edge()).await?;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let shop = Shop::visit(&browser, &scene.page("/")).await?;
        let panel = shop.open().await?;
        panel.say("Bonjour").await?;
        panel.has_mine("Bonjour", "Envoyé").await?;
        server.kill()?;
        panel.say("Premier").await?;
        panel.has_mine("Premier", "Envoi…").await?;
        panel.begin_to_say("Second").await?;
        server.restart()?;

        shop.reload().await?;
        let panel = shop.open().await?;
        panel.has_mine("Premier", "Envoyé").await?;
        let texts: Vec<_> = panel
            .mine()
            .await?
            .into_iter()
            .map(|mine| mine.text)
            .collect();
        assert_eq!(texts, ["Bonjour", "Premier"]);
        assert_eq!(panel.draft().await?, "Second");
        browser.picture("kept").await
    })
    .await;
}

/// PG8: the script twice on a page is one chat.
#[tokio::test]
async fn pg8_a_second_tag_changes_nothing() {
    stage::play("twice", async |stage| {
        let edge = stage::edge();
        let premises = Premises::find()?;
        let mut site = Site::new("Marie’s mugs");
        site.origins = vec![premises.url.clone()];
        let site = site.provision(&edge).await;
        let tag = merchant::script_tag(&edge.url, &site.key);
        let merchant = premises.serve(merchant::page("en-GB", &format!("{tag}{tag}")));

        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        let panel = shop.open().await?;
        panel.say("Hello").await?;
        panel.has_mine("Hello", "Sent").await?;
        assert_eq!(shop.count_in_shadow("button[aria-expanded]").await?, 1);
        assert_eq!(shop.count_in_shadow("iframe").await?, 1);
        Ok(())
    })
    .await;
}

/// PG9: the chat is opened, used and closed by keys; Escape gives the focus back to the launcher.
#[tokio::test]
async fn pg9_escape_closes_and_gives_the_focus_back() {
    stage::play("keyboard", async |stage| by_keys(&stage).await).await;
}

/// PG9 on a phone, where the panel fills the screen and has a button to close it.
#[tokio::test]
async fn pg9_the_full_screen_has_a_way_out() {
    stage::play("keyboard", async |stage| {
        let (_, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let browser = stage.browser(PHONE, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        let panel = shop.open().await?;
        browser.picture("full-screen").await?;
        panel.close("Close the chat").await?;
        is_closed(&shop).await
    })
    .await;
}

async fn by_keys(stage: &Stage) -> Result<()> {
    let (_, merchant) = one_page(&stage::edge(), "en-GB").await?;
    let browser = stage.browser(DESKTOP, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    browser.keys(Key::Tab).await?;
    browser.keys(Key::Tab).await?;
    assert_eq!(shop.count_in_shadow(".launcher:focus").await?, 1);
    browser.picture("focused").await?;
    let back = browser.driver.action_chain().key_down(Key::Shift);
    back.send_keys(Key::Tab)
        .key_up(Key::Shift)
        .perform()
        .await?;
    assert_eq!(
        shop.count_in_shadow(".launcher:focus").await?,
        0,
        "the launcher keeps the focus for itself"
    );
    browser.keys(Key::Tab).await?;
    browser.keys(Key::Enter).await?;
    shop.panel().is_ready().await?;
    until("the focus in the message field", async || {
        let focused = "return document.activeElement.id";
        let focused: String = shop
            .panel()
            .enter()
            .await?
            .script(focused, Vec::new())
            .await?;
        Ok((focused == "message").then_some(()))
    })
    .await?;
    browser.keys("Hello").await?;
    browser.keys(Key::Enter).await?;
    shop.panel().has_mine("Hello", "Sent").await?;
    browser.keys(Key::Escape).await?;
    is_closed(&shop).await
}

/// The panel is away, the page knows, and the launcher has the focus.
async fn is_closed(shop: &Shop) -> Result<()> {
    shop.is_told("closed").await?;
    let launcher = shop.launcher().await?;
    assert_eq!(
        launcher.attr("aria-expanded").await?.as_deref(),
        Some("false")
    );
    let focused = "return document.activeElement.localName";
    let focused: Value = shop.browser.script(focused, Vec::new()).await?;
    assert_eq!(focused, "grelot-chat");
    assert_eq!(shop.count_in_shadow(".launcher:focus").await?, 1);
    Ok(())
}
