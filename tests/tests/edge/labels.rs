//! The labels that agents sort cases by.

use shared::protocol::Refusal;
use shared::protocol::labels::{Label, LabelColor, MAX_ON_A_CASE};
use shared::protocol::staff::Role;
use tests::agent::Agent;
use tests::shopper::Shopper;

use crate::shop;

fn label(id: &str, name: &str) -> Label {
    Label {
        id: id.into(),
        name: name.into(),
        color: LabelColor::Orange,
    }
}

#[tokio::test]
async fn la1_leads_keep_the_list_and_agents_read_it() {
    let site = shop().await;
    let lead = site.hire_as("Noé Marchand", Role::Lead).await;
    let lead = Agent::sign_in(&site, &lead).await;
    let agent = site.hire("Camille Roux", false).await;
    let agent = Agent::sign_in(&site, &agent).await;
    assert_eq!(agent.labels().await, []);
    let list = [
        label("geste", "Geste commercial"),
        label("presse", "Presse"),
    ];
    assert_eq!(agent.set_labels(&list).await.status, 403);
    assert_eq!(lead.set_labels(&list).await.status, 204);
    assert_eq!(agent.labels().await, list);
    let refused = lead.set_labels(&[label("geste", "")]).await;
    assert_eq!(refused.status, 400, "{}", refused.body);
    assert_eq!(lead.set_labels(&list[1..]).await.status, 204);
    assert_eq!(agent.labels().await, list[1..]);
}

#[tokio::test]
async fn la2_a_label_is_seen_by_everybody_and_by_no_shopper() {
    let (site, mut agent) = crate::shop_with_agent().await;
    let account = site.hire("Noé Marchand", false).await;
    let mut other = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Bonjour").await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    shopper.settle().await;
    let before = shopper.history.len();

    let first = agent.label(&contact, "geste", true).await.expect("it fits");
    let again = agent
        .label(&contact, "geste", true)
        .await
        .expect("it is harmless");
    assert_eq!(first, again);
    let seen = other.case(|case| case.labels == ["geste"]).await;
    assert_eq!(seen.contact, contact);
    agent
        .label(&contact, "geste", false)
        .await
        .expect("it is there");
    other
        .case(|case| case.contact == contact && case.head >= first && case.labels.is_empty())
        .await;
    assert_eq!(
        agent.label(&contact, "Été !", true).await,
        Err(Refusal::Malformed)
    );
    for n in 0..MAX_ON_A_CASE {
        let label = format!("l{n}");
        agent
            .label(&contact, &label, true)
            .await
            .expect("there is room");
    }
    let full = agent.label(&contact, "one-more", true).await;
    assert_eq!(full, Err(Refusal::OutOfPlace));
    shopper.settle().await;
    assert_eq!(
        shopper.history.len(),
        before,
        "the shopper was told something"
    );
}
