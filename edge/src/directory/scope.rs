//! The directory as one site sees it.
//!
//! Every statement says `?1` for its site, and only a [`Directory`], which can't be made without a
//! site, puts one there. A statement that forgets its site doesn't compile. What is found by a
//! credential, which itself says whose it is, has a way of its own: [`by_credential`].

use serde::de::DeserializeOwned;
use shared::ids::SiteKey;
use worker::wasm_bindgen::JsValue;
use worker::{D1Database, D1PreparedStatement, D1Result, Env, Result};

use super::text;
use crate::bindings::DIRECTORY;

/// A statement about one site.
pub struct SiteSql(&'static str);

/// A statement about one site, refused at compile time if it forgets which.
macro_rules! site_sql {
    ($text:literal) => {
        const { &$crate::directory::scope::SiteSql::new($text) }
    };
}
pub(crate) use site_sql;

/// The directory of one site.
pub struct Directory {
    db: D1Database,
    site: SiteKey,
}

impl SiteSql {
    /// Takes a statement that is bound to `?1`, by a condition or as the first of its values.
    pub const fn new(text: &'static str) -> Self {
        let inserts = contains(text, "(site, ") && contains(text, "(?1, ");
        assert!(
            inserts || contains(text, "site = ?1"),
            "a statement must be about one site: site = ?1"
        );
        Self(text)
    }
}

impl Directory {
    /// The directory of a site.
    pub fn of(env: &Env, site: &SiteKey) -> Result<Self> {
        Ok(Self {
            db: env.d1(DIRECTORY)?,
            site: site.clone(),
        })
    }

    /// A statement with its values; those of `?2` and further.
    pub fn statement(&self, sql: &SiteSql, values: &[JsValue]) -> Result<D1PreparedStatement> {
        let bound = [&[text(self.site.as_str())], values].concat();
        self.db.prepare(sql.0).bind(&bound)
    }

    /// Runs a statement. Says how many rows it wrote.
    pub async fn run(&self, sql: &SiteSql, values: &[JsValue]) -> Result<usize> {
        rows_written(&self.statement(sql, values)?.run().await?)
    }

    /// The first row of a query.
    pub async fn first<T: DeserializeOwned>(
        &self,
        sql: &SiteSql,
        values: &[JsValue],
    ) -> Result<Option<T>> {
        self.statement(sql, values)?.first(None).await
    }

    /// The rows of a query.
    pub async fn all<T: DeserializeOwned>(
        &self,
        sql: &SiteSql,
        values: &[JsValue],
    ) -> Result<Vec<T>> {
        self.statement(sql, values)?.all().await?.results()
    }

    /// Runs statements as one: all take effect, or none. Says how many rows each wrote.
    pub async fn batch(&self, statements: Vec<D1PreparedStatement>) -> Result<Vec<usize>> {
        let results = self.db.batch(statements).await?;
        results.iter().map(rows_written).collect()
    }
}

/// What a credential's hash opens, whichever site that is of. The row says which.
pub async fn by_credential<T: DeserializeOwned>(
    env: &Env,
    sql: &'static str,
    values: &[JsValue],
) -> Result<Option<T>> {
    env.d1(DIRECTORY)?
        .prepare(sql)
        .bind(values)?
        .first(None)
        .await
}

fn rows_written(result: &D1Result) -> Result<usize> {
    let meta = result.meta()?;
    Ok(meta.and_then(|meta| meta.changes).unwrap_or_default())
}

const fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let mut start = 0;
    while start + part.len() <= text.len() {
        let mut length = 0;
        while length < part.len() && text[start + length] == part[length] {
            length += 1;
        }
        if length == part.len() {
            return true;
        }
        start += 1;
    }
    false
}
