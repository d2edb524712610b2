//! The templates that a shop has written itself.

use serde::Deserialize;
use shared::ids::SiteKey;
use shared::language::Language;
use shared::protocol::templates::{Own, Pattern, Template};
use shared::template::starters;
use shared::time::Timestamp;
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, text};
use crate::clock::Now;

/// The most templates of its own that a shop may have.
pub const MAX_OWN: usize = 300;

#[derive(Deserialize)]
struct Row {
    language: String,
    id: String,
    title: String,
    subject: String,
    body: String,
    updated_at: f64,
    updated_by: String,
}

/// A site's templates: its own, and those of the starter set that it has not replaced.
pub async fn all(env: &Env, site: &SiteKey) -> worker::Result<Vec<Template>> {
    let own = site_sql!(
        "SELECT language, id, title, subject, body, updated_at, updated_by
         FROM templates WHERE site = ?1 ORDER BY title"
    );
    let rows: Vec<Row> = Directory::of(env, site)?.all(own, &[]).await?;
    let mut templates = begun_with();
    for row in rows {
        let mut own = row.template();
        let place = templates
            .iter_mut()
            .find(|it| it.id == own.id && it.language == own.language);
        match place {
            Some(place) => {
                own.own = own.own.map(|own| Own {
                    replaces: true,
                    ..own
                });
                *place = own;
            }
            None => templates.push(own),
        }
    }
    Ok(templates)
}

/// What every shop begins with.
fn begun_with() -> Vec<Template> {
    let of = |language| {
        starters(language).into_iter().map(move |starter| Template {
            id: starter.id,
            language,
            pattern: Pattern {
                title: starter.title,
                subject: starter.subject,
                body: starter.body,
            },
            own: None,
        })
    };
    of(Language::French).chain(of(Language::English)).collect()
}

/// Keeps a template of the shop's own. `false` where it has too many.
pub async fn keep(
    env: &Env,
    site: &SiteKey,
    (language, id): (Language, &str),
    pattern: &Pattern,
    by: &str,
    now: Now,
) -> worker::Result<bool> {
    let keep = site_sql!(
        "INSERT INTO templates (site, language, id, title, subject, body, updated_at, updated_by)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
         WHERE (SELECT count(*) FROM templates
                WHERE site = ?1 AND (language, id) <> (?2, ?3)) < ?9
         ON CONFLICT (site, language, id) DO UPDATE SET
           title = excluded.title, subject = excluded.subject, body = excluded.body,
           updated_at = excluded.updated_at, updated_by = excluded.updated_by"
    );
    let kept = Directory::of(env, site)?
        .run(
            keep,
            &[
                text(language.tag()),
                text(id),
                text(pattern.title.trim()),
                text(pattern.subject.trim()),
                text(pattern.body.trim()),
                number(now.millis()),
                text(by),
                number(i64::try_from(MAX_OWN).unwrap_or(i64::MAX)),
            ],
        )
        .await?;
    Ok(kept > 0)
}

/// Forgets a template of the shop's own; the one that it replaced is back.
pub async fn forget(env: &Env, site: &SiteKey, language: Language, id: &str) -> worker::Result<()> {
    let forget = site_sql!("DELETE FROM templates WHERE site = ?1 AND language = ?2 AND id = ?3");
    Directory::of(env, site)?
        .run(forget, &[text(language.tag()), text(id)])
        .await?;
    Ok(())
}

impl Row {
    #[allow(clippy::cast_possible_truncation)]
    fn template(self) -> Template {
        Template {
            id: self.id,
            language: Language::from_tag(&self.language).unwrap_or_default(),
            pattern: Pattern {
                title: self.title,
                subject: self.subject,
                body: self.body,
            },
            own: Some(Own {
                by: self.updated_by,
                at: Timestamp(self.updated_at as i64),
                replaces: false,
            }),
        }
    }
}
