//! The parcels at risk, as a merchant lists them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::ids::{ContactId, OrderKey, SiteKey};
use shared::protocol::parcels::{Risk, RiskPage, RiskyParcel};
use shared::time::{Day, Timestamp};
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, optional, text};
use crate::clock::Now;

/// How many lines a page has.
const PAGE_SIZE: usize = 50;

/// Where a page begins: after this line.
#[derive(Default, Serialize, Deserialize)]
pub struct Place(i64, String, String, String);

#[derive(Deserialize)]
struct Row {
    order_key: String,
    number: String,
    parcel: String,
    carrier: Option<String>,
    url: Option<String>,
    risk: String,
    since: f64,
    due: Option<String>,
    promised: Option<String>,
    estimate: Option<String>,
    contact: Option<String>,
}

#[derive(Deserialize)]
struct Count {
    risk: String,
    lines: u32,
}

/// Puts an order's lines in place of those that it had.
pub async fn list(
    env: &Env,
    site: &SiteKey,
    order: &OrderKey,
    lines: &[RiskyParcel],
    now: Now,
) -> worker::Result<()> {
    let directory = Directory::of(env, site)?;
    let mut statements = vec![directory.statement(
        site_sql!("DELETE FROM parcel_risks WHERE site = ?1 AND order_key = ?2"),
        &[text(order.as_str())],
    )?];
    for line in lines {
        let insert = directory.statement(
            site_sql!(
                "INSERT OR REPLACE INTO parcel_risks
                   (site, order_key, number, parcel, carrier, url, risk, since, due, promised,
                    estimate, contact, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
            ),
            &[
                text(order.as_str()),
                text(&line.number),
                text(line.parcel.as_deref().unwrap_or_default()),
                optional(line.carrier.as_deref()),
                optional(line.url.as_deref()),
                text(line.risk.name()),
                number(line.since.0),
                optional(line.due.as_ref().map(Day::as_str)),
                optional(line.promised.as_ref().map(Day::as_str)),
                optional(line.estimate.as_ref().map(Day::as_str)),
                optional(line.contact.as_ref().map(ContactId::as_str)),
                number(now.millis()),
            ],
        )?;
        statements.push(insert);
    }
    directory.batch(statements).await?;
    Ok(())
}

/// A page of a site's lines, of one risk or of all: those first that have been there longest.
pub async fn page(
    env: &Env,
    site: &SiteKey,
    risk: Option<Risk>,
    after: Option<&Place>,
) -> worker::Result<RiskPage> {
    let first = Place::default();
    let Place(since, order, parcel, of) = after.unwrap_or(&first);
    let mut rows: Vec<Row> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT order_key, number, parcel, carrier, url, risk, since, due, promised,
                        estimate, contact
                 FROM parcel_risks
                 WHERE site = ?1 AND (?2 IS NULL OR risk = ?2)
                   AND (since, order_key, parcel, risk) > (?3, ?4, ?5, ?6)
                 ORDER BY since, order_key, parcel, risk LIMIT ?7"
            ),
            &[
                optional(risk.map(Risk::name)),
                number(*since),
                text(order),
                text(parcel),
                text(of),
                number(PAGE_SIZE as i64 + 1),
            ],
        )
        .await?;
    let more = rows.len() > PAGE_SIZE;
    rows.truncate(PAGE_SIZE);
    let next = rows.last().filter(|_| more).map(Row::place);
    Ok(RiskPage {
        counts: counts(env, site).await?,
        parcels: rows.into_iter().filter_map(Row::line).collect(),
        next: next
            .map(|place| serde_json::to_string(&place))
            .transpose()?,
    })
}

async fn counts(env: &Env, site: &SiteKey) -> worker::Result<BTreeMap<Risk, u32>> {
    let rows: Vec<Count> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT risk, count(*) AS lines FROM parcel_risks WHERE site = ?1 GROUP BY risk"
            ),
            &[],
        )
        .await?;
    let counted = rows
        .into_iter()
        .filter_map(|row| Some((Risk::named(&row.risk)?, row.lines)));
    Ok(counted.collect())
}

impl Place {
    /// Reads what an earlier page gave as the next one's beginning.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl Row {
    #[allow(clippy::cast_possible_truncation)]
    fn since(&self) -> i64 {
        self.since as i64
    }

    fn place(&self) -> Place {
        Place(
            self.since(),
            self.order_key.clone(),
            self.parcel.clone(),
            self.risk.clone(),
        )
    }

    fn line(self) -> Option<RiskyParcel> {
        let day = |text: Option<String>| text.as_deref().and_then(Day::parse);
        Some(RiskyParcel {
            risk: Risk::named(&self.risk)?,
            since: Timestamp(self.since()),
            order: OrderKey(self.order_key),
            number: self.number,
            parcel: Some(self.parcel).filter(|parcel| !parcel.is_empty()),
            carrier: self.carrier,
            url: self.url,
            due: day(self.due),
            promised: day(self.promised),
            estimate: day(self.estimate),
            contact: self.contact.map(ContactId),
        })
    }
}
