//! What an agent waits for, on the screen: the line of a case that comes to humans, and its dossier.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use tests::agent::Agent;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::desk::Desk as Page;
use tests::pages::stage::{self, Stage};
use tests::shopper::Shopper;
use tests::site::Site;

/// How many shoppers come, one after the other.
const SHOPPERS: usize = 20;

/// How long the edge is left alone before each.
const REST: Duration = Duration::from_millis(500);

/// Waits for the line of a case, opens it, and waits for the dossier. Answers when each was there,
/// in milliseconds since 1970. It looks whenever the page has changed.
const WATCH: &str = "
const done = arguments[0];
const now = () => performance.timeOrigin + performance.now();
let listed = 0;
// The case of the one before is left.
document.querySelector('.case-pane .back')?.click();
const look = () => {
  if (!listed) {
    const line = document.querySelector('.case-row');
    if (!line) return;
    listed = now();
    line.click();
  }
  if (!document.querySelector('.dossier-pane:not(.empty-pane)')) return;
  watch.disconnect();
  done({ listed, known: now() });
};
const watch = new MutationObserver(look);
watch.observe(document.body, { childList: true, subtree: true });
look();";

/// The figures, in milliseconds from the request for a human.
#[derive(Serialize)]
pub struct Desk {
    shoppers: usize,
    listed: Percentiles,
    known: Percentiles,
}

/// Of so many times.
#[derive(Serialize)]
struct Percentiles {
    p50: f64,
    p95: f64,
}

#[derive(Deserialize)]
struct Seen {
    listed: f64,
    known: f64,
}

/// Has shoppers come to humans, with an agent's list before the eyes.
pub async fn measure(stage: &Stage) -> Result<Desk> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let account = site.hire("Camille Roux", false).await;
    let mut colleague = Agent::sign_in(&site, &account).await;
    let account = site.hire("Noé Marchand", false).await;
    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let page = Page::visit(&browser, &site).await?;
    page.sign_in(&site, &account).await?;
    let (mut listed, mut known) = (Vec::new(), Vec::new());
    for _ in 0..SHOPPERS {
        let mut shopper = Shopper::new(&site).await;
        shopper.say("Bonjour").await;
        tokio::time::sleep(REST).await;
        let ask = async {
            // The script is there before.
            tokio::time::sleep(REST).await;
            let asked = epoch_millis()?;
            shopper.ask_for_human().await;
            anyhow::Ok(asked)
        };
        let (seen, asked) = tokio::join!(browser.driver.execute_async(WATCH, Vec::new()), ask);
        let (seen, asked): (Seen, f64) = (serde_json::from_value(seen?.json().clone())?, asked?);
        listed.push(seen.listed - asked);
        known.push(seen.known - asked);
        // The list is empty again for the next.
        colleague.take(&shopper.contact).await.ok();
        colleague.resolve(&shopper.contact).await.ok();
        tokio::time::sleep(REST).await;
    }
    Ok(Desk {
        shoppers: SHOPPERS,
        listed: Percentiles::of(listed)?,
        known: Percentiles::of(known)?,
    })
}

impl Percentiles {
    fn of(mut all: Vec<f64>) -> Result<Self> {
        all.sort_by(f64::total_cmp);
        let at = |percent: usize| {
            let rank = (all.len() * percent).div_ceil(100);
            all.get(rank.saturating_sub(1)).copied()
        };
        Ok(Self {
            p50: at(50).context("there are figures")?,
            p95: at(95).context("there are figures")?,
        })
    }
}

fn epoch_millis() -> Result<f64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64() * 1e3)
}
