//! Tries that may go wrong, counted so that guessing ends: proofs of an order, agents' passwords.
//!
//! A try is counted before its outcome is known, in one statement, so that tries that come at
//! once can't pass the limit; one that was right is taken back.

use serde::Deserialize;
use shared::ids::SiteKey;
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, text};
use crate::clock::Now;

/// How many wrong tries a subject takes before it is locked.
const MAX_FAILURES: u32 = 5;

/// What is tried.
#[derive(Clone, Copy)]
pub enum Purpose {
    /// The proof of an order, by its number.
    OrderProof,
    /// The password of an agent, by e-mail.
    SignIn,
}

#[derive(Deserialize)]
struct Counter {
    since: f64,
    failures: u32,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::OrderProof => "order_proof",
            Self::SignIn => "sign_in",
        }
    }

    /// The time within which tries are counted, and for which a subject is locked then, in
    /// milliseconds.
    fn window_millis(self) -> i64 {
        match self {
            Self::OrderProof => 3_600_000,
            Self::SignIn => 15 * 60_000,
        }
    }
}

/// Counts a try. `Some` with the seconds left when it is one too many.
pub async fn count(
    env: &Env,
    site: &SiteKey,
    purpose: Purpose,
    subject: &str,
    now: Now,
) -> worker::Result<Option<u32>> {
    let row: Option<Counter> = Directory::of(env, site)?
        .first(
            site_sql!(
                "INSERT INTO attempts (site, purpose, subject, since, failures)
                 VALUES (?1, ?2, ?3, ?4, 1)
                 ON CONFLICT (site, purpose, subject) DO UPDATE SET
                   failures = CASE WHEN since <= ?4 - ?5 THEN 1 ELSE min(failures + 1, ?6) END,
                   since = CASE WHEN since <= ?4 - ?5 THEN ?4 ELSE since END
                 RETURNING since, failures"
            ),
            &[
                text(purpose.name()),
                text(subject),
                number(now.millis()),
                number(purpose.window_millis()),
                number(i64::from(MAX_FAILURES) + 1),
            ],
        )
        .await?;
    Ok(row
        .filter(|row| row.failures > MAX_FAILURES)
        .map(|row| seconds_left(row.since, purpose, now)))
}

/// Takes one counted try back: it was right.
pub async fn take_back(
    env: &Env,
    site: &SiteKey,
    purpose: Purpose,
    subject: &str,
) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "UPDATE attempts SET failures = failures - 1
                 WHERE site = ?1 AND purpose = ?2 AND subject = ?3 AND failures > 0"
            ),
            &[text(purpose.name()), text(subject)],
        )
        .await?;
    Ok(())
}

#[allow(clippy::cast_possible_truncation)]
fn seconds_left(since: f64, purpose: Purpose, now: Now) -> u32 {
    let until = since as i64 + purpose.window_millis();
    u32::try_from((until - now.millis()).max(1_000) / 1_000).unwrap_or(u32::MAX)
}
