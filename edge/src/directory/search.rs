//! What is searched at the desk. Contacts and orders hold the texts themselves.

use serde::Deserialize;
use shared::ids::{ContactId, SiteKey};
use shared::search::{END, FOUND, Hit, Kind, Text, pieces};
use shared::time::Timestamp;
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, optional, text};

/// How many orders and shoppers an answer has, and how many messages and notes.
const MAX_NAMED: i64 = 8;
const MAX_SAID: i64 = 24;

/// How many words an excerpt has.
const EXCERPT_WORDS: i64 = 14;

/// The kinds that are found by what they are called, and those that are found by what was said, as
/// the index is asked for them.
const NAMED: &str = r#""order" OR "shopper""#;
const SAID: &str = r#""message" OR "note""#;

#[derive(Deserialize)]
struct Row {
    kind: Kind,
    reference: String,
    contact: Option<String>,
    at: f64,
    excerpt: String,
}

/// Puts texts of a holder into the index, in place of those of the same kind and reference. They
/// lead to a contact's case.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    holder: &str,
    contact: Option<&ContactId>,
    texts: &[Text],
) -> worker::Result<()> {
    if texts.is_empty() {
        return Ok(());
    }
    let note = site_sql!(
        "INSERT INTO search_texts
           (site, holder, kind, reference, contact, at, words, unseen)
         SELECT ?1, ?2, value ->> 'kind', value ->> 'reference', ?3, value ->> 'at',
                value ->> 'words', value ->> 'unseen'
         FROM json_each(?4) WHERE true
         ON CONFLICT (site, holder, kind, reference) DO UPDATE SET
           contact = excluded.contact, at = excluded.at, words = excluded.words,
           unseen = excluded.unseen
         WHERE search_texts.site = ?1"
    );
    let values = [
        text(holder),
        optional(contact.map(ContactId::as_str)),
        text(&serde_json::to_string(texts)?),
    ];
    Directory::of(env, site)?.run(note, &values).await?;
    Ok(())
}

/// Forgets every text of a holder.
pub async fn forget(env: &Env, site: &SiteKey, holder: &str) -> worker::Result<()> {
    let forget = site_sql!("DELETE FROM search_texts WHERE site = ?1 AND holder = ?2");
    Directory::of(env, site)?
        .run(forget, &[text(holder)])
        .await?;
    Ok(())
}

/// What a site holds for a query of [`shared::search::query`]: orders and shoppers, then what was
/// said, the latest first.
pub async fn find(env: &Env, site: &SiteKey, query: &str) -> worker::Result<Vec<Hit>> {
    let mut hits = find_kinds(env, site, NAMED, query, MAX_NAMED).await?;
    hits.extend(find_kinds(env, site, SAID, query, MAX_SAID).await?);
    Ok(hits)
}

async fn find_kinds(
    env: &Env,
    site: &SiteKey,
    kinds: &str,
    query: &str,
    limit: i64,
) -> worker::Result<Vec<Hit>> {
    // The index narrows the search to the site's own words; the comparison decides. An order leads
    // to the case of its shopper, if that one has said anything.
    let find = site_sql!(
        "SELECT t.kind, t.reference, t.at, snippet(search_index, 0, ?3, ?4, '…', ?5) AS excerpt,
                CASE WHEN t.kind <> 'order' OR EXISTS (
                  SELECT 1 FROM search_texts AS word
                  WHERE word.site = ?1 AND word.holder = t.contact AND word.kind = 'message'
                ) THEN t.contact END AS contact
         FROM search_index JOIN search_texts AS t ON t.id = search_index.rowid
         WHERE search_index MATCH ?2 AND t.site = ?1
         ORDER BY search_index.rowid DESC LIMIT ?6"
    );
    let query = format!("site : \"{site}\" AND kind : ({kinds}) AND {{words unseen}} : ({query})");
    let values = [
        text(&query),
        text(&FOUND.to_string()),
        text(&END.to_string()),
        number(EXCERPT_WORDS),
        number(limit),
    ];
    let rows: Vec<Row> = Directory::of(env, site)?.all(find, &values).await?;
    Ok(rows.into_iter().map(Row::hit).collect())
}

impl Row {
    #[allow(clippy::cast_possible_truncation)]
    fn hit(self) -> Hit {
        let is_said = matches!(self.kind, Kind::Message | Kind::Note);
        Hit {
            kind: self.kind,
            seq: self.reference.parse().ok().filter(|_| is_said),
            contact: self.contact.map(ContactId),
            at: Timestamp(self.at as i64),
            excerpt: pieces(&self.excerpt),
        }
    }
}
