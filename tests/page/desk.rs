//! What an agent waits for, on the screen: the line of a case that comes to humans, and its dossier.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use shared::protocol::widget::ConversationState;
use tests::agent::Agent;
use tests::crowd;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::desk::Desk as Page;
use tests::pages::stage::{self, Stage};
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;

/// How many shoppers come, one after the other.
const SHOPPERS: usize = 20;

/// How long the edge is left alone before each.
const REST: Duration = Duration::from_millis(500);

/// What moves a case before all that wait, and what its line says then.
const COMPLAINT: (&str, &str) = ("Répondez, ou je le dis sur Trustpilot", "Prioritaire");

/// Shows another tab, and waits until its lines are drawn. Answers how long that took, in milliseconds.
const SWITCH: &str = "
const [tab, done] = arguments;
const began = performance.now();
document.getElementById(tab).click();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));";

/// Waits until the tab of the waiting ones counts so many. Answers how long the page took to it, in
/// milliseconds since it was asked for.
const COUNTED: &str = "
const [count, done] = arguments;
const look = () => {
  if (document.querySelector('#tab-waiting .count')?.textContent !== count) return;
  watch.disconnect();
  done(performance.now());
};
const watch = new MutationObserver(look);
watch.observe(document.body, { childList: true, subtree: true, characterData: true });
look();";

/// Waits for the first line to hold some words, opens its case, and waits for the dossier. Answers when each was there,
/// in milliseconds since 1970. It looks whenever the page has changed.
const WATCH: &str = "
const [words, done] = arguments;
const now = () => performance.timeOrigin + performance.now();
let listed = 0;
// The case of the one before is left.
document.querySelector('.case-pane .back')?.click();
const look = () => {
  if (!listed) {
    const line = document.querySelector('.case-row');
    if (!line?.textContent.includes(words)) return;
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
    crowded: Crowded,
}

/// The same with ten thousand cases, and how long the list takes to show them.
#[derive(Serialize)]
struct Crowded {
    /// From asking for the page to the count of the first thousand.
    opened: Percentiles,
    /// From one tab to another.
    switched: Percentiles,
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

/// Has shoppers come to humans, with an agent's list before the eyes; then the same where ten
/// thousand cases are there before.
pub async fn measure(stage: &Stage) -> Result<Desk> {
    let site = Site::new("Atelier des Rennes")
        .provision(&stage::edge())
        .await;
    let (mut colleague, page) = open(stage, &site).await?;
    let (listed, known) = handoffs(&site, &mut colleague, &page, ("Bonjour", "")).await?;
    drop((colleague, page));
    Ok(Desk {
        shoppers: SHOPPERS,
        listed,
        known,
        crowded: crowded(stage).await?,
    })
}

async fn crowded(stage: &Stage) -> Result<Crowded> {
    let mut server = Server::start("page-crowded")?;
    let site = Site::new("Atelier bondé").provision(&server.edge()).await;
    let account = site.hire("Inès Roy", false).await;
    let mut first = Agent::sign_in(&site, &account).await;
    for takes in [true, false] {
        let mut shopper = Shopper::new(&site).await;
        shopper.ask_for_human().await;
        first
            .case(|case| {
                case.contact == shopper.contact
                    && matches!(case.state, ConversationState::Queued { .. })
            })
            .await;
        if takes {
            let taken = first.take(&shopper.contact).await;
            taken.ok().context("nobody else has it")?;
        }
    }
    drop(first);
    crowd::comes_to(&mut server)?;
    let (mut colleague, page) = open(stage, &site).await?;
    let driver = &page.browser.driver;
    let (mut opened, mut switched) = (Vec::new(), Vec::new());
    for _ in 0..SHOPPERS {
        tokio::time::sleep(REST).await;
        driver.refresh().await?;
        let counted = driver.execute_async(COUNTED, vec!["1000+".into()]).await?;
        opened.push(serde_json::from_value(counted.json().clone())?);
        for tab in ["tab-team", "tab-waiting"] {
            let shown = driver.execute_async(SWITCH, vec![tab.into()]).await?;
            switched.push(serde_json::from_value(shown.json().clone())?);
        }
    }
    let (listed, known) = handoffs(&site, &mut colleague, &page, COMPLAINT).await?;
    Ok(Crowded {
        opened: Percentiles::of(opened)?,
        switched: Percentiles::of(switched)?,
        listed,
        known,
    })
}

/// An agent at a screen, and a colleague at a socket.
async fn open(stage: &Stage, site: &Site) -> Result<(Agent, Page)> {
    let account = site.hire("Camille Roux", false).await;
    let colleague = Agent::sign_in(site, &account).await;
    let account = site.hire("Noé Marchand", false).await;
    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let page = Page::visit(&browser, site).await?;
    page.sign_in(site, &account).await?;
    Ok((colleague, page))
}

/// From the request for a human to the line and to the dossier. What shoppers say makes them the
/// first in the list, whose line says so.
async fn handoffs(
    site: &Site,
    colleague: &mut Agent,
    page: &Page,
    (words, line): (&str, &str),
) -> Result<(Percentiles, Percentiles)> {
    let driver = &page.browser.driver;
    let (mut listed, mut known) = (Vec::new(), Vec::new());
    for _ in 0..SHOPPERS {
        let mut shopper = Shopper::new(site).await;
        shopper.say(words).await;
        tokio::time::sleep(REST).await;
        let ask = async {
            // The script is there before.
            tokio::time::sleep(REST).await;
            let asked = epoch_millis()?;
            shopper.ask_for_human().await;
            anyhow::Ok(asked)
        };
        let watched = driver.execute_async(WATCH, vec![line.into()]);
        let (seen, asked) = tokio::join!(watched, ask);
        let (seen, asked): (Seen, f64) = (serde_json::from_value(seen?.json().clone())?, asked?);
        listed.push(seen.listed - asked);
        known.push(seen.known - asked);
        // It is gone from the list before the next comes.
        colleague.take(&shopper.contact).await.ok();
        colleague.resolve(&shopper.contact).await.ok();
        tokio::time::sleep(REST).await;
    }
    Ok((Percentiles::of(listed)?, Percentiles::of(known)?))
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
