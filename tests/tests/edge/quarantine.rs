//! What was set aside: read again by an agent, or put away.

use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent, QuarantineState};
use shared::source::Malformed;
use tests::agent::Agent;
use tests::hooks;
use tests::site::Site;

use crate::shop_with_agent;

#[tokio::test]
async fn what_is_still_not_understood_stays_and_tells_why() {
    let (site, mut agent) = shop_with_agent().await;
    let id = set_aside(&site, &mut agent).await;
    agent.tell(&AgentCommand::ReplayQuarantined { id }).await;
    let entry = agent.changed(id).await;
    assert_eq!(entry.state, QuarantineState::Waiting);
    assert!(entry.tried_at >= Some(entry.at), "{entry:?}");
    assert_eq!(entry.problem, Malformed::NotAnObject);
    agent.resume().await.expect("the desk is there");
    assert_eq!(agent.quarantine, [entry]);
}

#[tokio::test]
async fn what_is_put_away_is_forgotten_and_does_not_come_back() {
    let (site, mut agent) = shop_with_agent().await;
    let id = set_aside(&site, &mut agent).await;
    assert_eq!(agent.quarantined_body(id).await, BROKEN);
    agent.tell(&AgentCommand::DiscardQuarantined { id }).await;
    assert_eq!(agent.changed(id).await.state, QuarantineState::Discarded);
    assert_eq!(agent.quarantined_body(id).await, "");
    // Nor is it read again.
    agent.tell(&AgentCommand::ReplayQuarantined { id }).await;
    assert_eq!(agent.changed(id).await.state, QuarantineState::Discarded);
    let again = hooks::shopify(&site, "orders/create", BROKEN.as_bytes());
    assert_eq!(again.send().await.status, 200);
    agent.resume().await.expect("the desk is there");
    assert!(agent.quarantine.is_empty());
}

#[tokio::test]
async fn an_entry_of_another_site_is_none() {
    let (site, mut agent) = shop_with_agent().await;
    let id = set_aside(&site, &mut agent).await;
    let (_, mut foreign) = shop_with_agent().await;
    for command in [
        AgentCommand::ReplayQuarantined { id },
        AgentCommand::DiscardQuarantined { id },
    ] {
        foreign.tell(&command).await;
        let code = foreign.frame(|frame| match frame {
            AgentEvent::Refused { code, .. } => Some(*code),
            _ => None,
        });
        assert_eq!(code.await, Refusal::NotFound, "{command:?}");
    }
    agent.resume().await.expect("the desk is there");
    assert_eq!(agent.quarantine.len(), 1);
}

const BROKEN: &str = r#"{"id": 7, "name""#;

/// Sends what can't be read, and answers the entry's number.
async fn set_aside(site: &Site, agent: &mut Agent) -> u64 {
    let delivery = hooks::shopify(site, "orders/create", BROKEN.as_bytes());
    assert_eq!(delivery.send().await.status, 200);
    agent.added().await.id
}
