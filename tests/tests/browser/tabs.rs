//! One shopper, several tabs; and what was written before a reload.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use tests::agent::Agent;
use tests::pages::browser::{Browser, DESKTOP, FRENCH};
use tests::pages::scene::Scene;
use tests::pages::shop::Shop;
use tests::pages::{stage, until};
use tests::server::Server;

/// How many tabs are open at once.
const TABS: usize = 5;
/// How long the others may be without a connection when the tab that holds it is closed.
const TAKEN_OVER_WITHIN: Duration = Duration::from_secs(3);

/// What a tab was told of messages of agents.
const RINGS: &str = "return heard.filter(([name, detail]) => name === 'message' && detail.author === 'agent').length";

#[tokio::test]
async fn cv15_five_tabs_share_a_socket_and_ring_once() {
    stage::play("tabs", async |stage| {
        let scene = Scene::set(&stage::edge()).await?;
        let account = scene.site.hire("Camille Roux", false).await;
        let mut agent = Agent::sign_in(&scene.site, &account).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let shop = Shop::visit(&browser, &scene.page("/")).await?;
        let panel = shop.open().await?;
        panel.press("Parler à un conseiller").await?;
        let case = agent.case(|_| true).await;
        shop.step_out().await?;
        shop.press_launcher().await?;

        let leader = browser.driver.window().await?;
        let mut followers = Vec::new();
        while followers.len() + 1 < TABS {
            let tab = browser.driver.new_tab().await?;
            browser.driver.switch_to_window(tab.clone()).await?;
            Shop::visit(&browser, &scene.page("/")).await?;
            followers.push(tab);
        }
        agent
            .reply(&case.contact, "Bonjour !")
            .await
            .expect("taken");
        let mut rings = 0;
        for tab in followers.iter().chain([&leader]) {
            browser.driver.switch_to_window(tab.clone()).await?;
            badged(&shop).await?;
            rings += rung(&browser).await?;
        }
        assert_eq!(rings, 1, "one tab rings");
        assert_eq!(sockets(&browser).await?, 1);

        browser.driver.close_window().await?;
        let closed = Instant::now();
        agent
            .reply(&case.contact, "Je regarde.")
            .await
            .expect("taken");
        let mut rings = 0;
        for tab in &followers {
            browser.driver.switch_to_window(tab.clone()).await?;
            until("both answers", async || {
                let name = shop.launcher_name().await?;
                Ok(name.ends_with('2').then_some(()))
            })
            .await?;
            if tab == &followers[0] {
                let took = closed.elapsed();
                ensure!(took < TAKEN_OVER_WITHIN, "it took {took:?}");
            }
            rings += rung(&browser).await?;
        }
        assert_eq!(rings, 2, "one tab rings for each");
        assert_eq!(sockets(&browser).await?, 2);
        browser.picture("follower").await?;

        // What one tab has read, all have.
        shop.open().await?;
        for tab in &followers {
            browser.driver.switch_to_window(tab.clone()).await?;
            until("no badge", async || {
                Ok((!shop.is_badged().await?).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn cv16_what_was_written_goes_out_after_a_reload_though_nobody_opens_the_panel() {
    stage::play("unopened", async |stage| {
        let mut server = Server::start("browser-unopened")?;
        let scene = Scene::set(&server.edge()).await?;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let shop = Shop::visit(&browser, &scene.page("/")).await?;
        let panel = shop.open().await?;
        panel.say("Bonjour").await?;
        panel.has_mine("Bonjour", "Envoyé").await?;
        server.kill()?;
        panel.say("Vous êtes là ?").await?;
        panel.has_mine("Vous êtes là ?", "Envoi…").await?;
        // Gone before the edge is back: nothing went out meanwhile.
        browser.goto("about:blank").await?;
        server.restart()?;
        let shop = Shop::visit(&browser, &scene.page("/")).await?;
        badged(&shop).await?;
        let panel = shop.open().await?;
        panel.sees("Vous êtes là ?").await?;
        let said: Vec<_> = panel.mine().await?.into_iter().map(|it| it.text).collect();
        assert_eq!(said, ["Bonjour", "Vous êtes là ?"]);
        Ok(())
    })
    .await;
}

/// Waits until the launcher tells of something unread.
async fn badged(shop: &Shop) -> Result<()> {
    until("a badge", async || {
        Ok(shop.is_badged().await?.then_some(()))
    })
    .await
}

/// How often the page was told of an agent's message.
async fn rung(browser: &Browser) -> Result<usize> {
    browser.driver.enter_default_frame().await?;
    browser.script(RINGS, Vec::new()).await
}

/// How many sockets all tabs have opened so far.
async fn sockets(browser: &Browser) -> Result<usize> {
    let asked = browser.requests().await?;
    Ok(asked.iter().filter(|url| url.ends_with("/socket")).count())
}
