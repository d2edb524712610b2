//! After a case is settled, on the edge: the shopper is asked, agrees, and says how it was.

use shared::notice::NoticeKind;
use shared::protocol::rating::Rating;
use shared::protocol::widget::{ChoiceId, ConversationState, Fact};
use tests::choosing::offers;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder};
use tests::shopper::message;

use crate::{shop_with_agent, visitor_of};

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
