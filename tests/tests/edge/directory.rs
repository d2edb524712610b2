//! The directory, lost and asked back from the objects.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::Value;
use shared::language::Language;
use shared::protocol::promise::PromiseKind;
use shared::protocol::widget::Card;
use tests::agent::Agent;
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::http::{Answer, Request};
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;
use tests::until;

use crate::buyer;
use crate::promises::pledge;
use crate::risks::{late_order, percent_encoded};

/// What the directory knows from the objects.
const DERIVED: [&str; 8] = [
    "orders",
    "contacts",
    "promises",
    "parcel_risks",
    "search_texts",
    "report_facts",
    "households",
    "household_contacts",
];

/// With how much a shopper comes: more than a contact's state has room for.
const CONCERNS: usize = 24;

/// How many orders there are: more than a page asks.
const ORDERS: usize = 45;

#[tokio::test]
async fn tr29_a_directory_that_was_lost_is_asked_back_from_the_objects() {
    let mut server = Server::start("directory").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let late = late_order();
    for order in (1..ORDERS).map(|_| TestOrder::new()).chain([late.clone()]) {
        assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    }
    site.shopify("fulfillments/create", &late.fulfillment(0))
        .await;
    site.easypost(&late.tracker(0, &[(IN_TRANSIT, 2 * 24 * 60)]))
        .await;
    let mut buyer = buyer(&site, &late, Language::French).await;
    buyer.ask_for_human().await;
    let contact = buyer.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent
        .promise(&contact, "C’est noté.", pledge(PromiseKind::Refund, 1))
        .await
        .expect("nobody has it");
    until("the directory knows all", async || {
        let rows = rows(&server);
        let count = |table: &&str| rows.iter().filter(|row| row.starts_with(table)).count();
        let listed = rows
            .iter()
            .any(|row| row.starts_with("parcel_risks") && row.contains(contact.as_str()));
        let counts: Vec<usize> = DERIVED[..3].iter().map(count).collect();
        let said = rows.iter().any(|row| row.contains("C’est noté."));
        let counted = rows
            .iter()
            .any(|row| row.starts_with("report_facts") && row.contains("regular"));
        let linked = rows
            .iter()
            .any(|row| row.starts_with("household_contacts") && row.contains(contact.as_str()));
        listed && said && counted && linked && counts == [ORDERS, 1, 1]
    })
    .await;
    let before = rows(&server);

    server.kill().expect("the edge ends");
    for table in DERIVED {
        server
            .edit_directory(&format!("DELETE FROM {table}"))
            .expect("the directory is lost");
    }
    server.restart().expect("the edge starts again");
    assert_eq!(rows(&server), BTreeSet::new());
    // A stranger with the right proof finds nothing.
    let mut stranger = Shopper::new(&site).await;
    assert!(!opens(&mut stranger, &late).await);

    // Asked from the beginning, and from the beginning again: the second time changes nothing.
    for _ in 0..2 {
        let first = rebuilt(&site, None).await;
        assert_eq!(first["asked"], 40);
        let next = first["next"].as_str().expect("there is a next page");
        let second = rebuilt(&site, Some(next)).await;
        // The orders and the buyer, and the stranger once what they said is searched.
        let asked = second["asked"].as_u64().expect("a count");
        assert!((6..=7).contains(&asked), "{second}");
        assert_eq!(second["next"], Value::Null);
        until("the directory is as it was", async || {
            let mut rows = rows(&server);
            rows.retain(|row| !row.contains(stranger.contact.as_str()));
            rows == before
        })
        .await;
    }
    assert!(opens(&mut stranger, &late).await);
    assert_eq!(ask(&site, Some("nobody")).await.status, 400);
}

#[tokio::test]
async fn tr29_what_a_contact_has_no_room_for_is_told_again_as_well() {
    let mut server = Server::start("directory-facts").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    for _ in 1..CONCERNS {
        agent.reply(&contact, "C’est réglé.").await.expect("theirs");
        agent.resolve(&contact).await.expect("theirs");
        shopper.say("Mon colis est encore perdu").await;
        // No faster than an agent's socket may be.
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    until("the report knows of all", async || {
        facts(&server).len() == CONCERNS
    })
    .await;
    let before = facts(&server);

    server.kill().expect("the edge ends");
    server
        .edit_directory("DELETE FROM report_facts")
        .expect("the directory is lost");
    server.restart().expect("the edge starts again");
    rebuilt(&site, None).await;
    until("the report is as it was", async || facts(&server) == before).await;
}

/// Whether a right proof opens an order.
async fn opens(shopper: &mut Shopper, order: &TestOrder) -> bool {
    let seq = shopper.verify(&order.number, &order.postcode).await;
    let card = shopper.answer_after(seq).await.card;
    matches!(card, Some(Card::Order { .. }))
}

/// What the directory knows from the objects, a line a row, without when that was noted.
fn rows(server: &Server) -> BTreeSet<String> {
    let stored = server.stored().expect("the databases are there");
    let rows = stored.lines().filter_map(|line| {
        let (file, row) = line.split_once(' ')?;
        let (table, values) = row.split_once(' ')?;
        if !file.contains("D1DatabaseObject") || !DERIVED.contains(&table) {
            return None;
        }
        let mut values: Value = serde_json::from_str(values).expect("a row is JSON");
        // When it was told, and in which order.
        for of_telling in ["updated_at", "id"] {
            values[of_telling] = Value::Null;
        }
        Some(format!("{table} {values}"))
    });
    rows.collect()
}

/// Those of them that the report is made of.
fn facts(server: &Server) -> BTreeSet<String> {
    let mut rows = rows(server);
    rows.retain(|row| row.starts_with("report_facts"));
    rows
}

async fn rebuilt(site: &Site, after: Option<&str>) -> Value {
    let answer = ask(site, after).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

/// Asks for a page, as the operator.
pub async fn ask(site: &Site, after: Option<&str>) -> Answer {
    let query = after.map(|after| format!("?after={}", percent_encoded(after)));
    let url = format!(
        "{}/api/v1/sites/{}/directory{}",
        site.edge.url,
        site.key,
        query.unwrap_or_default()
    );
    let operator = format!("Bearer {}", site.edge.operator_token);
    Request::new("POST", url)
        .header("authorization", operator)
        .send()
        .await
}
