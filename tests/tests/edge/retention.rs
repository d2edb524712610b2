//! What is past its time goes by itself, also when its alarm was missed.

use serde_json::{Value, json};
use shared::protocol::promise::PromiseKind;
use shared::protocol::staff::Role;
use shared::protocol::widget::Fact;
use tests::agent::Agent;
use tests::hooks::TestOrder;
use tests::http::{Answer, Request};
use tests::random_hex;
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;
use tests::until;

use crate::promises::pledge;

/// Makes everything of contacts but what is young 32 days older, and the look overdue.
const AGE_CONTACTS: &str = "
    UPDATE contact SET epoch = epoch - 2764800;
    UPDATE events SET at = at - 2764800000 WHERE fact NOT LIKE '%young%';
    UPDATE alarms SET due = 1 WHERE name = 'retention'";

/// Makes orders old, and the look overdue.
const AGE_ORDERS: &str = "
    UPDATE record SET record = json_set(record, '$.heard_at', 1);
    UPDATE alarms SET due = 1 WHERE name = 'retention'";

/// Makes what was kept old, and the look overdue.
const AGE_PROMISES: &str = "
    UPDATE contact SET state = json_set(state, '$.promises[0].standing.at', 1);
    UPDATE alarms SET due = 1 WHERE name = 'retention'";

/// Makes what shoppers came with old, and the look overdue.
const AGE_CONCERNS: &str = "
    UPDATE contact SET state = json_set(state, '$.concerns[0].opened_at', 1);
    UPDATE alarms SET due = 1 WHERE name = 'retention'";

