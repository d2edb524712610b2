//! From the bot to a human and back: the queue, the dossier, the one who holds the case.

use std::time::{Duration, Instant};

use shared::ids::ContactId;
use shared::notice::NoticeKind;
use shared::protocol::Refusal;
use shared::protocol::desk::{
    AgentCommand, AgentEvent, BotAttempt, HandoffReason, Identity, LastAuthor,
};
use shared::protocol::widget::{
    Author, ConversationState, Event, Fact, ShopperCommand, ShopperEvent,
};
use shared::tracking::Status;
use tests::agent::Agent;
use tests::hooks::{IN_TRANSIT, OUT_FOR_DELIVERY, TestOrder};
use tests::shopper::{Shopper, message, new_cid};
use tests::site::Site;

use crate::{shop, shop_with_agent, visitor_of};

#[tokio::test]
async fn ho1_a_request_for_a_human_joins_the_queue_before_everyones_eyes() {
    let (site, mut agent) = shop_with_agent().await;
    let mut first = queued(&site).await;
    let case = agent.case(|case| case.contact == first.contact).await;
    assert!(
        matches!(case.state, ConversationState::Queued { .. }),
        "{case:?}"
    );
    assert_eq!(case.reason, Some(HandoffReason::Requested));
    assert_eq!(case.last_author, LastAuthor::Bot);
    hears_place(&mut first, 1).await;
    let mut second = queued(&site).await;
    hears_place(&mut second, 2).await;
    agent.case(|case| case.contact == second.contact).await;
    agent.take(&first.contact).await.expect("nobody has it");
    hears_place(&mut second, 1).await;
}

#[tokio::test]
async fn ho2_the_dossier_is_what_was_known_then_and_the_present_is_what_is_known_now() {
    let (site, mut agent) = shop_with_agent().await;
    let order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 60)])).await;
    shopper.notice(NoticeKind::Shipped).await;
    shopper.say("Où est ma commande ?").await;
    let asked = shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent
        .case(|case| is_queued(&case.state) && case.contact == contact)
        .await;
    let case = agent.open(&contact).await;
    let dossier = case.dossier.expect("a case that waits has a dossier");
    assert_eq!(dossier.reason, HandoffReason::Requested);
    assert_eq!(dossier.identity, Identity::OrderVerified);
    assert_eq!(dossier.asked[0].text, "Où est ma commande ?");
    assert_eq!(
        dossier.tried,
        [BotAttempt::ShowedOrder, BotAttempt::ShowedOrder]
    );
    assert!(dossier.seq > asked, "the transcript holds the request");
    assert_eq!(dossier.orders[0].number, order.number);
    assert_eq!(dossier.orders[0].parcels[0].status, Status::InTransit);
    shopper.settle().await;
    assert_eq!(
        case.events,
        shopper.history.values().cloned().collect::<Vec<_>>()
    );

    let scans = [(IN_TRANSIT, 60), (OUT_FOR_DELIVERY, 2)];
    assert_eq!(site.easypost(&order.tracker(0, &scans)).await, 200);
    agent
        .event(&contact, |event| matches!(&event.fact, Fact::Notice { .. }))
        .await;
    let later = agent.open(&contact).await;
    let now = &later.present.orders[0].parcels[0];
    assert_eq!(now.status, Status::OutForDelivery);
    let then = later.dossier.expect("it still has a dossier");
    assert_eq!(then.orders, dossier.orders);
}

#[tokio::test]
async fn ho3_an_answer_names_its_agent_and_takes_the_case() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    let seq = agent
        .reply(&contact, "Je regarde.")
        .await
        .expect("nobody has it");
    let event = shopper.event(|event| event.seq == seq).await;
    let said = message(&event).expect("a message");
    assert_eq!(said.text, "Je regarde.");
    assert!(matches!(&said.author, Author::Agent(name) if name.name == "Camille Roux"));
    let state = shopper.event(|event| event.seq > seq).await;
    assert!(is_open_to(&state, "Camille Roux"), "{state:?}");
    assert_eq!(agent.event(&contact, |event| event.seq == seq).await, event);
    // The bot keeps out of it now.
    let asked = shopper.say("Où est ma commande ?").await;
    agent.event(&contact, |event| event.seq == asked).await;
    shopper.settle().await;
    assert_eq!(shopper.last_seq(), asked);
}

