//! A payload that a parser could not read, read again after a new version was deployed.

use shared::language::Language;
use shared::protocol::desk::{AgentCommand, QuarantineState};
use shared::protocol::widget::Fact;
use tests::agent::Agent;
use tests::hooks::{self, TestOrder};
use tests::identity::Identity;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper};
use tests::site::Site;

#[tokio::test]
async fn wh5_a_payload_that_is_understood_at_last_takes_effect_once() {
    let mut server = Server::start("crash-replay").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let order = TestOrder::new();
    let credentials = Credentials {
        identity: Some(Identity::new(&site, &order.email).token()),
        language: Language::French,
        ..Credentials::default()
    };
    let mut buyer = Shopper::with(&site, credentials).await;
    let delivery = hooks::shopify(&site, "orders/create", b"{\"number\": ");
    assert_eq!(delivery.send().await.status, 200);
    let id = agent.added().await.id;

    // A parser that has learned to read a payload is this one with a payload that it can read.
    server.kill().expect("workerd runs");
    let body = order.body().to_string().replace('\'', "''");
    let edit = format!("UPDATE quarantine SET body = '{body}' WHERE id = {id}");
    server
        .edit_objects("DeskObject", &edit)
        .expect("the desk's database is there");
    server.restart().expect("workerd starts again");

    agent.resume().await.expect("the desk is there");
    for _ in 0..2 {
        agent.tell(&AgentCommand::ReplayQuarantined { id }).await;
        assert_eq!(agent.changed(id).await.state, QuarantineState::Replayed);
    }
    buyer.resume().await.expect("the edge is there");
    buyer
        .event(|event| match &event.fact {
            Fact::OrderUpdated { order: view } => view.number == order.number,
            _ => false,
        })
        .await;
    assert_eq!(buyer.history.len(), 1);
    assert_eq!(agent.quarantined_body(id).await, "");
    agent.resume().await.expect("the desk is there");
    assert!(agent.quarantine.is_empty());
}
