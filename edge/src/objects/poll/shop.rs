//! Reading a shop's orders, page by page.

use shared::hooks::HookSource;
use shared::order::polling::{Cursor, INTERVAL_MILLIS, Page};
use shared::order::woocommerce;
use shared::settings::WooCommerceApi;
use worker::{Result, console_log};

use super::{Inner, Round, Unheard};
use crate::clock::now;
use crate::intake;
use crate::sites::Site;

/// The status of an answer that holds a page.
const OK: u16 = 200;

impl Inner {
    /// Reads the next page, and keeps how far it went once its orders were kept.
    pub(super) async fn read_shop(&self, site: &Site) -> Result<Round> {
        let cursor = match self.store.cursor()? {
            Some(cursor) => cursor,
            None => Cursor::begin(now().0),
        };
        let page = match &site.rules.sources.woocommerce {
            Some(api) => self.woocommerce_page(api, &cursor).await,
            None => return Ok(Ok(())),
        };
        let page = match page {
            Ok(page) => page,
            Err(unheard) => return Ok(Err(unheard)),
        };
        if !page.problems.is_empty() {
            console_log!(
                "{} orders of site {} could not be read",
                page.problems.len(),
                self.site
            );
        }
        for update in &page.updates {
            intake::order(
                &self.env,
                &self.site,
                HookSource::Woocommerce,
                update.clone(),
            )
            .await?;
        }
        let step = cursor.after(&page, now().0);
        let wait = if step.more { 0 } else { INTERVAL_MILLIS };
        self.store
            .save_cursor(&step.cursor, now().0.plus_millis(wait))?;
        Ok(Ok(()))
    }

    async fn woocommerce_page(
        &self,
        api: &WooCommerceApi,
        cursor: &Cursor,
    ) -> std::result::Result<Page, Unheard> {
        let request = woocommerce::poll::request(cursor, &api.key, &api.secret);
        let answer = self
            .fetch(&api.base_url, &request.path, &request.headers, |status| {
                status == OK
            })
            .await?;
        woocommerce::poll::read(&answer.body).map_err(|problem| self.unreadable(problem))
    }
}
