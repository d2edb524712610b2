//! What a client may do, and for how long it is believed to be there.

use std::time::{Duration, Instant};

use futures_util::future::{join_all, try_join_all};
use shared::protocol::desk::{AgentCommand, AgentEvent};
use shared::protocol::widget::{ConversationState, ShopperCommand};
use shared::protocol::{CLOSE_SLOW, MAX_PAGE_BYTES, MAX_TEXT_CHARS, MAX_UNREAD, Refusal};
use tests::agent::Agent;
use tests::identity::Identity;
use tests::server::{Plan, Server};
use tests::shopper::{Credentials, Shopper, ask_session, open_session, open_socket};
use tests::site::Site;
use tests::socket::NotOpened;

use crate::{shop, shop_with_agent};

/// How long a client that is gone may count as there.
const GHOST: Duration = Duration::from_mins(1);
/// How many tabs of one shopper ask for a session at once,
const STARTS: usize = 100;
/// and how many of them speak at once: hellos count among the frames that may come at once.
const SOCKETS: usize = 10;
/// How often an agent who waits is there.
const BEAT: Duration = Duration::from_secs(2);

#[tokio::test]
async fn cv19_an_agent_who_is_gone_without_a_word_is_shown_out_within_a_minute() {
    let site = shop().await;
    let gone = site.hire("Camille Roux", false).await;
    let mut ghost = Agent::sign_in(&site, &gone).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    ghost.case(|case| case.contact == shopper.contact).await;
    ghost.take(&shopper.contact).await.expect("nobody has it");
    // From here on nothing is heard of the ghost, and nothing closes its socket.
    let silent_since = Instant::now();

    let here = site.hire("Zoé Blanc", false).await;
    let mut agent = Agent::sign_in(&site, &here).await;
    let mut asked = false;
    loop {
        match agent.take(&shopper.contact).await {
            Ok(_) => break,
            Err(refusal) => assert_eq!(refusal, Refusal::Forbidden),
        }
        let passed = silent_since.elapsed();
        assert!(passed < GHOST, "the ghost still holds the case");
        // Who answers is there, however quiet.
        let question = agent.socket.next_within(BEAT).await.expect("it is open");
        if matches!(question, Some(AgentEvent::StillThere)) {
            asked = true;
            agent.tell(&AgentCommand::Got).await;
        }
    }
    assert!(
        silent_since.elapsed() > GHOST / 2,
        "it was there until then"
    );
    // Whoever asks twice a second need not be asked.
    assert!(!asked);
    drop(ghost);
}

#[tokio::test]
async fn cv18_a_shopper_who_does_not_read_is_cut_off_and_resumes() {
    let server = Server::start_with("edge-slow", 1_000).expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    agent.case(|case| case.contact == shopper.contact).await;
    let long = "é".repeat(MAX_TEXT_CHARS);
    let mut reader = shopper.another().await;
    let enough = MAX_UNREAD as usize / MAX_TEXT_CHARS + 8;
    let mut last = 0;
    for _ in 0..enough {
        last = agent.reply(&shopper.contact, &long).await.expect("taken");
        reader.event(|event| event.seq == last).await;
    }
    // The first socket has read nothing of it.
    let code = shopper.socket.closed().await.expect("it is closed");
    assert_eq!(code, Some(CLOSE_SLOW));
    shopper.resume().await.expect("the edge is there");
    while shopper.last_seq() < last {
        let after = shopper.last_seq();
        let limit = 200;
        shopper.tell(&ShopperCommand::Fetch { after, limit }).await;
        shopper.event(|event| event.seq > after).await;
    }
    assert_eq!(shopper.history, reader.history);
}

#[tokio::test]
async fn cv20_a_page_holds_no_more_than_a_reader_can_take() {
    let server = Server::start_with("edge-pages", 1_000).expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    agent.case(|case| case.contact == shopper.contact).await;
    let long = "x".repeat(MAX_TEXT_CHARS);
    let enough = MAX_PAGE_BYTES / MAX_TEXT_CHARS + 8;
    let mut last = 0;
    for _ in 0..enough {
        last = agent.note(&shopper.contact, &long).await.expect("taken");
    }
    let fetch = AgentCommand::FetchEvents {
        contact: shopper.contact.clone(),
        after: 0,
        limit: 200,
    };
    agent.tell(&fetch).await;
    let page = agent
        .frame(|frame| match frame {
            AgentEvent::CaseEvents { events, .. } => Some(events.clone()),
            _ => None,
        })
        .await;
    let bytes: usize = page
        .iter()
        .map(|event| serde_json::to_string(&event.fact).expect("JSON").len())
        .sum();
    assert!(bytes <= MAX_PAGE_BYTES, "{bytes} bytes");
    assert!((page.len() as u64) < last, "all of it fits");
    assert!(bytes > MAX_PAGE_BYTES / 2, "{bytes} bytes");
}

