//! A visit to a page by a slowed browser, and what was noted of it.

use std::time::Duration;

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;
use tests::pages::browser::{Browser, DESKTOP, ENGLISH};
use tests::pages::shop::Shop;
use tests::pages::stage::Stage;
use tests::pages::until;

const WATCH: &str = include_str!("watch.js");

/// How long a page is left alone before what it did is read: whoever asks it keeps it busy.
const SETTLED: Duration = Duration::from_millis(1_500);

/// A task that lasts longer than this blocks, by so much as it does, in milliseconds.
const BLOCKS_MS: f64 = 50.0;

/// How a browser is slowed.
#[derive(Clone, Copy)]
pub struct Slowness {
    /// How many times slower than this machine its processor is.
    pub processor: u32,
    /// Whether its network is a slow 4G's.
    pub network: bool,
}

/// What `watch.js` noted in a frame. Instants are milliseconds since 1970, 0 for what has not been.
#[derive(Deserialize)]
pub struct Noted {
    /// When navigation began.
    pub origin: f64,
    /// When the launcher was seen,
    pub launcher: f64,
    /// when it was pressed,
    pub pressed: f64,
    /// and when the panel could be written to.
    pub usable: f64,
    /// When tasks of more than 50 ms began, and how long each lasted.
    tasks: Vec<(f64, f64)>,
    /// By how much the page shifted.
    pub shifted: f64,
}

/// A page that is being looked at.
pub struct Visit<'s> {
    stage: &'s Stage,
    /// Its browser.
    pub browser: Browser,
    /// The page.
    pub shop: Shop,
}

impl<'s> Visit<'s> {
    /// Goes to a page with an empty browser.
    pub async fn begin(stage: &'s Stage, url: &str, slowness: Slowness) -> Result<Self> {
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let page = browser.driver.cdp();
        page.page()
            .add_script_to_evaluate_on_new_document(WATCH)
            .await?;
        slow(&browser, slowness).await?;
        browser.goto(url).await?;
        let shop = Shop {
            browser: browser.clone(),
        };
        Ok(Self {
            stage,
            browser,
            shop,
        })
    }

    /// Leaves the page alone for a while.
    pub async fn settle(&self) {
        tokio::time::sleep(SETTLED).await;
    }

    /// What was noted in the page, the launcher among it.
    pub async fn page(&self) -> Result<Noted> {
        until("the launcher", async || {
            self.shop.step_out().await?;
            let noted = self.noted().await?;
            Ok((noted.launcher > 0.0).then_some(noted))
        })
        .await
    }

    /// What was noted in the frame, a usable panel among it.
    pub async fn panel(&self) -> Result<Noted> {
        until("a usable panel", async || {
            self.shop.panel().enter().await?;
            let noted = self.noted().await?;
            Ok((noted.usable > 0.0).then_some(noted))
        })
        .await
    }

    /// Ends the visit.
    pub async fn end(self) -> Result<()> {
        self.stage.close(self.browser).await
    }

    async fn noted(&self) -> Result<Noted> {
        let script = "return { origin: performance.timeOrigin, ...noted }";
        self.browser.script(script, Vec::new()).await
    }
}

impl Noted {
    /// For how long the page was blocked before an instant, in milliseconds.
    pub fn blocked_before(&self, instant: f64) -> f64 {
        let before = self.tasks.iter().filter(|(at, _)| *at < instant);
        before.map(|(_, lasted)| lasted - BLOCKS_MS).sum()
    }

    /// The longest task after an instant, in milliseconds; 0 where none was longer than 50.
    pub fn longest_after(&self, instant: f64) -> f64 {
        let after = self.tasks.iter().filter(|(at, _)| *at >= instant);
        after.map(|(_, lasted)| *lasted).fold(0.0, f64::max)
    }
}

/// Slows a browser from now on.
pub async fn slow(browser: &Browser, slowness: Slowness) -> Result<()> {
    let session = browser.driver.cdp();
    let rate = json!({ "rate": slowness.processor });
    session
        .send_raw("Emulation.setCPUThrottlingRate", rate)
        .await?;
    if slowness.network {
        let conditions = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": 1_600_000 / 8,
            "uploadThroughput": 750_000 / 8,
        });
        session
            .send_raw("Network.emulateNetworkConditions", conditions)
            .await?;
    }
    Ok(())
}
