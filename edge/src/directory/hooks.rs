//! Deliveries that were refused: a number a site, source and day, and nothing of what they held.

use serde::Serialize;
use shared::ids::SiteKey;
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, text};
use crate::clock::now;

/// Refused deliveries of one source on one day.
#[derive(Serialize, serde::Deserialize)]
pub struct Rejections {
    /// The source.
    pub source: String,
    /// The day in UTC, `YYYY-MM-DD`.
    pub day: String,
    /// How many.
    pub count: u64,
}

/// Counts a refused delivery.
pub async fn count_rejection(env: &Env, site: &SiteKey, source: &str) -> worker::Result<()> {
    let day = now()
        .0
        .utc_day()
        .map(|day| day.as_str().to_owned())
        .unwrap_or_default();
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO hook_rejections (site, source, day, count) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (site, source, day) DO UPDATE SET count = count + 1"
            ),
            &[text(source), text(&day), number(1)],
        )
        .await?;
    Ok(())
}

/// The refused deliveries of the latest days.
pub async fn rejections(env: &Env, site: &SiteKey) -> worker::Result<Vec<Rejections>> {
    Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT source, day, count FROM hook_rejections WHERE site = ?1
                 ORDER BY day DESC, source LIMIT 60"
            ),
            &[],
        )
        .await
}
