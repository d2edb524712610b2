//! After a case is settled, on the edge: the shopper is asked, agrees, and says how it was.

use shared::notice::NoticeKind;
use shared::protocol::rating::Rating;
use shared::protocol::widget::{ChoiceId, ConversationState, Fact};
use tests::agent::Agent;
use tests::choosing::offers;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder};
use tests::server::Server;
use tests::shopper::{Shopper, message};
use tests::site::Site;

use crate::{shop_with_agent, visitor_of};

/// Three days pass since a case was settled.
const LET_THREE_DAYS_PASS: &str = "
    UPDATE contact SET state = json_set(state, '$.closing.at',
      json_extract(state, '$.closing.at') - 259200000)
      WHERE json_extract(state, '$.closing.at') IS NOT NULL;
    UPDATE alarms SET due = due - 259200000 WHERE name = 'silence'";

#[tokio::test]
async fn af1_a_settled_case_is_solved_and_rated_by_the_shopper() {
    let (site, mut agent) = shop_with_agent().await;
    let order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let scans = [(IN_TRANSIT, 60), (DELIVERED, 5)];
    site.easypost(&order.tracker(0, &scans)).await;
    shopper.notice(NoticeKind::Delivered).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    agent.take(&contact).await.expect("nobody has it");
    agent.resolve(&contact).await.expect("it is theirs");

    let asks = |choice| {
        move |event: &shared::protocol::widget::Event| {
            message(event).is_some_and(|said| offers(said, choice))
        }
    };
    shopper.event(asks(ChoiceId::NotSettled)).await;
    shopper.choose(ChoiceId::Settled).await;
    let solved = agent
        .event(&contact, |event| {
            event.fact == Fact::Solved { agreed: true }
        })
        .await;
    shopper.event(asks(ChoiceId::RateGood)).await;
    shopper.choose(ChoiceId::RateGood).await;
    let good = Fact::Rated {
        rating: Rating::Good,
    };
    agent.event(&contact, |event| event.fact == good).await;
    // It is between agents, and the case stays settled.
    assert_eq!(shopper.history[&solved.seq].fact, Fact::Hidden);
    let case = agent.open(&contact).await;
    assert_eq!(case.present.state, ConversationState::Resolved);
}

#[tokio::test]
async fn af1_three_days_without_a_word_solve_a_case_though_nobody_asks() {
    let mut server = Server::start("after").expect("an edge that was built starts");
    let site = Site::new("Atelier patient").provision(&server.edge()).await;
    let account = site.hire("Camille", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.take(&contact).await.expect("nobody has it");
    agent.resolve(&contact).await.expect("it is theirs");
    let settled = agent
        .case(|case| case.contact == contact && case.state == ConversationState::Resolved)
        .await;

    server
        .let_time_pass("ContactObject", LET_THREE_DAYS_PASS)
        .expect("the edge starts again");
    agent.resume().await.expect("the edge is there");
    // The contact tells its desk by itself.
    agent
        .case(|case| case.contact == contact && case.head > settled.head)
        .await;
    let case = agent.open(&contact).await;
    assert_eq!(case.present.state, ConversationState::Resolved);
    let solved = Fact::Solved { agreed: false };
    assert!(case.events.iter().any(|event| event.fact == solved));
}
