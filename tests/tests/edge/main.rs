//! The edge on workerd, asked by its protocols. One edge serves all tests of this file; each
//! has sites of its own, so that none sees another's.

mod after;
mod articles;
mod audit;
mod canaries;
mod clocks;
mod conversation;
mod crowded;
mod cutoffs;
mod demo;
mod directory;
mod fixtures;
mod guesses;
mod handoff;
mod hooks;
mod household;
mod identity;
mod isolation;
mod keys;
mod labels;
mod limits;
mod logs;
mod lookup;
mod notes;
mod notices;
mod orders;
mod pages;
mod polls;
mod presence;
mod privacy;
mod promises;
mod quarantine;
mod queue;
mod redress;
mod report;
mod retention;
mod risks;
mod search;
mod secrets;
mod settings;
mod signing_in;
mod sources;
mod staff;
mod templates;
mod timers;
mod trust;
mod waiting;

use std::sync::OnceLock;

use shared::language::Language;
use shared::protocol::widget::Fact;
use tests::agent::Agent;
use tests::hooks::TestOrder;
use tests::identity::Identity;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;

/// The edge that all tests share.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start("edge").expect("an edge that was built starts"))
}

/// A site of one's own.
async fn shop() -> Site {
    Site::new("Atelier des Tests")
        .provision(&server().edge())
        .await
}

/// A site of one's own with an agent at its desk.
async fn shop_with_agent() -> (Site, Agent) {
    let site = shop().await;
    let account = site.hire("Camille Roux", false).await;
    let agent = Agent::sign_in(&site, &account).await;
    (site, agent)
}

/// The shopper of an order, signed in at the shop with the order's verified e-mail.
async fn buyer(site: &Site, order: &TestOrder, language: Language) -> Shopper {
    let credentials = Credentials {
        identity: Some(Identity::new(site, &order.email).token()),
        language,
        ..Credentials::default()
    };
    Shopper::with(site, credentials).await
}

/// Sends an order, and waits until its buyer was told: then the directory knows it as well.
async fn place(site: &Site, order: &TestOrder) -> Shopper {
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    let mut buyer = buyer(site, order, Language::French).await;
    buyer
        .event(|event| matches!(&event.fact, Fact::OrderUpdated { .. } | Fact::Notice { .. }))
        .await;
    buyer
}

/// A visitor who has shown that an order is theirs.
async fn visitor_of(site: &Site, order: &TestOrder) -> Shopper {
    place(site, order).await;
    let mut visitor = Shopper::new(site).await;
    let seq = visitor.verify(&order.number, &order.postcode).await;
    let answer = visitor.answer_after(seq).await;
    assert!(answer.card.is_some(), "{answer:?}");
    visitor
}
