//! Where each site's audit trail ends.

use serde::Deserialize;
use shared::audit::Head;
use shared::ids::SiteKey;
use worker::{Env, Result};

use super::scope::{Directory, site_sql};
use super::{number, text};

#[derive(Deserialize)]
struct Row {
    seq: f64,
    hash: String,
}

/// Notes the end of a trail. It only goes forward.
pub async fn note_head(env: &Env, site: &SiteKey, head: &Head) -> Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO audit_heads (site, seq, hash) VALUES (?1, ?2, ?3)
                 ON CONFLICT (site) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
                   WHERE excluded.seq > seq"
            ),
            &[
                number(i64::try_from(head.seq).unwrap_or(i64::MAX)),
                text(&head.hash),
            ],
        )
        .await?;
    Ok(())
}

/// The end of a trail, as it was noted last.
pub async fn head(env: &Env, site: &SiteKey) -> Result<Head> {
    let row: Option<Row> = Directory::of(env, site)?
        .first(
            site_sql!("SELECT seq, hash FROM audit_heads WHERE site = ?1"),
            &[],
        )
        .await?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let head = row.map(|row| Head {
        seq: row.seq as u64,
        hash: row.hash,
    });
    Ok(head.unwrap_or_default())
}
