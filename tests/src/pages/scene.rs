//! What most tests begin with: a site, its shop, an order.

use anyhow::Result;

use super::demo::{self, CUSTOMER_EMAIL, DemoShop};
use super::merchant::{self, Merchant, Premises};
use crate::hooks::{IN_TRANSIT, TestOrder};
use crate::server::Edge;
use crate::site::Site;

/// A merchant at the edge, with the demo shop for its pages.
pub struct Scene {
    /// The merchant.
    pub site: Site,
    /// Its pages.
    pub shop: DemoShop,
}

impl Scene {
    /// A merchant as most are.
    pub async fn set(edge: &Edge) -> Result<Self> {
        Self::arranged(edge, |_| ()).await
    }

    /// The same with something changed at the site before the edge knows it.
    pub async fn arranged(edge: &Edge, arrange: impl FnOnce(&mut Site)) -> Result<Self> {
        let (port, url) = demo::reserve()?;
        let mut site = Site::new("Atelier des Rennes");
        site.origins = vec![url];
        arrange(&mut site);
        let site = site.provision(edge).await;
        let shop = DemoShop::start(&site, port)?;
        Ok(Self { site, shop })
    }

    /// The address of a page of the shop.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.shop.url)
    }
}

/// A merchant at the edge with a page of its own: the language of the page, and its script tag.
pub async fn one_page(edge: &Edge, language: &str) -> Result<(Site, Merchant)> {
    let premises = Premises::find()?;
    let mut site = Site::new("Marie’s mugs");
    site.origins = vec![premises.url.clone()];
    let site = site.provision(edge).await;
    let tag = merchant::script_tag(&edge.url, &site.key);
    let merchant = premises.serve(merchant::page(language, &tag));
    Ok((site, merchant))
}

/// An order of the demo shop's customer.
pub fn customers_order() -> TestOrder {
    TestOrder {
        email: CUSTOMER_EMAIL.to_owned(),
        ..TestOrder::new()
    }
}

/// The shop ships an order's parcel, and the carrier has it.
pub async fn ship(site: &Site, order: &TestOrder) {
    let sent = site
        .shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    assert_eq!(sent, 200);
    let scanned = site.easypost(&order.tracker(0, &[(IN_TRANSIT, 20)])).await;
    assert_eq!(scanned, 200);
}

/// An order's number as a shopper writes it, without the mark.
pub fn plain_number(order: &TestOrder) -> &str {
    order.number.trim_start_matches('#')
}
