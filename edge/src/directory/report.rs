//! The facts of the report, as contacts tell them and as it reads them.

use serde::Deserialize;
use shared::ids::{AgentId, ContactId, SiteKey};
use shared::report::Fact;
use shared::time::{Day, Timestamp};
use worker::wasm_bindgen::JsValue;
use worker::{D1PreparedStatement, Env};

use super::scope::{Directory, site_sql};
use super::{number, optional, text};

/// A line about a contact: a fact, or a promise that is settled.
#[derive(Deserialize)]
pub struct Line {
    /// Whose.
    pub contact: String,
    /// The number of the event that it began with.
    pub seq: f64,
    /// The fact as JSON; none for a promise.
    pub fact: Option<String>,
    /// How far its agent had come.
    pub level: Option<String>,
    /// Of a promise, the last day that counted,
    pub by_day: Option<String>,
    /// and what became of it.
    pub standing: Option<String>,
}

/// From when until when facts are read, and of which days promises.
pub struct Window {
    /// Facts from this time on,
    pub since: Timestamp,
    /// and before this one.
    pub until: Timestamp,
    /// Promises from this day on,
    pub from: Day,
    /// up to this one.
    pub to: Day,
}

/// Notes facts as they stand.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    facts: &[Fact],
) -> worker::Result<()> {
    let directory = Directory::of(env, site)?;
    let statements: Vec<D1PreparedStatement> = facts
        .iter()
        .map(|fact| {
            directory.statement(
                // An agent who comes far later on had not come so far then.
                site_sql!(
                    "INSERT INTO report_facts (site, contact, seq, at, fact, level)
                     VALUES (?1, ?2, ?3, ?4, ?5,
                       (SELECT coalesce(json_extract(profile, '$.level'), 'regular')
                        FROM agents WHERE agents.site = ?1 AND agents.agent = ?6))
                     ON CONFLICT (site, contact, seq) DO UPDATE SET
                       at = excluded.at,
                       level = CASE
                         WHEN json_extract(fact, '$.agent') IS json_extract(excluded.fact, '$.agent')
                         THEN coalesce(level, excluded.level) ELSE excluded.level END,
                       fact = excluded.fact"
                ),
                &[
                    text(contact.as_str()),
                    number(i64::try_from(fact.seq()).unwrap_or(i64::MAX)),
                    number(fact.at().0),
                    text(&serde_json::to_string(fact)?),
                    optional(fact.agent().map(AgentId::as_str)),
                ],
            )
        })
        .collect::<worker::Result<_>>()?;
    if !statements.is_empty() {
        directory.batch(statements).await?;
    }
    Ok(())
}

/// So many lines of a site behind a contact, each contact's in order.
pub async fn page(
    env: &Env,
    site: &SiteKey,
    window: &Window,
    after: &str,
    limit: usize,
) -> worker::Result<Vec<Line>> {
    Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT contact, seq, fact, level, NULL AS by_day, NULL AS standing
                 FROM report_facts
                 WHERE site = ?1 AND contact > ?2 AND at >= ?3 AND at < ?4
                 UNION ALL
                 SELECT contact, promise, NULL, NULL, by_day, standing
                 FROM promises
                 WHERE site = ?1 AND contact > ?2 AND by_day BETWEEN ?5 AND ?6
                   AND standing <> 'open'
                 ORDER BY 1, 2 LIMIT ?7"
            ),
            &[
                text(after),
                number(window.since.0),
                number(window.until.0),
                text(window.from.as_str()),
                text(window.to.as_str()),
                number(i64::try_from(limit).unwrap_or(i64::MAX)),
            ],
        )
        .await
}

/// Forgets what a contact told, and what was promised to it: all of it, or what is past at a time.
pub async fn forget(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    past: Option<Timestamp>,
) -> worker::Result<()> {
    let directory = Directory::of(env, site)?;
    let past = past.map_or(JsValue::NULL, |past| number(past.0));
    let values = [text(contact.as_str()), past];
    let facts = site_sql!(
        "DELETE FROM report_facts
         WHERE site = ?1 AND contact = ?2 AND (?3 IS NULL OR at < ?3)"
    );
    let promises = site_sql!(
        "DELETE FROM promises
         WHERE site = ?1 AND contact = ?2
           AND (?3 IS NULL OR (standing IN ('kept', 'late') AND settled_at < ?3))"
    );
    let statements = [facts, promises].map(|sql| directory.statement(sql, &values));
    let statements = statements.into_iter().collect::<worker::Result<_>>()?;
    directory.batch(statements).await?;
    Ok(())
}
