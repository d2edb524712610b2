//! How Lighthouse rates the demo shop with the chat, and the very same page without its tag.

use std::fmt;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use serde::Serialize;
use serde_json::Value;
use tests::pages::merchant::{Merchant, Premises};
use tests::pages::scene::Scene;
use tests::pages::stage;
use tiny_http::{Header, Response};

/// How often each page is rated. Odd, so that there is a middle one.
const RUNS: usize = 5;

/// What it rates, by Lighthouse's names.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// The tag is between these.
const TAG: (&str, &str) = ("<script async src=", "</script>");

/// The ratings, from 0 to 100, medians of the runs.
#[derive(Serialize)]
pub struct Ratings {
    runs: usize,
    categories: Vec<Rating>,
}

/// Of one category.
#[derive(Serialize)]
struct Rating {
    name: &'static str,
    without: f64,
    with: f64,
}

/// Rates the shop's first page in turns, so that what slows the machine slows both.
pub async fn measure(lighthouse: &Path) -> Result<Ratings> {
    let scene = Scene::set(&stage::edge()).await?;
    let bare = bare(scene.shop.url.clone())?;
    let with = scene.page("/");
    let without = format!("{}/", bare.url);
    tokio::task::block_in_place(|| {
        let mut rated = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            rated.0.push(rate(lighthouse, &without)?);
            rated.1.push(rate(lighthouse, &with)?);
        }
        let rating = |(at, name): (usize, &'static str)| Rating {
            name,
            without: median(&rated.0, at),
            with: median(&rated.1, at),
        };
        Ok(Ratings {
            runs: RUNS,
            categories: CATEGORIES.into_iter().enumerate().map(rating).collect(),
        })
    })
}

/// The ratings of a page, in the order of the categories.
fn rate(lighthouse: &Path, url: &str) -> Result<[f64; 4]> {
    let chromium = std::env::var_os("CHROMIUM").context("CHROMIUM names no browser")?;
    let output = Command::new(lighthouse)
        .args([url, "--output=json", "--output-path=stdout", "--quiet"])
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        .env("CHROME_PATH", chromium)
        .output()
        .context("Lighthouse can't be started")?;
    let words = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "Lighthouse failed: {words}");
    let report: Value = serde_json::from_slice(&output.stdout)?;
    let mut ratings = [0.0; 4];
    for (rating, name) in ratings.iter_mut().zip(CATEGORIES) {
        let score = report["categories"][name]["score"].as_f64();
        *rating = (score.with_context(|| format!("{name} was not rated"))? * 100.0).round();
    }
    Ok(ratings)
}

fn median(runs: &[[f64; 4]], at: usize) -> f64 {
    let mut rated: Vec<_> = runs.iter().map(|run| run[at]).collect();
    rated.sort_by(f64::total_cmp);
    rated[rated.len() / 2]
}

impl fmt::Display for Ratings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n{:<44} {:>8} {:>10}",
            "the demo shop by Lighthouse", "without", "with"
        )?;
        for Rating {
            name,
            without,
            with,
        } in &self.categories
        {
            writeln!(f, "{name:<44} {without:>8} {with:>10}")?;
        }
        Ok(())
    }
}

/// Serves a shop's pages without the tag, at an origin of their own.
fn bare(shop: String) -> Result<Merchant> {
    Ok(Premises::find()?.answer_by(move |request| {
        pass_on(&shop, request.url()).unwrap_or_else(|error| {
            // Lighthouse rates that as what it is: a page that lacks something.
            Response::from_string(format!("{error:#}")).with_status_code(502)
        })
    }))
}

fn pass_on(shop: &str, path: &str) -> Result<Response<Cursor<Vec<u8>>>> {
    let asked = ureq::get(format!("{shop}{path}")).config();
    let mut answer = asked.http_status_as_error(false).build().call()?;
    let status = answer.status().as_u16();
    let kind = answer.headers().get("content-type").cloned();
    let kind = kind.context("the shop says what it sends")?;
    let mut body = answer.body_mut().read_to_vec()?;
    if status == 200 && kind.to_str()?.starts_with("text/html") {
        body = without_tag(&String::from_utf8(body)?)?.into_bytes();
    }
    let header = Header::from_bytes("content-type", kind.as_bytes());
    let header = header.map_err(|()| anyhow!("{kind:?}"))?;
    Ok(Response::from_data(body)
        .with_status_code(status)
        .with_header(header))
}

fn without_tag(page: &str) -> Result<String> {
    let (before, tag) = page.split_once(TAG.0).context("the page has the tag")?;
    let (_, after) = tag.split_once(TAG.1).context("the tag has an end")?;
    Ok([before, after].concat())
}
