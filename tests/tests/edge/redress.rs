//! What is done where something went wrong, on the edge: what an agent may not decide goes to a lead
//! and comes back.

use shared::ids::ContactId;
use shared::notice::NoticeKind;
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent};
use shared::protocol::widget::Fact;
use shared::redress::{Authority, Guide, Harm, Redress, RedressChoice, RedressStanding, Remedy};
use tests::agent::Agent;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder};
use tests::shopper::new_cid;

use crate::{shop_with_agent, visitor_of};

#[tokio::test]
async fn rd5_a_lead_is_asked_and_who_asked_hears_the_answer() {
    let (site, mut agent) = shop_with_agent().await;
    let lead = site.hire("Léa", true).await;
    let mut lead = Agent::sign_in(&site, &lead).await;
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
    agent.take(&contact).await.expect("nobody has it");

    let (authority, guides) = shown(&mut agent, &contact).await;
    assert_eq!(authority, Authority::Regular);
    // Whether it is the time of returns depends on the day of the test.
    let offered = |harm| guides[0].harms.iter().any(|it| it.harm == harm);
    assert!(offered(Harm::NotReceived) && offered(Harm::Unwanted));
    let choice = |remedy| RedressChoice {
        order: guides[0].order.clone(),
        parcel: guides[0].parcel.clone(),
        harm: Harm::NotReceived,
        remedy,
    };
    // A voucher alone is no way to make it good, and a colleague's case is not a lead's to decide.
    let voucher = choose(&mut agent, &contact, choice(Remedy::Voucher)).await;
    assert_eq!(voucher, Err(Refusal::OutOfPlace));
    let stranger = choose(&mut lead, &contact, choice(Remedy::Refund)).await;
    assert_eq!(stranger, Err(Refusal::Forbidden));

    let asked = choose(&mut agent, &contact, choice(Remedy::Refund)).await;
    let asked = asked.expect("a guide offers it");
    let told = lead
        .frame(|frame| match frame {
            AgentEvent::RedressAsked { redress, .. } => Some(redress.clone()),
            _ => None,
        })
        .await;
    assert_eq!((told.id, &told.standing), (asked, &RedressStanding::Asked));
    let own = answer(&mut agent, &contact, asked).await;
    assert_eq!(own, Err(Refusal::Forbidden), "nobody grants their own wish");
    let answered = answer(&mut lead, &contact, asked).await;
    let answered = answered.expect("a lead answers");
    let told = agent
        .frame(|frame| match frame {
            AgentEvent::RedressAnswered { redress, .. } => Some(redress.clone()),
            _ => None,
        })
        .await;
    assert!(told.is_granted(), "{told:?}");

    // Each step left its trace, for agents only.
    let opened = agent.open(&contact).await;
    assert_eq!(opened.present.redress, [told]);
    let traces: Vec<&Redress> = opened
        .events
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Redress { redress } => Some(redress),
            _ => None,
        })
        .collect();
    assert_eq!(traces.len(), 2, "{traces:?}");
    let hidden = shopper.event(|event| event.seq == answered).await;
    assert_eq!(hidden.fact, Fact::Hidden);
    // Money is granted: what is left is an extra.
    let (_, guides) = shown(&mut agent, &contact).await;
    let left = guides[0].harms.iter().flat_map(|harm| &harm.steps);
    assert!(left.into_iter().all(|step| step.remedy == Remedy::Voucher));
}

/// What can be done for a shopper.
async fn shown(agent: &mut Agent, contact: &ContactId) -> (Authority, Vec<Guide>) {
    let contact = contact.clone();
    agent.tell(&AgentCommand::ShowRedress { contact }).await;
    agent
        .frame(|frame| match frame {
            AgentEvent::RedressShown {
                authority, guides, ..
            } => Some((*authority, guides.clone())),
            _ => None,
        })
        .await
}

async fn choose(
    agent: &mut Agent,
    contact: &ContactId,
    choice: RedressChoice,
) -> Result<u64, Refusal> {
    let cid = new_cid();
    let command = AgentCommand::ChooseRedress {
        cid: cid.clone(),
        contact: contact.clone(),
        choice,
    };
    agent.act(&command, &cid).await
}

async fn answer(agent: &mut Agent, contact: &ContactId, redress: u64) -> Result<u64, Refusal> {
    let cid = new_cid();
    let command = AgentCommand::AnswerRedress {
        cid: cid.clone(),
        contact: contact.clone(),
        redress,
        approved: true,
    };
    agent.act(&command, &cid).await
}
