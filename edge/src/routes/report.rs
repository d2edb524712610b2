//! `GET /desk/api/report`: how the shop's service did between two days, for leads and owners, and
//! `GET /desk/api/report.csv`, the same for spreadsheets.

use shared::language::Language;
use shared::protocol::report::{MAX_DAYS, Report};
use shared::report::{Fact, Facts, Owed, Span, Tally, csv};
use shared::routing::Level;
use shared::season::Zone;
use shared::time::Day;
use worker::{Env, Request, Response, Url};

use super::query::asked;
use super::{private, site};
use crate::clock::now;
use crate::directory::report::{Line, Window, page};
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};
use crate::sites::Site;

/// How many lines are read at once.
const PAGE: usize = 4_000;

/// How many days before and after the report's may tell what became of them: what a shopper came
/// with is of one matter with what ended a week before.
const MARGIN_DAYS: i64 = 31;

/// How many days there are in a report where none were asked for.
const USUAL_DAYS: i64 = 7;

/// The report.
pub async fn show(request: &Request, env: &Env, lead: &SignedInAgent) -> ApiResult<Response> {
    let site = site(env, lead.site.as_str()).await?;
    private(&made(&request.url()?, env, &site).await?)
}

/// The same as a table.
pub async fn sheet(request: &Request, env: &Env, lead: &SignedInAgent) -> ApiResult<Response> {
    let site = site(env, lead.site.as_str()).await?;
    let url = request.url()?;
    let report = made(&url, env, &site).await?;
    let wanted = asked(&url, "language").and_then(|tag| Language::from_tag(&tag));
    let language = wanted.unwrap_or(site.language);
    let response = Response::ok(csv(&report, language))?;
    let headers = response.headers();
    headers.set("content-type", "text/csv; charset=utf-8")?;
    headers.set("cache-control", "no-store")?;
    let name = format!("{}_{}", report.from.as_str(), report.to.as_str());
    let attachment = format!("attachment; filename=\"grelot_{name}.csv\"");
    headers.set("content-disposition", &attachment)?;
    Ok(response)
}

async fn made(url: &Url, env: &Env, site: &Site) -> ApiResult<Report> {
    let span = span(url, site.zone)?;
    let window = window(&span).ok_or(ApiError::Malformed("These days are too far away."))?;
    let mut tally = Tally::new(span);
    let mut after = String::new();
    loop {
        let lines = page(env, &site.key, &window, &after, PAGE).await?;
        let mut shoppers: Vec<&[Line]> = lines
            .chunk_by(|one, other| one.contact == other.contact)
            .collect();
        let is_last = lines.len() < PAGE;
        // The last one of a full page may go on in the next.
        if !is_last && shoppers.len() > 1 {
            shoppers.pop();
        }
        let Some(latest) = shoppers.last().and_then(|lines| lines.first()) else {
            break;
        };
        after.clone_from(&latest.contact);
        for lines in &shoppers {
            tally.add(facts(lines));
        }
        if is_last {
            break;
        }
    }
    Ok(tally.report())
}

/// The days that are asked for: a week up to today where none are.
fn span(url: &Url, zone: Zone) -> ApiResult<Span> {
    let day = |name| {
        asked(url, name)
            .map(|text| {
                Day::parse(&text)
                    .filter(|day| day.as_str() == text)
                    .ok_or(ApiError::Malformed("Send days as 2026-12-24."))
            })
            .transpose()
    };
    let now = now().0;
    let to = day("to")?.unwrap_or_else(|| zone.day_of(now));
    let usual = || to.plus_days(1 - USUAL_DAYS).unwrap_or_else(|| to.clone());
    let from = day("from")?.unwrap_or_else(usual);
    let last = from.plus_days(MAX_DAYS - 1);
    if from > to || last.is_none_or(|last| to > last) {
        return Err(ApiError::Malformed(
            "Send as from a day that is not after to, and at most 91 days before it.",
        ));
    }
    Ok(Span {
        from,
        to,
        zone,
        now,
    })
}

fn window(span: &Span) -> Option<Window> {
    let begin = |day: Day| span.zone.at(&day, 0, 0);
    Some(Window {
        since: begin(span.from.plus_days(-MARGIN_DAYS)?)?,
        until: begin(span.to.plus_days(MARGIN_DAYS)?)?,
        from: span.from.clone(),
        to: span.to.clone(),
    })
}

/// What some lines say of a shopper. One that can't be read says nothing.
fn facts(lines: &[Line]) -> Facts {
    let mut facts = Facts::default();
    for line in lines {
        let fact = line.fact.as_deref();
        match fact.and_then(|fact| serde_json::from_str(fact).ok()) {
            Some(Fact::Concern(concern)) => {
                let level = line.level.as_deref().and_then(Level::named);
                facts.concerns.push((concern, level));
            }
            Some(Fact::Told(told)) => facts.told.push(told),
            None => facts.owed.extend(owed(line)),
        }
    }
    facts
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number of an event"
)]
fn owed(line: &Line) -> Option<Owed> {
    Some(Owed {
        id: line.seq as u64,
        by: Day::parse(line.by_day.as_deref()?)?,
        kept: line.standing.as_deref()? == "kept",
    })
}
