//! The merchant's list of parcels at risk.

use shared::protocol::parcels::{Risk, RiskPage};
use shared::time::Day;
use tests::agent::Agent;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder, day_in};
use tests::http::{Answer, Request};
use tests::site::Site;
use tests::until;

use crate::{place, shop_with_agent};

const DAY: i64 = 24 * 60;

#[tokio::test]
async fn a_parcel_that_is_late_is_listed_until_it_is_there() {
    let (site, agent) = shop_with_agent().await;
    let order = late_order();
    let buyer = place(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let scans = [(IN_TRANSIT, 2 * DAY)];
    assert_eq!(site.easypost(&order.tracker(0, &scans)).await, 200);
    until("it is listed", async || {
        page(&site, &agent, "")
            .await
            .counts
            .contains_key(&Risk::Late)
    })
    .await;
    let late = page(&site, &agent, "risk=late").await;
    assert_eq!(late.counts[&Risk::Late], 1);
    let [line] = late.parcels.as_slice() else {
        panic!("one line: {late:?}");
    };
    assert_eq!(line.number, order.number);
    assert_eq!(line.parcel.as_deref(), Some(order.tracking[0].as_str()));
    assert_eq!(line.carrier.as_deref(), Some("Colissimo"));
    assert_eq!(
        line.promised.as_ref().map(Day::as_str),
        Some(day_in(-6).as_str())
    );
    assert!(line.url.is_some());
    assert_eq!(line.contact.as_ref(), Some(&buyer.contact));
    assert!(page(&site, &agent, "risk=lost").await.parcels.is_empty());
    // Repeated, it is listed once; there, it is listed no more.
    assert_eq!(site.easypost(&order.tracker(0, &scans)).await, 200);
    let arrived = [(IN_TRANSIT, 2 * DAY), (DELIVERED, 5)];
    assert_eq!(site.easypost(&order.tracker(0, &arrived)).await, 200);
    until("it is listed no more", async || {
        page(&site, &agent, "").await == RiskPage::default()
    })
    .await;
}

#[tokio::test]
async fn lines_come_in_pages_the_longest_at_risk_first() {
    let (site, agent) = shop_with_agent().await;
    let orders: Vec<TestOrder> = (0..52).map(|_| late_order()).collect();
    for order in &orders {
        site.shopify("orders/create", &order.body()).await;
        site.shopify("fulfillments/create", &order.fulfillment(0))
            .await;
        let scan = order.tracker(0, &[(IN_TRANSIT, 2 * DAY)]);
        assert_eq!(site.easypost(&scan).await, 200);
    }
    until("all are listed", async || {
        let counts = page(&site, &agent, "").await.counts;
        counts.get(&Risk::Late) == Some(&52)
    })
    .await;
    let first = page(&site, &agent, "risk=late").await;
    let after = first.next.expect("there is a next page");
    let query: String = percent_encoded(&after);
    let second = page(&site, &agent, &format!("risk=late&after={query}")).await;
    assert_eq!((first.parcels.len(), second.parcels.len()), (50, 2));
    assert_eq!(second.next, None);
    let mut all = [first.parcels, second.parcels].concat();
    assert!(all.is_sorted_by_key(|line| line.since));
    all.sort_by(|one, other| one.number.cmp(&other.number));
    all.dedup_by(|one, other| one.number == other.number);
    assert_eq!(all.len(), 52, "a line came twice");
}

#[tokio::test]
async fn another_site_sees_nothing_and_a_senseless_question_is_refused() {
    let (site, _) = shop_with_agent().await;
    let (elsewhere, foreign) = shop_with_agent().await;
    let order = late_order();
    place(&site, &order).await;
    assert_eq!(page(&elsewhere, &foreign, "").await, RiskPage::default());
    for query in ["risk=Late", "risk=boring", "after=7", "after=[]"] {
        assert_eq!(
            ask(&elsewhere, &foreign, query).await.status,
            400,
            "{query}"
        );
    }
}

/// An order that was promised six days ago.
pub fn late_order() -> TestOrder {
    let mut order = TestOrder::new();
    order.placed = 12 * DAY;
    order.estimate = Some(day_in(-6));
    order
}

async fn page(site: &Site, agent: &Agent, query: &str) -> RiskPage {
    let answer = ask(site, agent, query).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_value(answer.json()).expect("a page")
}

async fn ask(site: &Site, agent: &Agent, query: &str) -> Answer {
    Request::new("GET", format!("{}/desk/api/parcels?{query}", site.edge.url))
        .header("cookie", &agent.cookie)
        .send()
        .await
}

pub fn percent_encoded(text: &str) -> String {
    let hex = hex::encode(text);
    let bytes = hex.as_bytes().chunks(2).map(String::from_utf8_lossy);
    bytes.flat_map(|byte| ["%".into(), byte]).collect()
}