#[tokio::test]
async fn tr28_a_promise_that_was_kept_long_ago_is_forgotten_by_the_directory_too() {
    let mut server = Server::start("retention-promises").expect("an edge that was built starts");
    let site = forgetful(&server).await;
    let account = site.hire("Camille", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    let refund = pledge(PromiseKind::Refund, 1);
    let made = agent.promise(&contact, "Je vous rembourse.", refund).await;
    let made = made.expect("nobody has it");
    agent.keep(&contact, made).await.expect("it is open");
    until("the directory has it as kept", async || {
        rows_of_promises(&server, "\"standing\":\"kept\"") == 1
    })
    .await;

    server.kill().expect("the edge ends");
    server
        .edit_objects("ContactObject", AGE_PROMISES)
        .expect("time passes");
    server
        .edit_directory("UPDATE promises SET settled_at = 1")
        .expect("time passes");
    server
        .ring_alarms("ContactObject")
        .expect("the platform knows the alarm");
    server.restart().expect("the edge starts again");
    until("nothing is left of it", async || {
        rows_of_promises(&server, "") == 0
    })
    .await;
}

#[tokio::test]
async fn tr28_what_a_shopper_came_with_long_ago_is_forgotten_by_the_report_too() {
    let mut server = Server::start("retention-report").expect("an edge that was built starts");
    let site = forgetful(&server).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Où est mon colis ?").await;
    let facts = |server: &Server| rows_of(server, " report_facts ", shopper.contact.as_str());
    until("the report knows of it", async || facts(&server) == 1).await;

    server.kill().expect("the edge ends");
    server
        .edit_objects("ContactObject", AGE_CONCERNS)
        .expect("time passes");
    server
        .edit_directory("UPDATE report_facts SET at = 1")
        .expect("time passes");
    server
        .ring_alarms("ContactObject")
        .expect("the platform knows the alarm");
    server.restart().expect("the edge starts again");
    until("nothing is left of it", async || facts(&server) == 0).await;
}

/// How many rows of the directory's promises have a text.
fn rows_of_promises(server: &Server, text: &str) -> usize {
    rows_of(server, " promises ", text)
}

fn rows_of(server: &Server, table: &str, text: &str) -> usize {
    let stored = server.stored().expect("the databases are there");
    let rows = stored.lines().filter(|row| row.contains(table));
    rows.filter(|row| row.contains(text)).count()
}

#[tokio::test]
async fn tr28_what_is_past_its_time_goes_and_the_rest_stays() {
    let mut server = Server::start("retention").expect("an edge that was built starts");
    let site = forgetful(&server).await;
    let owner = site.hire_as("Camille Roux", Role::Owner).await;
    let agent = Agent::sign_in(&site, &owner).await;
    let [silent_word, old_word, waiting_word] = [random_hex(), random_hex(), random_hex()];
    let mut silent = Shopper::new(&site).await;
    silent.say(&silent_word).await;
    let mut regular = Shopper::new(&site).await;
    regular.say(&old_word).await;
    // Two words in a row that the bot doesn't understand would go to a human.
    regular.say("Bonjour").await;
    regular.say("young at heart").await;
    regular.settle().await;
    let count = regular.history.len();
    let mut waiting = Shopper::new(&site).await;
    waiting.say(&waiting_word).await;
    waiting.ask_for_human().await;
    until("what was said is searched", async || {
        let stored = server.stored().expect("the databases are there");
        let is_searched = |word| {
            let mut rows = stored.lines().filter(|row| row.contains("search_texts"));
            rows.any(|row| row.contains(word))
        };
        is_searched(&silent_word) && is_searched(&old_word)
    })
    .await;

    server.kill().expect("the edge ends");
    server
        .edit_objects("ContactObject", AGE_CONTACTS)
        .expect("time passes");
    server.restart().expect("the edge starts again");
    // Whoever looks at a contact wakes it.
    until("the silent contact is gone", async || {
        export(&site, &silent).await.status == 404
    })
    .await;
    until("the old word is gone", async || {
        !export(&site, &regular).await.body.contains(&old_word)
    })
    .await;
    let left = export(&site, &regular).await.json();
    let events = left["events"].as_array().expect("events");
    assert_eq!(events.len(), count, "numbers have no gaps");
    let hidden = serde_json::to_value(Fact::Hidden).expect("a fact is JSON");
    assert_eq!(events[0]["fact"], hidden);
    assert!(left.to_string().contains("young at heart"), "{left}");
    let kept = export(&site, &waiting).await;
    assert!(kept.body.contains(&waiting_word), "{}", kept.body);

    let stored = server.stored().expect("the databases are there");
    for word in [&silent_word, &old_word] {
        let left: Vec<&str> = stored.lines().filter(|row| row.contains(word)).collect();
        assert!(left.is_empty(), "{left:#?}");
    }
    let url = format!("{}/desk/api/audit", site.edge.url);
    let trail = Request::new("GET", url).header("cookie", &agent.cookie);
    let trail: Value = trail.send().await.json();
    let erased = trail["trail"].as_array().expect("a trail").iter();
    let erased: Vec<&Value> = erased
        .filter(|entry| entry["action"] == "contact_erased")
        .collect();
    assert_eq!(erased.len(), 1, "{trail}");
    assert_eq!(erased[0]["actor"], "retention");
    assert_eq!(erased[0]["subject"], json!(silent.contact));
}

#[tokio::test]
async fn tr28_who_bought_an_order_that_nobody_asked_about_is_forgotten() {
    let mut server = Server::start("retention-orders").expect("an edge that was built starts");
    let site = forgetful(&server).await;
    let mut order = TestOrder::new();
    order.email = format!("{}@mail.example", random_hex());
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    until("the directory has the order", async || {
        let stored = server.stored().expect("the databases are there");
        stored
            .lines()
            .filter(|row| row.contains(&order.email))
            .count()
            > 1
    })
    .await;
    server.kill().expect("the edge ends");
    server
        .edit_objects("OrderObject", AGE_ORDERS)
        .expect("time passes");
    server.restart().expect("the edge starts again");
    // Whoever asks for it wakes it.
    let mut stranger = Shopper::new(&site).await;
    stranger.verify(&order.number, "nobody@mail.example").await;
    until("the buyer is forgotten", async || {
        let stored = server.stored().expect("the databases are there");
        !stored.contains(&order.email)
    })
    .await;
}

async fn forgetful(server: &Server) -> Site {
    let mut site = Site::new("Atelier oublieux");
    site.rules["retention_days"] = json!(30);
    site.provision(&server.edge()).await
}

/// Asks, as the operator, for what is kept of a shopper.
async fn export(site: &Site, shopper: &Shopper) -> Answer {
    let (edge, key, contact) = (&site.edge, &site.key, &shopper.contact);
    let url = format!("{}/api/v1/sites/{key}/contacts/{contact}", edge.url);
    let operator = format!("Bearer {}", edge.operator_token);
    Request::new("GET", url)
        .header("authorization", operator)
        .send()
        .await
}