#[tokio::test]
async fn ho4_a_note_is_numbered_for_all_and_shown_to_agents_only() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    let seq = agent
        .note(&contact, "Client pressé")
        .await
        .expect("a note is taken");
    let live = shopper.event(|event| event.seq == seq).await;
    assert_eq!(live.fact, Fact::Hidden);
    let replayed = shopper.another().await;
    assert_eq!(replayed.history.get(&seq), Some(&live));
    let noted = agent.event(&contact, |event| event.seq == seq).await;
    assert!(matches!(noted.fact, Fact::Note { text, .. } if text == "Client pressé"));
    let preview = agent.case(|case| case.head >= seq).await.preview;
    assert!(!preview.contains("pressé"), "{preview}");
}

#[tokio::test]
async fn ho5_a_case_has_one_holder_and_only_a_lead_takes_it_from_them() {
    let site = shop().await;
    let mut holder = hired(&site, "Camille", false).await;
    let mut other = hired(&site, "Noé", false).await;
    let mut lead = hired(&site, "Inès", true).await;
    let mut shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    holder.case(|case| case.contact == contact).await;
    holder.take(&contact).await.expect("nobody has it");
    assert_eq!(holder.take(&contact).await, Err(Refusal::OutOfPlace));
    assert_eq!(other.take(&contact).await, Err(Refusal::Forbidden));
    assert_eq!(
        other.reply(&contact, "Moi !").await,
        Err(Refusal::Forbidden)
    );
    assert_eq!(other.resolve(&contact).await, Err(Refusal::Forbidden));
    let seq = lead.take(&contact).await.expect("a lead may");
    let state = shopper.event(|event| event.seq == seq).await;
    assert!(is_open_to(&state, "Inès"), "{state:?}");
    assert_eq!(
        holder.reply(&contact, "Encore moi").await,
        Err(Refusal::Forbidden)
    );
    shopper.settle().await;
    assert_eq!(shopper.last_seq(), seq);
}

#[tokio::test]
async fn ho5_a_case_whose_holder_is_gone_may_be_taken_over() {
    let site = shop().await;
    let mut holder = hired(&site, "Camille", false).await;
    let mut other = hired(&site, "Noé", false).await;
    let shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    holder.case(|case| case.contact == contact).await;
    holder.take(&contact).await.expect("nobody has it");
    assert_eq!(holder.sign_out().await.status, 204);
    holder.socket.closed().await.expect("the socket is closed");
    other.take(&contact).await.expect("the holder is gone");
}

#[tokio::test]
async fn ho6_of_two_agents_at_once_one_gets_the_case() {
    let site = shop().await;
    let mut one = hired(&site, "Camille", false).await;
    let mut two = hired(&site, "Noé", false).await;
    for _ in 0..5 {
        let contact = queued(&site).await.contact;
        one.case(|case| case.contact == contact).await;
        let (first, second) = tokio::join!(one.take(&contact), two.take(&contact));
        let outcomes = [first, second];
        let taken = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(taken, 1, "{outcomes:?}");
        assert!(outcomes.contains(&Err(Refusal::Forbidden)), "{outcomes:?}");
    }
}

#[tokio::test]
async fn ho7_a_settled_case_comes_back_to_the_queue_with_its_history() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent
        .reply(&contact, "C’est fait.")
        .await
        .expect("nobody has it");
    let settled = agent.resolve(&contact).await.expect("it is theirs");
    assert_eq!(agent.resolve(&contact).await, Err(Refusal::OutOfPlace));
    agent
        .case(|case| case.contact == contact && case.state == ConversationState::Resolved)
        .await;
    let before = shopper.event(|event| event.seq == settled).await;
    let answered = shopper.say("Et pourtant, rien n’est arrivé.").await;
    let case = agent
        .case(|case| case.contact == contact && is_queued(&case.state))
        .await;
    assert_eq!(case.reason, Some(HandoffReason::Reopened));
    assert_eq!(case.conversation, before.conversation);
    let opened = agent.open(&contact).await;
    assert!(opened.events.iter().any(|event| event.seq == 1));
    assert!(opened.events.iter().any(|event| event.seq == answered));
    let dossier = opened.dossier.expect("a case that waits has a dossier");
    assert_eq!(dossier.reason, HandoffReason::Reopened);
}

