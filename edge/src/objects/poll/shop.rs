//! Reading a shop's orders, page by page.

use shared::hooks::{Envelope, HookSource};
use shared::order::polling::{Cursor, INTERVAL_MILLIS, Page, Request, Unread};
use shared::order::{prestashop, woocommerce};
use shared::settings::{BaseUrl, PollSource, PrestaShopApi, WooCommerceApi};
use shared::time::Timestamp;
use worker::Result;

use super::{Inner, Round, Unheard};
use crate::clock::now;
use crate::intake;
use crate::peer::Answer;
use crate::sites::Site;

/// The status of an answer that holds what was asked for.
const OK: u16 = 200;

/// The header by which a webhook of `WooCommerce` says what happened.
const WOOCOMMERCE_TOPIC: &str = "x-wc-webhook-topic";

/// Statuses by which a shop says that a key may not read something, or that there is no such thing.
const WITHHELD: [u16; 4] = [401, 403, 404, 405];

impl Inner {
    /// Reads the next page, and keeps how far it went once its orders were kept.
    pub(super) async fn read_shop(&self, site: &Site) -> Result<Round> {
        let clock = self.shops_clock(site);
        let cursor = match self.store.cursor()? {
            Some(cursor) => cursor,
            None => Cursor::begin(clock),
        };
        let page = match self.next_page(site, &cursor).await {
            Ok(page) => page,
            Err(unheard) => return Ok(Err(unheard)),
        };
        let shop = match self.source {
            PollSource::Prestashop => HookSource::Prestashop,
            PollSource::Woocommerce | PollSource::Laposte => HookSource::Woocommerce,
        };
        for update in &page.updates {
            intake::order(&self.env, &self.site, shop, update.clone()).await?;
        }
        for unread in &page.unread {
            self.set_aside(shop, unread).await?;
        }
        let step = cursor.after(&page, clock);
        let wait = if step.more { 0 } else { INTERVAL_MILLIS };
        self.store
            .save_cursor(&step.cursor, now().0.plus_millis(wait))?;
        Ok(Ok(()))
    }

    /// Keeps an order that could not be read for the merchant, as if a webhook had brought it.
    async fn set_aside(&self, shop: HookSource, unread: &Unread) -> Result<()> {
        let topic = |name: &str| (name == WOOCOMMERCE_TOPIC).then(|| "order.updated".to_owned());
        let envelope = Envelope {
            header: &topic,
            body: unread.body.as_bytes(),
            received_at: now().0,
        };
        intake::set_aside(&self.env, &self.site, shop, &envelope, unread.problem).await
    }

    /// The time now by the clock by which the shop dates its orders.
    fn shops_clock(&self, site: &Site) -> Timestamp {
        match self.source {
            PollSource::Prestashop => prestashop::poll::clock(now().0, site.zone),
            PollSource::Woocommerce | PollSource::Laposte => now().0,
        }
    }

    async fn next_page(&self, site: &Site, cursor: &Cursor) -> std::result::Result<Page, Unheard> {
        let sources = &site.rules.sources;
        match (&sources.woocommerce, &sources.prestashop, self.source) {
            (Some(api), _, PollSource::Woocommerce) => self.woocommerce_page(api, cursor).await,
            (_, Some(api), PollSource::Prestashop) => self.prestashop_page(api, site, cursor).await,
            _ => Ok(Page::default()),
        }
    }

    async fn woocommerce_page(
        &self,
        api: &WooCommerceApi,
        cursor: &Cursor,
    ) -> std::result::Result<Page, Unheard> {
        let request = woocommerce::poll::request(cursor, &api.key, &api.secret);
        let answer = self.get(&api.base_url, &request, &[]).await?;
        woocommerce::poll::read(&answer.body).map_err(|problem| self.unreadable(problem))
    }

    async fn prestashop_page(
        &self,
        api: &PrestaShopApi,
        site: &Site,
        cursor: &Cursor,
    ) -> std::result::Result<Page, Unheard> {
        let request = prestashop::poll::request(cursor, &api.key);
        let answer = self.get(&api.base_url, &request, &[]).await?;
        let orders = prestashop::poll::Orders::read(&answer.body)
            .map_err(|problem| self.unreadable(problem))?;
        let mut answers = Vec::new();
        for (resource, request) in orders.related(&api.key) {
            let answer = self.get(&api.base_url, &request, &WITHHELD).await?;
            if answer.status == OK {
                answers.push((resource, answer.body));
            }
        }
        Ok(orders.page(&answers, site.zone))
    }

    async fn get(
        &self,
        base_url: &BaseUrl,
        request: &Request,
        also_usable: &[u16],
    ) -> std::result::Result<Answer, Unheard> {
        let usable = |status| status == OK || also_usable.contains(&status);
        self.fetch(base_url, &request.path, &request.headers, usable)
            .await
    }
}
