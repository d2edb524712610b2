//! The labels of a shop.

use serde::Deserialize;
use shared::ids::SiteKey;
use shared::protocol::labels::{Label, LabelColor};
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, text};

#[derive(Deserialize)]
struct Row {
    label: String,
    name: String,
    color: LabelColor,
}

/// A site's labels, in the order of its list.
pub async fn all(env: &Env, site: &SiteKey) -> worker::Result<Vec<Label>> {
    let all = site_sql!("SELECT label, name, color FROM labels WHERE site = ?1 ORDER BY position");
    let rows: Vec<Row> = Directory::of(env, site)?.all(all, &[]).await?;
    let label = |row: Row| Label {
        id: row.label,
        name: row.name,
        color: row.color,
    };
    Ok(rows.into_iter().map(label).collect())
}

/// Puts a list in the place of the one before.
pub async fn replace(env: &Env, site: &SiteKey, labels: &[Label]) -> worker::Result<()> {
    let directory = Directory::of(env, site)?;
    let mut statements =
        vec![directory.statement(site_sql!("DELETE FROM labels WHERE site = ?1"), &[])?];
    for (position, label) in (0..).zip(labels) {
        let insert = directory.statement(
            site_sql!(
                "INSERT INTO labels (site, label, name, color, position)
                 VALUES (?1, ?2, ?3, ?4, ?5)"
            ),
            &[
                text(&label.id),
                text(&label.name),
                text(label.color.name()),
                number(position),
            ],
        )?;
        statements.push(insert);
    }
    directory.batch(statements).await?;
    Ok(())
}
