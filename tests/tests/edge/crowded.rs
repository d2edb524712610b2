//! A desk with ten thousand cases.

use std::collections::BTreeSet;

use shared::ids::ContactId;
use shared::protocol::widget::ConversationState;
use shared::routing::{Level, Profile};
use tests::agent::Agent;
use tests::crowd;
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;

/// How many cases of a list are told without having been asked for,
const FIRST: usize = 200;

/// and how many on a page that is asked for.
const PAGE: usize = 400;

/// HO14: an agent's own case and the one whose turn is next are listed at once, however many came
/// later; and page by page each of the others, once.
#[tokio::test]
async fn ho14_an_agents_own_case_is_listed_among_ten_thousand() {
    let mut server = Server::start("crowded").expect("an edge that was built starts");
    let site = Site::new("Atelier bondé").provision(&server.edge()).await;
    let account = site.hire("Noé Marchand", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut contacts = Vec::new();
    for _ in 0..2 {
        let mut shopper = Shopper::new(&site).await;
        shopper.ask_for_human().await;
        contacts.push(shopper.contact.clone());
        agent.case(|case| case.contact == shopper.contact).await;
    }
    let (own, next) = (&contacts[0], &contacts[1]);
    agent.take(own).await.expect("nobody else has it");

    crowd::comes_to(&mut server).expect("the desk keeps its cases");
    agent.resume().await.expect("the edge is there");
    for contact in [own, next] {
        assert!(agent.cases.iter().any(|case| &case.contact == contact));
    }
    assert_eq!(agent.cases.len(), 1 + 2 * FIRST);
    assert_eq!(agent.more.len(), 2, "{:?}", agent.more);

    let mut told: BTreeSet<_> = agent.cases.iter().map(|it| it.contact.clone()).collect();
    for mut mark in agent.more.clone() {
        for _ in 0..3 {
            let (cases, more) = agent.list(&mark).await;
            assert_eq!(cases.len(), PAGE);
            for case in cases {
                assert!(told.insert(case.contact), "one was told twice");
            }
            mark = more.expect("there are five thousand");
        }
    }
    // The waiting ones come in their turn: nobody who came earlier is left out.
    let turn = |number: usize| ContactId(format!("{next}-{number}"));
    let told_of = FIRST + 3 * PAGE;
    assert!((1..told_of).all(|number| told.contains(&turn(number))));
    assert!(!told.contains(&turn(told_of)));
}

/// RT2: whoever is new is given a simple case, though thousands who wait before it are not simple.
#[tokio::test]
async fn rt2_a_newcomer_is_given_the_simple_case_behind_thousands() {
    let mut server = Server::start("crowded-newcomer").expect("an edge that was built starts");
    let site = Site::new("Atelier bondé").provision(&server.edge()).await;
    let lead = site.hire("Inès Roy", true).await;
    let lead = Agent::sign_in(&site, &lead).await;
    let account = site.hire("Noé Marchand", false).await;
    let mut newcomer = Agent::sign_in(&site, &account).await;
    let new = Profile {
        level: Level::Newcomer,
        ..Profile::default()
    };
    let id = newcomer.id().await;
    assert_eq!(lead.set_profile(&id, &new).await.status, 204);
    let mut angry = Shopper::new(&site).await;
    angry.say("Je veux être remboursée").await;
    angry.ask_for_human().await;
    newcomer
        .case(|case| case.contact == angry.contact && is_queued(&case.state))
        .await;

    crowd::comes_to(&mut server).expect("the desk keeps its cases");
    newcomer.resume().await.expect("the edge is there");
    let mut simple = Shopper::new(&site).await;
    simple.say("Où est mon colis ?").await;
    simple.ask_for_human().await;
    newcomer.ready().await;
    assert_eq!(newcomer.given().await, simple.contact);
}

fn is_queued(state: &ConversationState) -> bool {
    matches!(state, ConversationState::Queued { .. })
}
