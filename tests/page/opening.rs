//! From an empty browser to a launcher, and from there to a panel.

use std::cmp::Ordering;
use std::fmt;
use std::time::Duration;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use serde::Serialize;
use tests::http::Request;
use tests::pages::merchant::{self, Merchant, Premises};
use tests::pages::scene::one_page;
use tests::pages::stage::{self, Stage};
use tests::site::Site;

use crate::visit::{Slowness, Visit};

/// How often each visit is paid. Odd, so that there is a middle one.
const VISITS: usize = 11;

/// How long the pointer lies on the launcher before it is pressed, where the panel is fetched
/// ahead.
const HESITATION: Duration = Duration::from_millis(1_500);

/// The quality of brotli by which networks of caches pack scripts while they serve them.
const ON_THE_FLY: i32 = 4;

const FLOOR: &str = include_str!("floor.js");

/// What the floor's frame has.
const FIELD: &str = "<!doctype html><title>Chat</title><textarea></textarea>";

/// A phone of some years ago, on the way.
const ON_THE_WAY: Slowness = Slowness {
    processor: 4,
    network: true,
};

/// The same at home.
const AT_HOME: Slowness = Slowness {
    processor: 4,
    network: false,
};

/// The figures of opening the chat, medians of the visits.
#[derive(Serialize)]
pub struct Opening {
    visits: usize,
    floor: Before,
    grelot: Before,
    /// The floor's field in its frame,
    empty_frame: After,
    /// the panel, pressed at once,
    at_once: After,
    /// and after the pointer has lain on the launcher.
    hovered: After,
}

/// Before any click, on slow 4G with a processor slowed four times.
#[derive(Serialize)]
struct Before {
    /// From navigation to the launcher, in milliseconds.
    launcher_ms: f64,
    /// For how long tasks blocked the page, in milliseconds.
    blocked_ms: f64,
    /// By how much the page shifted.
    shifted: f64,
}

/// After the click, on a local network with a processor slowed four times.
#[derive(Serialize)]
struct After {
    /// From the click to a field that can be written in, in milliseconds.
    usable_ms: f64,
    /// The longest task from then on, in milliseconds; 0 for none of more than 50.
    longest_task_ms: f64,
    /// What the edge was asked for until then, beside the socket.
    requests: usize,
    /// By how much the page shifted.
    shifted: f64,
}

/// Visits both pages in alternation, then opens the panel again and again.
pub async fn measure(stage: &Stage) -> Result<Opening> {
    let (site, grelot) = one_page(&stage::edge(), "en-GB").await?;
    let (of_floor, of_grelot) = without_click(stage, &site).await?;
    let field = Premises::find()?.serve(FIELD.to_owned());
    let script = floor(&field)?;
    let floor = on_page(&script, &site)?;
    let (mut empty_frame, mut at_once, mut hovered) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..VISITS {
        empty_frame.push(after(stage, &floor.url, &field.url, Duration::ZERO).await?);
        at_once.push(after(stage, &grelot.url, &site.edge.url, Duration::ZERO).await?);
        hovered.push(after(stage, &grelot.url, &site.edge.url, HESITATION).await?);
    }
    Ok(Opening {
        visits: VISITS,
        floor: Before::median(&of_floor),
        grelot: Before::median(&of_grelot),
        empty_frame: After::median(&empty_frame),
        at_once: After::median(&at_once),
        hovered: After::median(&hovered),
    })
}

/// Visits the page with the floor's script and the one with ours in alternation, both scripts packed
/// as they are on their way to shoppers: an edge on one machine packs none.
async fn without_click(stage: &Stage, site: &Site) -> Result<(Vec<Before>, Vec<Before>)> {
    let loader = format!("{}/grelot.js", site.edge.url);
    let loader = packed(&Request::new("GET", loader).send().await.body)?;
    let field = Premises::find()?.serve(FIELD.to_owned());
    let script = floor(&field)?;
    let (floor, grelot) = (on_page(&script, site)?, on_page(&loader, site)?);
    let (mut of_floor, mut of_grelot) = (Vec::new(), Vec::new());
    for _ in 0..VISITS {
        of_floor.push(before(stage, &floor.url).await?);
        of_grelot.push(before(stage, &grelot.url).await?);
    }
    Ok((of_floor, of_grelot))
}

/// Serves the floor's script, with where its frame's field is.
fn floor(field: &Merchant) -> Result<Merchant> {
    packed(&FLOOR.replace("FRAME", &format!("\"{}\"", field.url)))
}

