//! Who lives or pays together, as an agent is told of it.

use serde_json::{Value, json};
use shared::household::{Household, Kin, OpenParcel};
use shared::ids::ContactId;
use shared::language::Language;
use shared::tracking::Status;
use tests::agent::Agent;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder};
use tests::http::{Answer, Request};
use tests::shopper::Shopper;
use tests::site::Site;
use tests::until;

use crate::privacy::erase;
use crate::{buyer, server, shop_with_agent, visitor_of};

/// A street that no other test names.
const STREET: &str = "14 rue du Grelottier";

#[tokio::test]
async fn hh2_an_agent_is_told_how_many_others_ordered_and_where_their_parcels_are() {
    let (site, agent) = shop_with_agent().await;
    let (mine, theirs) = (TestOrder::in_two_parcels(), TestOrder::in_two_parcels());
    place_at(&site, &mine, STREET, &json!({})).await;
    place_at(&site, &theirs, "14, R. DU GRELOTTIER", &json!({})).await;
    for (parcel, code) in [(0, IN_TRANSIT), (1, DELIVERED)] {
        site.shopify("fulfillments/create", &theirs.fulfillment(parcel))
            .await;
        site.easypost(&theirs.tracker(parcel, &[(code, 20)])).await;
    }
    let shopper = visitor_at(&site, &mine, STREET).await;
    let on_its_way = OpenParcel {
        status: Status::InTransit,
        estimate: None,
    };
    let address = Kin {
        orders: 1,
        gifts: 0,
        parcels: vec![on_its_way],
    };
    becomes(&site, &agent, &shopper.contact, &address).await;

    // What names them is nowhere in the answer.
    let told = ask(&site, &agent, shopper.contact.as_str()).await.body;
    let number = theirs.number.trim_start_matches('#');
    for secret in [number, &theirs.email, &theirs.tracking[0], "Train"] {
        assert!(!told.contains(secret), "{told}");
    }
    // Nor is the address anywhere that the edge writes to.
    let stored = server().stored().expect("the databases are there");
    assert!(!stored.to_lowercase().contains("grelottier"));
    assert_eq!(ask(&site, &agent, "nobody").await.status, 404);
}

#[tokio::test]
async fn hh5_a_household_is_linked_and_not_merged() {
    let (site, agent) = shop_with_agent().await;
    let (elsewhere, outsider) = shop_with_agent().await;
    let (mine, theirs) = (TestOrder::new(), TestOrder::new());
    for order in [&mine, &theirs] {
        place_at(&site, order, STREET, &json!({})).await;
    }
    let shopper = visitor_at(&site, &mine, STREET).await;
    becomes(&site, &agent, &shopper.contact, &kin(1)).await;

    // The shopper, to whom everything is told that the contact knows, hears of one order.
    let again = shopper.another().await;
    let heard = serde_json::to_string(&again.history).expect("a history is JSON");
    assert!(heard.contains(&mine.number), "{heard}");
    assert!(!heard.contains(&theirs.number), "{heard}");

    // The same address at another shop is of nobody here.
    let abroad = TestOrder::new();
    place_at(&elsewhere, &abroad, STREET, &json!({})).await;
    let stranger = visitor_at(&elsewhere, &abroad, STREET).await;
    assert_eq!(
        household(&elsewhere, &outsider, &stranger.contact).await,
        Household::default()
    );
    assert_eq!(
        household(&site, &agent, &shopper.contact).await.address,
        kin(1)
    );
    assert_eq!(
        household(&elsewhere, &outsider, &shopper.contact).await,
        Household::default()
    );
}

