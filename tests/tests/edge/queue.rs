//! The queue on the edge: agents who are ready are given cases, and hand them on.

use shared::protocol::Refusal;
use shared::protocol::widget::{ConversationState, ShopperEvent};
use shared::routing::{Level, Presence, Profile, Topic, VipReason};
use tests::agent::Agent;
use tests::in_millis;
use tests::shopper::Shopper;
use tests::site::Site;

use crate::{shop, shop_with_agent};

#[tokio::test]
async fn rt1_who_is_ready_is_given_the_case_that_waits() {
    let (site, mut agent) = shop_with_agent().await;
    let shopper = queued(&site, "Où est mon colis ?").await;
    agent.case(|case| case.contact == shopper.contact).await;
    agent.ready().await;
    assert_eq!(agent.given().await, shopper.contact);
    let me = agent.id().await;
    let case = agent
        .case(
            |case| matches!(&case.state, ConversationState::Open { assignee } if assignee.id == me),
        )
        .await;
    assert_eq!(case.contact, shopper.contact);
    assert_eq!(case.triage.topic, Topic::Delivery);
    assert!(case.triage.simple, "{case:?}");
    agent
        .team(|team| {
            let mine = team.iter().find(|mate| mate.agent.id == me);
            mine.is_some_and(|mate| mate.open == 1 && mate.presence == Presence::Ready)
        })
        .await;
    // The next one comes while the agent is ready.
    let next = queued(&site, "Où est ma commande ?").await;
    assert_eq!(agent.given().await, next.contact);
}

#[tokio::test]
async fn rt2_a_newcomer_gets_what_is_simple_and_a_lead_raises_them() {
    let site = shop().await;
    let mut newcomer = hired(&site, "Noé", false).await;
    let lead = hired(&site, "Inès", true).await;
    let id = newcomer.id().await;
    let new = Profile {
        level: Level::Newcomer,
        ..Profile::default()
    };
    assert_eq!(newcomer.set_profile(&id, &new).await.status, 403);
    assert_eq!(lead.set_profile(&id, &new).await.status, 204);
    let unfit = Profile {
        capacity: 0,
        ..Profile::default()
    };
    assert_eq!(lead.set_profile(&id, &unfit).await.status, 400);
    newcomer.ready().await;
    let refund = queued(&site, "Je veux être remboursée !").await;
    let simple = queued(&site, "Où est mon colis ?").await;
    assert_eq!(newcomer.given().await, simple.contact);
    assert_eq!(lead.set_profile(&id, &Profile::default()).await.status, 204);
    assert_eq!(newcomer.given().await, refund.contact);
}

#[tokio::test]
async fn rt9_a_complaint_in_public_comes_before_who_waited_longer() {
    let (site, mut agent) = shop_with_agent().await;
    let mut first = queued(&site, "Où est mon colis ?").await;
    let angry = queued(&site, "C’est une honte, je vais le dire sur Trustpilot.").await;
    let case = agent.case(|case| case.contact == angry.contact).await;
    assert_eq!(case.triage.vip, [VipReason::PublicComplaint]);
    hears_place(&mut first, 2).await;
    agent.ready().await;
    assert_eq!(agent.given().await, angry.contact);
    assert_eq!(agent.given().await, first.contact);
}

#[tokio::test]
async fn ho6_of_two_who_take_over_from_one_who_is_gone_one_gets_the_case() {
    let site = shop().await;
    let mut one = hired(&site, "Camille", false).await;
    let mut two = hired(&site, "Noé", false).await;
    for _ in 0..5 {
        let mut gone = hired(&site, "Inès", false).await;
        let contact = queued(&site, "Où est mon colis ?").await.contact;
        gone.case(|case| case.contact == contact).await;
        gone.take(&contact).await.expect("nobody has it");
        for agent in [&mut one, &mut two] {
            agent
                .case(|case| {
                    case.contact == contact && matches!(case.state, ConversationState::Open { .. })
                })
                .await;
        }
        assert_eq!(gone.sign_out().await.status, 204);
        gone.socket.closed().await.expect("the socket is closed");
        let (first, second) = tokio::join!(one.take(&contact), two.take(&contact));
        let outcomes = [first, second];
        let taken = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(taken, 1, "{outcomes:?}");
    }
}

#[tokio::test]
async fn co28_a_case_is_given_to_a_colleague_and_back_to_the_queue() {
    let site = shop().await;
    let mut one = hired(&site, "Camille", false).await;
    let mut two = hired(&site, "Noé", false).await;
    let contact = queued(&site, "Où est mon colis ?").await.contact;
    one.case(|case| case.contact == contact).await;
    let since = match one.case(|case| case.contact == contact).await.state {
        ConversationState::Queued { since } => since,
        other => panic!("{other:?}"),
    };
    one.take(&contact).await.expect("nobody has it");
    let (first, second) = (one.id().await, two.id().await);
    assert_eq!(two.give(&contact, &second).await, Err(Refusal::Forbidden));
    one.give(&contact, &second).await.expect("it is theirs");
    assert_eq!(one.release(&contact).await, Err(Refusal::Forbidden));
    two.give(&contact, &first).await.expect("it is theirs now");
    one.release(&contact).await.expect("it is theirs again");
    let back = ConversationState::Queued { since };
    two.case(|case| case.contact == contact && case.state == back && case.head > 3)
        .await;
}

#[tokio::test]
async fn co30_a_case_that_was_set_aside_comes_back_by_the_alarm_and_with_a_word() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = queued(&site, "Où est mon colis ?").await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.take(&contact).await.expect("nobody has it");
    let seq = agent
        .snooze(&contact, in_millis(1_500))
        .await
        .expect("it is theirs");
    shopper.event(|event| event.seq == seq).await;
    shopper.event(|event| event.seq == seq + 1).await;
    let case = agent.case(|case| case.head > seq).await;
    assert!(
        matches!(case.state, ConversationState::Open { .. }),
        "{case:?}"
    );
    let again = agent.snooze(&contact, in_millis(3_600_000)).await;
    let again = again.expect("it is theirs");
    shopper.say("Et alors ?").await;
    agent
        .case(|case| case.head > again && matches!(case.state, ConversationState::Open { .. }))
        .await;
}

/// A visitor who said something and waits for a human.
async fn queued(site: &Site, words: &str) -> Shopper {
    let mut shopper = Shopper::new(site).await;
    shopper.say(words).await;
    shopper.ask_for_human().await;
    shopper
}

async fn hired(site: &Site, name: &str, lead: bool) -> Agent {
    let account = site.hire(name, lead).await;
    Agent::sign_in(site, &account).await
}

async fn hears_place(shopper: &mut Shopper, wanted: u32) {
    shopper
        .frame(|frame| match frame {
            ShopperEvent::QueuePlace { place, .. } if *place == wanted => Some(()),
            _ => None,
        })
        .await
        .expect("a place in the queue");
}