/// Serves a page with a script of its own.
fn on_page(script: &Merchant, site: &Site) -> Result<Merchant> {
    let tag = merchant::script_tag(&script.url, &site.key);
    Ok(Premises::find()?.serve(merchant::page("en-GB", &tag)))
}

/// Serves a script by brotli.
fn packed(script: &str) -> Result<Merchant> {
    let parameters = BrotliEncoderParams {
        quality: ON_THE_FLY,
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut script.as_bytes(), &mut packed, &parameters)?;
    let headers = [
        ("content-type", "text/javascript"),
        ("content-encoding", "br"),
    ];
    Ok(Premises::find()?.serve_bytes(packed, &headers))
}

async fn before(stage: &Stage, url: &str) -> Result<Before> {
    let visit = Visit::begin(stage, url, ON_THE_WAY).await?;
    visit.settle().await;
    let page = visit.page().await?;
    visit.end().await?;
    Ok(Before {
        launcher_ms: page.launcher - page.origin,
        blocked_ms: page.blocked_before(f64::INFINITY),
        shifted: page.shifted,
    })
}

async fn after(stage: &Stage, url: &str, edge: &str, hesitation: Duration) -> Result<After> {
    let visit = Visit::begin(stage, url, AT_HOME).await?;
    visit.settle().await;
    let (x, y) = visit.shop.launcher().await?.rect().await?.icenter();
    if !hesitation.is_zero() {
        let pointer = visit.browser.driver.action_chain().move_to(x, y);
        pointer.perform().await?;
        tokio::time::sleep(hesitation).await;
    }
    let press = visit.browser.driver.action_chain().move_to(x, y).click();
    press.perform().await?;
    visit.settle().await;
    let usable = visit.panel().await?.usable;
    let page = visit.page().await?;
    let mut asked = visit.browser.requests().await?;
    asked.retain(|url| url.starts_with(edge));
    visit.end().await?;
    Ok(After {
        usable_ms: usable - page.pressed,
        longest_task_ms: page.longest_after(page.pressed),
        requests: asked.len(),
        shifted: page.shifted,
    })
}

impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "Medians of {} visits in alternation by an empty browser, processor slowed 4 times.",
            self.visits
        )?;
        writeln!(
            f,
            "{:<20} {:>12} {:>12} {:>10}",
            "slow 4G, no click", "launcher ms", "blocked ms", "shift"
        )?;
        for (name, before) in [("floor", &self.floor), ("grelot", &self.grelot)] {
            let Before {
                launcher_ms,
                blocked_ms,
                shifted,
            } = before;
            writeln!(
                f,
                "{name:<20} {launcher_ms:>12.0} {blocked_ms:>12.0} {shifted:>10.3}"
            )?;
        }
        writeln!(
            f,
            "{:<20} {:>12.2} {:>12.0}",
            "ratio, difference",
            self.grelot.launcher_ms / self.floor.launcher_ms,
            self.grelot.blocked_ms - self.floor.blocked_ms
        )?;
        writeln!(
            f,
            "\n{:<20} {:>12} {:>12} {:>10} {:>10}",
            "local, click", "usable ms", "longest ms", "requests", "shift"
        )?;
        for (name, after) in [
            ("empty frame", &self.empty_frame),
            ("at once", &self.at_once),
            ("hovered", &self.hovered),
        ] {
            let After {
                usable_ms,
                longest_task_ms,
                requests,
                shifted,
            } = after;
            writeln!(
                f,
                "{name:<20} {usable_ms:>12.0} {longest_task_ms:>12.0} {requests:>10} {shifted:>10.3}"
            )?;
        }
        Ok(())
    }
}

impl Before {
    fn median(visits: &[Self]) -> Self {
        Self {
            launcher_ms: median(visits, |visit| visit.launcher_ms),
            blocked_ms: median(visits, |visit| visit.blocked_ms),
            shifted: median(visits, |visit| visit.shifted),
        }
    }
}

impl After {
    fn median(visits: &[Self]) -> Self {
        Self {
            usable_ms: median(visits, |visit| visit.usable_ms),
            longest_task_ms: median(visits, |visit| visit.longest_task_ms),
            requests: median(visits, |visit| visit.requests),
            shifted: median(visits, |visit| visit.shifted),
        }
    }
}

/// The middle one of a figure of all visits.
fn median<V, F: PartialOrd + Copy + Default>(visits: &[V], figure: impl Fn(&V) -> F) -> F {
    let mut figures: Vec<F> = visits.iter().map(figure).collect();
    figures.sort_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
