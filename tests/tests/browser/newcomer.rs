//! A visitor who has never clicked: nothing but the loader comes, and nothing is left behind.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::Value;
use tests::pages::browser::{Browser, DESKTOP, ENGLISH, FRENCH, PHONE, Screen};
use tests::pages::merchant::{self, Premises};
use tests::pages::scene::{Scene, one_page};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;

const GLOBALS: &str = "return Object.getOwnPropertyNames(window)";

/// Resolves once the page has been idle for a while, with all that has shifted.
const SHIFTS: &str = "
const done = arguments[0];
let shifted = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) shifted += value;
}).observe({ type: 'layout-shift', buffered: true });
requestIdleCallback(() => setTimeout(() => done(shifted), 300));";

const KEPT: &str = "
const done = arguments[0];
Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
  .then((kept) => done([localStorage.length, sessionStorage.length, document.cookie.length,
    ...kept.map(({ length }) => length)]));";

/// PG4: before the first click there is one request to the edge, no socket, no storage and no
/// shift of the page.
#[tokio::test]
async fn pg4_a_visitor_who_never_clicked_costs_one_request() {
    stage::play("newcomer", async |stage| passes_by(&stage, DESKTOP).await).await;
}

/// PG4 on a phone.
#[tokio::test]
async fn pg4_a_visitor_who_never_clicked_costs_one_request_on_a_phone() {
    stage::play("newcomer", async |stage| passes_by(&stage, PHONE).await).await;
}

async fn passes_by(stage: &Stage, screen: Screen) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let browser = stage.browser(screen, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/")).await?;
    let shifted: f64 = wait_for(&browser, SHIFTS).await?;
    let kept: Vec<usize> = wait_for(&browser, KEPT).await?;
    let edge = scene.site.edge.url.trim_start_matches("http");
    let mut asked = browser.requests().await?;
    asked.retain(|url| url.contains(edge));

    assert_eq!(asked, [format!("{}/grelot.js", scene.site.edge.url)]);
    assert_eq!(kept, [0; 6]);
    assert!(shifted == 0.0, "the page shifted by {shifted}");
    assert_eq!(shop.count_in_shadow("iframe").await?, 0);
    browser.picture("launcher").await
}

/// PG23: what is asked for from then on until the panel can be written to is six requests in all, and
/// one socket.
#[tokio::test]
async fn pg23_six_requests_bring_the_panel() {
    stage::play("requests", async |stage| {
        let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        Shop::visit(&browser, &merchant.url).await?.open().await?;
        browser.is_connected().await?;
        let edge = site.edge.url.trim_start_matches("http");
        let asked = browser.requests().await?;
        let paths = asked.iter().filter_map(|url| url.split_once(edge));
        let mut paths: Vec<_> = paths
            .filter_map(|(_, path)| path.split('?').next())
            .collect();
        paths.sort_unstable();
        let sessions = format!("/api/v1/sites/{}/sessions", site.key);
        let frame = format!("/frame/{}", site.key);
        let expected = [
            &sessions,
            "/feed.js",
            &frame,
            "/grelot.js",
            "/socket",
            "/widget/en.js",
            "/widget/widget_bg.wasm",
        ];
        assert_eq!(paths, expected);
        Ok(())
    })
    .await;
}

/// PG5: the page gets one global, `Grelot`, and one element, which no script can look into.
#[tokio::test]
async fn pg5_one_global_and_one_closed_element() {
    stage::play("globals", async |stage| {
        let bare = Premises::find()?.serve(merchant::page("en-GB", ""));
        let (_, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        browser.goto(&bare.url).await?;
        let without = globals(&browser).await?;
        browser.goto(&merchant.url).await?;
        until("the loader", async || {
            let is_there = "return document.querySelector('grelot-chat') !== null";
            let is_there: bool = browser.script(is_there, Vec::new()).await?;
            Ok(is_there.then_some(()))
        })
        .await?;
        let with = globals(&browser).await?;

        let added: Vec<_> = with.difference(&without).collect();
        assert_eq!(added, ["Grelot"]);
        let root = "return document.querySelector('grelot-chat').shadowRoot";
        let root: Value = browser.script(root, Vec::new()).await?;
        assert!(root.is_null());
        Ok(())
    })
    .await;
}

/// The globals of the page. The driver leaves one of its own with its first script on a page.
async fn globals(browser: &Browser) -> Result<BTreeSet<String>> {
    browser.driver.execute("return 0", Vec::new()).await?;
    browser.script(GLOBALS, Vec::new()).await
}

async fn wait_for<T: serde::de::DeserializeOwned>(browser: &Browser, script: &str) -> Result<T> {
    let returned = browser.driver.execute_async(script, Vec::new()).await?;
    Ok(serde_json::from_value(returned.json().clone())?)
}