#[tokio::test]
async fn hh3_nobody_learns_of_a_present_by_the_address() {
    let (site, agent) = shop_with_agent().await;
    let [mine, surprise, open, other] = [(); 4].map(|()| TestOrder::new());
    place_at(&site, &mine, STREET, &json!({})).await;
    let note = |value| json!({ "note_attributes": [{ "name": "cadeau", "value": value }] });
    place_at(&site, &surprise, STREET, &note("secret")).await;
    place_at(&site, &open, STREET, &note("oui")).await;
    // The directory has heard of the presents once it knows of what came after them.
    place_at(&site, &other, STREET, &json!({})).await;
    let shopper = visitor_at(&site, &mine, STREET).await;
    becomes(&site, &agent, &shopper.contact, &kin(1)).await;

    // Whoever gave the surprise is told of those who live there neither: it is not their home.
    let giver = buyer(&site, &surprise, Language::French).await;
    until("the directory knows the giver", async || {
        let stored = server().stored().expect("the databases are there");
        let knows = |line: &&str| line.contains(" household_contacts ");
        let mut rows = stored.lines().filter(knows);
        rows.any(|row| row.contains(giver.contact.as_str()))
    })
    .await;
    assert_eq!(
        household(&site, &agent, &giver.contact).await,
        Household::default()
    );
}

#[tokio::test]
async fn hh6_a_buyer_who_is_erased_is_of_no_household() {
    let (site, agent) = shop_with_agent().await;
    let (mine, theirs) = (TestOrder::new(), TestOrder::new());
    for order in [&mine, &theirs] {
        place_at(&site, order, STREET, &json!({})).await;
    }
    let shopper = visitor_at(&site, &mine, STREET).await;
    let them = buyer(&site, &theirs, Language::French).await;
    until("the other is bound", async || {
        !them_rows(&them.contact).is_empty()
    })
    .await;
    becomes(&site, &agent, &shopper.contact, &kin(1)).await;
    assert!(erase(&site, them.contact.as_str()).await.done_at.is_some());
    becomes(&site, &agent, &shopper.contact, &kin(0)).await;
    assert_eq!(them_rows(&them.contact), Vec::<String>::new());

    // What the shop says of the order later brings nothing back.
    let mut again = at(&theirs, STREET);
    again["updated_at"] = json!(tests::hooks::ago(1));
    assert_eq!(site.shopify("orders/updated", &again).await, 200);
    assert_eq!(
        household(&site, &agent, &shopper.contact).await.address,
        kin(0)
    );
}

fn kin(orders: u32) -> Kin {
    Kin {
        orders,
        ..Kin::default()
    }
}

/// What the directory has of a contact in a household.
fn them_rows(contact: &ContactId) -> Vec<String> {
    let stored = server().stored().expect("the databases are there");
    let rows = stored
        .lines()
        .filter(|row| row.contains(" household_contacts ") && row.contains(contact.as_str()));
    rows.map(str::to_owned).collect()
}

/// An order as the shop tells it, with its street.
fn at(order: &TestOrder, street: &str) -> Value {
    let mut body = order.body();
    body["shipping_address"]["address1"] = json!(street);
    body
}

/// Has the shop tell an order that goes to a street, with something more.
async fn place_at(site: &Site, order: &TestOrder, street: &str, more: &Value) {
    let mut body = at(order, street);
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    assert_eq!(site.shopify("orders/create", &body).await, 200);
}

/// A visitor who knows the postcode of an order.
async fn visitor_at(site: &Site, order: &TestOrder, street: &str) -> Shopper {
    let visitor = visitor_of(site, order).await;
    // What the helper told of the order anew had no street.
    let mut body = at(order, street);
    body["updated_at"] = json!(tests::hooks::ago(1));
    assert_eq!(site.shopify("orders/updated", &body).await, 200);
    visitor
}

/// Waits until an agent is told of a contact's address.
async fn becomes(site: &Site, agent: &Agent, contact: &ContactId, address: &Kin) {
    until("the household is told", async || {
        household(site, agent, contact).await.address == *address
    })
    .await;
}

async fn household(site: &Site, agent: &Agent, contact: &ContactId) -> Household {
    let answer = ask(site, agent, contact.as_str()).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_value(answer.json()).expect("a household")
}

async fn ask(site: &Site, agent: &Agent, contact: &str) -> Answer {
    let url = format!("{}/desk/api/contacts/{contact}/household", site.edge.url);
    Request::new("GET", url)
        .header("cookie", &agent.cookie)
        .send()
        .await
}
