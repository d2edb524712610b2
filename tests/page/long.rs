//! A conversation of ten thousand messages: loaded whole, page by page, then scrolled through.

use std::fmt;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tests::identity::Identity;
use tests::pages::browser::Browser;
use tests::pages::panel::Panel;
use tests::pages::scene::one_page;
use tests::pages::stage::Stage;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;

use crate::visit::{Slowness, Visit, slow};

/// How many messages the conversation has.
const MESSAGES: usize = 10_000;

/// High enough never to bind.
const FRAMES_PER_SECOND: u32 = 1_000_000;

/// How long the driver may wait for a script, in milliseconds: loading everything takes a while.
const SCRIPT_MS: u32 = 600_000;

const AT_FULL_SPEED: Slowness = Slowness {
    processor: 1,
    network: false,
};

const SLOWED: Slowness = Slowness {
    processor: 4,
    network: false,
};

/// Presses "load earlier" up to five times, each time when what it brought is shown. Returns how
/// often, and how long the slowest and the last took, in milliseconds.
const LOAD: &str = "
const done = arguments[0];
const log = document.getElementById('log');
const lines = log.querySelector('.lines');
const frame = () => new Promise(requestAnimationFrame);
const earlier = () => [...log.children].find((child) => child.classList.contains('earlier'));
(async () => {
  let presses = 0, slowest = 0, last = 0;
  while (earlier() && presses < 5) {
    const first = lines.firstElementChild;
    const began = performance.now();
    earlier().click();
    while (earlier() && lines.firstElementChild === first) await frame();
    await frame();
    last = performance.now() - began;
    slowest = Math.max(slowest, last);
    presses += 1;
  }
  done({ presses, slowest, last, lines: lines.querySelectorAll(':scope > :not(.older), .older > *').length });
})();";

/// Scrolls up from the end at 3,000 px a second for three seconds. Returns how many frames a second
/// were drawn, and the longest that one took, in milliseconds.
const SCROLL: &str = "
const done = arguments[0];
const log = document.getElementById('log');
log.scrollTop = log.scrollHeight;
requestAnimationFrame((began) => {
  let before = began, frames = 0, longest = 0;
  const step = (now) => {
    frames += 1;
    longest = Math.max(longest, now - before);
    log.scrollTop -= 3 * (now - before);
    before = now;
    if (now - began < 3000) return requestAnimationFrame(step);
    done({ frames_a_second: 1000 * frames / (now - began), longest_frame_ms: longest });
  };
  requestAnimationFrame(step);
});";

/// The figures of a long conversation.
#[derive(Serialize)]
pub struct Long {
    messages: usize,
    loading: Loading,
    scrolling: Scrolling,
    /// The same with a processor slowed four times.
    scrolling_slowed: Scrolling,
    /// What the page keeps in memory before a word is loaded beyond the first page, in bytes,
    heap_before: f64,
    /// and with all of them.
    heap: f64,
}

/// Loading all of it.
#[derive(Serialize, Deserialize)]
struct Loading {
    presses: u32,
    slowest: f64,
    last: f64,
    lines: u32,
}

/// Scrolling through it.
#[derive(Serialize, Deserialize)]
struct Scrolling {
    frames_a_second: f64,
    longest_frame_ms: f64,
}

/// What V8 keeps.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Heap {
    used_size: f64,
    backing_storage_size: f64,
}

impl fmt::Display for Long {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Loading {
            presses,
            slowest,
            last,
            lines,
        } = &self.loading;
        writeln!(
            f,
            "{} messages: {lines} lines by {presses} presses, {last:.0} ms the last, {slowest:.0} ms the slowest",
            self.messages
        )?;
        writeln!(
            f,
            "heap of page and panel: {:.1} MB with the first page, {:.1} MB with all",
            self.heap_before / 1e6,
            self.heap / 1e6
        )?;
        for (name, scrolling) in [
            ("scrolled", &self.scrolling),
            ("slowed 4 times", &self.scrolling_slowed),
        ] {
            let Scrolling {
                frames_a_second,
                longest_frame_ms,
            } = scrolling;
            writeln!(
                f,
                "{name:<20} {frames_a_second:>6.1} frames/s, the longest {longest_frame_ms:.0} ms"
            )?;
        }
        Ok(())
    }
}

/// Has a shopper say it all elsewhere, and reads it in a browser.
pub async fn measure(stage: &Stage) -> Result<Long> {
    let server = Server::start_with("page-long", FRAMES_PER_SECOND)?;
    let (site, merchant) = one_page(&server.edge(), "en-GB").await?;
    let token = Identity::new(&site, "jeanne@mail.example").token();
    talk(&site, &token).await;

    let visit = Visit::begin(stage, &merchant.url, AT_FULL_SPEED).await?;
    visit.shop.log_in(json!({ "token": token })).await?;
    let panel = visit.shop.open().await?;
    panel.shows_its_end().await?;
    let browser = panel.enter().await?;
    browser
        .driver
        .set_script_timeout(std::time::Duration::from_millis(SCRIPT_MS.into()))
        .await?;
    let heap_before = heap(browser).await?;
    let loading = load(&panel).await?;
    let heap = heap(browser).await?;
    let scrolling = run(&panel, SCROLL).await?;
    slow(browser, SLOWED).await?;
    let scrolling_slowed = run(&panel, SCROLL).await?;
    visit.end().await?;
    Ok(Long {
        messages: MESSAGES,
        loading,
        scrolling,
        scrolling_slowed,
        heap_before,
        heap,
    })
}

/// Asks for a human at once, so that nobody answers what is then said.
async fn talk(site: &Site, token: &str) {
    let credentials = Credentials {
        identity: Some(token.to_owned()),
        ..Credentials::default()
    };
    let mut shopper = Shopper::with(site, credentials).await;
    shopper.ask_for_human().await;
    shopper.talk(MESSAGES).await;
}

/// Loads everything, a few presses at a time: the driver waits for no script for long.
async fn load(panel: &Panel) -> Result<Loading> {
    let mut all: Loading = run(panel, LOAD).await?;
    loop {
        let more: Loading = run(panel, LOAD).await?;
        if more.presses == 0 {
            return Ok(all);
        }
        all.presses += more.presses;
        all.slowest = all.slowest.max(more.slowest);
        all.last = more.last;
        all.lines = more.lines;
    }
}

async fn run<T: serde::de::DeserializeOwned>(panel: &Panel, script: &str) -> Result<T> {
    let browser = panel.enter().await?;
    let returned = browser.driver.execute_async(script, Vec::new()).await?;
    Ok(serde_json::from_value(returned.json().clone())?)
}

/// What is in memory once what isn't needed has gone, the panel's own memory included.
async fn heap(browser: &Browser) -> Result<f64> {
    let session = browser.driver.cdp();
    for _ in 0..2 {
        session
            .send_raw("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let heap = session.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let heap: Heap = serde_json::from_value(heap)?;
    let own: f64 = browser.script("return noted.memory", Vec::new()).await?;
    Ok(heap.used_size + heap.backing_storage_size + own)
}