#[tokio::test]
async fn cv21_a_flood_of_sessions_is_refused_and_told_when_to_come_back() {
    let plan = Plan {
        sessions: 5,
        ..Plan::default()
    };
    let server = Server::start_as("edge-flood", &plan).expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let mut statuses = Vec::new();
    let refused = loop {
        let answer = ask_session(&site, &Credentials::default()).await;
        let answer = answer.expect("the edge answers");
        statuses.push(answer.status);
        assert!(statuses.len() <= 2 * plan.sessions as usize, "{statuses:?}");
        if answer.status != 201 {
            break answer;
        }
    };
    assert_eq!(refused.status, 429);
    assert!(statuses.len() > plan.sessions as usize, "{statuses:?}");
    // By the address or by the site, whichever has counted more.
    let wait = refused.header("retry-after");
    assert!(matches!(wait, Some("10" | "60")), "{wait:?}");
    assert!(refused.body.contains("too_many"), "{}", refused.body);
    // Another shop's shoppers are not kept out.
    let other = Site::new("Boutique").provision(&server.edge()).await;
    Shopper::new(&other).await.say("Bonjour").await;
}

#[tokio::test]
async fn cv21_a_contact_has_so_many_sockets_at_most() {
    let site = shop().await;
    let shopper = Shopper::new(&site).await;
    let session = open_session(&site, &shopper.credentials)
        .await
        .expect("a session");
    let mut open = Vec::new();
    let refused = loop {
        match open_socket(&site, &session.ticket).await {
            Ok(socket) => open.push(socket),
            Err(refused) => break refused,
        }
        assert!(open.len() <= 32, "there is no end");
    };
    assert!(matches!(refused, NotOpened::Status(429)), "{refused}");
    assert_eq!(open.len(), 31);
}

#[tokio::test]
async fn cv22_many_first_words_at_once_are_one_conversation() {
    let (site, mut agent) = shop_with_agent().await;
    let credentials = Credentials {
        identity: Some(Identity::new(&site, "jeanne@example.com").token()),
        ..Credentials::default()
    };
    let sessions = try_join_all((0..STARTS).map(|_| open_session(&site, &credentials))).await;
    let tickets = sessions.expect("a session for each");
    // A contact has so many sockets at most.
    let connecting = tickets
        .iter()
        .take(SOCKETS)
        .map(|session| Shopper::with_ticket(&site, &session.ticket, credentials.clone()));
    let shoppers = try_join_all(connecting).await.expect("a socket for each");
    let talking = shoppers.into_iter().map(|mut shopper| async move {
        shopper.ask_for_human().await;
        shopper
    });
    let mut shoppers = join_all(talking).await;
    // They have used up what a contact may say at once.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let fresh = shoppers[0].another().await;
    assert!(fresh.history.values().all(|event| event.conversation == 1));
    let queued = fresh.history.values().filter(|event| {
        let shared::protocol::widget::Fact::StateChanged { state } = &event.fact else {
            return false;
        };
        matches!(state, ConversationState::Queued { .. })
    });
    assert_eq!(queued.count(), 1);
    let contact = shoppers.remove(0).contact;
    let case = agent.case(|case| case.contact == contact).await;
    assert_eq!(case.conversation, 1);
    agent.resume().await.expect("the desk is there");
    assert_eq!(agent.cases.len(), 1);
}

#[tokio::test]
async fn cv26_an_agent_who_sends_too_fast_is_told_to_wait() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    agent.case(|case| case.contact == shopper.contact).await;
    for _ in 0..60 {
        agent
            .tell(&AgentCommand::Typing {
                contact: shopper.contact.clone(),
            })
            .await;
    }
    let (code, retry_after) = agent
        .frame(|frame| match frame {
            AgentEvent::Refused {
                code, retry_after, ..
            } => Some((*code, *retry_after)),
            _ => None,
        })
        .await;
    assert_eq!((code, retry_after), (Refusal::TooFast, Some(1)));
    // Another agent's frames are not this one's.
    let account = site.hire("Zoé Blanc", false).await;
    let mut other = Agent::sign_in(&site, &account).await;
    other.note(&shopper.contact, "Vu").await.expect("taken");
}