#[tokio::test]
async fn ho8_an_agents_repeated_command_has_one_effect() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    let cid = new_cid();
    let reply = tests::agent::reply(&cid, &contact, "Bonjour");
    let seq = agent.act(&reply, &cid).await.expect("nobody has it");
    assert_eq!(agent.act(&reply, &cid).await, Ok(seq));
    let changed = tests::agent::reply(&cid, &contact, "Bonsoir");
    assert_eq!(agent.act(&changed, &cid).await, Err(Refusal::Conflict));
    shopper.settle().await;
    let said = shopper.history.values().filter_map(message);
    assert_eq!(said.filter(|m| m.text == "Bonjour").count(), 1);
}

#[tokio::test]
async fn ho9_a_case_that_was_left_is_quiet() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = queued(&site).await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    let heard = shopper.say("Une chose").await;
    agent.event(&contact, |event| event.seq == heard).await;
    agent
        .tell(&AgentCommand::LeaveCase {
            contact: contact.clone(),
        })
        .await;
    let unheard = shopper.say("Une autre").await;
    agent
        .case(|case| case.contact == contact && case.head >= unheard)
        .await;
    let leaked = agent.socket.mailbox().any(|frame| match frame {
        AgentEvent::CaseEvents { events, .. } => events.iter().any(|event| event.seq == unheard),
        _ => false,
    });
    assert!(!leaked);
}

/// A visitor who waits for a human.
async fn queued(site: &Site) -> Shopper {
    let mut shopper = Shopper::new(site).await;
    shopper.ask_for_human().await;
    shopper
}

async fn hired(site: &Site, name: &str, lead: bool) -> Agent {
    let account = site.hire(name, lead).await;
    Agent::sign_in(site, &account).await
}

/// Waits until the shopper is told this place in the queue, with one agent at the desk.
async fn hears_place(shopper: &mut Shopper, wanted: u32) {
    shopper
        .frame(|frame| match frame {
            ShopperEvent::QueuePlace {
                place, agents: 1, ..
            } if *place == wanted => Some(()),
            _ => None,
        })
        .await
        .expect("a place in the queue");
}

fn is_queued(state: &ConversationState) -> bool {
    matches!(state, ConversationState::Queued { .. })
}

fn is_open_to(event: &Event, agent: &str) -> bool {
    match &event.fact {
        Fact::StateChanged {
            state: ConversationState::Open { assignee },
        } => assignee.name == agent,
        _ => false,
    }
}

#[tokio::test]
async fn ho12_whoever_has_a_case_open_is_told_who_else_has() {
    let (site, mut one) = shop_with_agent().await;
    let contact = queued(&site).await.contact;
    one.case(|case| case.contact == contact).await;
    one.open(&contact).await;
    watched_by(&mut one, &contact, 1).await;
    let account = site.hire("Noé", false).await;
    let mut two = Agent::sign_in(&site, &account).await;
    two.open(&contact).await;
    watched_by(&mut one, &contact, 2).await;
    watched_by(&mut two, &contact, 2).await;
    assert_eq!(two.sign_out().await.status, 204);
    two.socket.closed().await.expect("the socket is closed");
    watched_by(&mut one, &contact, 1).await;
}

#[tokio::test]
async fn ho13_who_comes_to_humans_is_before_their_eyes_at_once() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    // Several words at once: the desk hears of the first, and of the others a while later.
    for word in ["Bonjour", "Il y a quelqu’un", "Allô", "Bonsoir"] {
        let command = ShopperCommand::Send {
            cid: new_cid(),
            text: word.to_owned(),
        };
        shopper.tell(&command).await;
    }
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    let asked = Instant::now();
    shopper.ask_for_human().await;
    agent
        .case(|case| matches!(case.state, ConversationState::Queued { .. }))
        .await;
    let waited = asked.elapsed();
    assert!(waited < Duration::from_secs(1), "{waited:?}");
}

/// Waits until so many have a case open.
async fn watched_by(agent: &mut Agent, contact: &ContactId, count: usize) {
    agent
        .frame(|frame| match frame {
            AgentEvent::CaseWatched { contact: of, by } if of == contact && by.len() == count => {
                Some(())
            }
            _ => None,
        })
        .await;
}
