//! Texts that agents send often, over HTTP and the agent's socket.

use serde_json::{Value, json};
use shared::language::Language;
use shared::protocol::Refusal;
use shared::protocol::desk::AgentCommand;
use shared::template::{Field, Fill};
use tests::agent::Agent;
use tests::hooks::TestOrder;
use tests::http::{Answer, Request};
use tests::shopper::new_cid;
use tests::site::Site;

use crate::{shop, visitor_of};

async fn ask(site: &Site, agent: &Agent, method: &'static str, path: &str, body: &Value) -> Answer {
    Request::new(method, format!("{}/desk/api/{path}", site.edge.url))
        .header("cookie", &agent.cookie)
        .header("origin", &site.edge.url)
        .json(body)
        .send()
        .await
}

async fn listed(site: &Site, agent: &Agent) -> Value {
    let url = format!("{}/desk/api/templates", site.edge.url);
    let answer = Request::new("GET", url)
        .header("cookie", &agent.cookie)
        .send()
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

fn lost(list: &Value) -> &Value {
    let templates = list["templates"].as_array().expect("a list");
    templates
        .iter()
        .find(|it| it["id"] == "lost" && it["language"] == "fr")
        .expect("every shop begins with it")
}

#[tokio::test]
async fn tg10_leads_write_templates_and_a_dropped_one_is_the_starter_again() {
    let site = shop().await;
    let lead = Agent::sign_in(&site, &site.hire("Ana", true).await).await;
    let agent = Agent::sign_in(&site, &site.hire("Ben", false).await).await;
    let own = json!({ "title": "Perdu", "subject": "Objet", "body": "Commande { $order }" });
    let refused = ask(&site, &agent, "PUT", "templates/fr/lost", &own).await;
    assert_eq!(refused.status, 403, "{}", refused.body);
    assert_eq!(listed(&site, &agent).await["may_edit"], false);

    let kept = ask(&site, &lead, "PUT", "templates/fr/lost", &own).await;
    assert_eq!(kept.status, 204, "{}", kept.body);
    let list = listed(&site, &agent).await;
    assert_eq!(lost(&list)["title"], "Perdu");
    assert_eq!(lost(&list)["own"]["by"], "Ana");
    let dropped = ask(&site, &lead, "DELETE", "templates/fr/lost", &json!({})).await;
    assert_eq!(dropped.status, 204, "{}", dropped.body);
    assert_eq!(lost(&listed(&site, &agent).await)["title"], "Colis perdu");

    let unfit = json!({ "title": "T", "subject": "S", "body": "{ $prenom }" });
    let answer = ask(&site, &lead, "PUT", "templates/fr/lost", &unfit).await;
    assert_eq!(answer.status, 400);
    assert!(answer.body.contains("no field prenom"), "{}", answer.body);
}

#[tokio::test]
async fn tg4_the_edge_refuses_what_the_agents_client_let_pass() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    let mut agent = Agent::sign_in(&site, &site.hire("Ben", false).await).await;
    agent.case(|case| case.contact == contact).await;
    let list = listed(&site, &agent).await;
    let pattern = lost(&list).clone();
    let asked = json!({ "contact": contact, "pattern": pattern, "language": "fr" });
    let draft = ask(&site, &agent, "POST", "drafts", &asked).await;
    assert_eq!(draft.status, 200, "{}", draft.body);
    let draft = draft.json();
    let number = order.number.trim_start_matches('#');
    let chat = draft["chat"].as_str().expect("a text");
    assert!(chat.contains(number), "{chat}");
    // Nothing of the order was sent, so no fact names a parcel.
    assert!(chat.contains('⟨'), "{chat}");
    let refused = agent.reply(&contact, chat).await;
    assert_eq!(refused, Err(Refusal::Flawed));
    let cid = new_cid();
    let stale = AgentCommand::Reply {
        cid: cid.clone(),
        contact: contact.clone(),
        text: "Livraison mercredi.".to_owned(),
        promise: None,
        fills: vec![Fill {
            field: Field::Estimate,
            value: "mercredi".to_owned(),
            language: Language::French,
            order: Some(order.number.clone()),
            parcel: None,
        }],
    };
    assert_eq!(agent.act(&stale, &cid).await, Err(Refusal::Flawed));
    agent
        .reply(&contact, "Bonjour, je regarde votre commande.")
        .await
        .expect("nothing is wrong with it");
}
