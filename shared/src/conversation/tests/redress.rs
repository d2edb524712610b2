//! What is done for a shopper, by whom.

use super::*;
use crate::protocol::Refusal;
use crate::redress::{Authority, Harm, RedressChoice, RedressStanding, Remedy};
use crate::season::Zone;

fn chosen(name: &str, authority: Authority, remedy: Remedy) -> Input {
    Input::RedressChosen {
        cid: cid(),
        agent: agent(name),
        authority,
        zone: Zone::default(),
        choice: RedressChoice {
            order: OrderKey("shop:1".into()),
            parcel: Some("A1".into()),
            harm: Harm::Lost,
            remedy,
        },
    }
}

fn answered(id: u64, approved: bool) -> Input {
    Input::RedressAnswered {
        cid: cid(),
        agent: agent("Léa"),
        redress: id,
        approved,
    }
}

/// A contact with a lost parcel, whose case Ana has.
fn with_ana() -> Contact {
    Contact::after(&[
        news(NoticeKind::Damaged, order(Status::Lost, 1)),
        Input::HumanRequested { cid: cid() },
        taken("Ana", false),
    ])
}

fn standings(contact: &Contact) -> Vec<(u64, RedressStanding)> {
    let redress = contact.state.redress.iter();
    redress.map(|it| (it.id, it.standing.clone())).collect()
}

#[test]
fn rd5_what_is_within_authority_is_decided_and_leaves_its_trace() {
    let mut contact = with_ana();
    let id = contact.head + 1;
    assert_eq!(
        contact.see(&chosen("Ana", Authority::Regular, Remedy::Refund)),
        ["redress"]
    );
    assert_eq!(standings(&contact), [(id, RedressStanding::Decided)]);
    // Nobody gets money and goods.
    let again = contact.take(&chosen("Ana", Authority::Lead, Remedy::Replacement));
    assert_eq!(again, Err(Refusal::OutOfPlace));
    assert_eq!(contact.take(&answered(id, true)), Err(Refusal::OutOfPlace));
}

#[test]
fn rd5_what_is_beyond_authority_is_a_leads_to_answer_once() {
    for (approved, standing) in [
        (true, RedressStanding::Approved { by: agent("Léa") }),
        (false, RedressStanding::Declined { by: agent("Léa") }),
    ] {
        let mut contact = with_ana();
        let id = contact.head + 1;
        contact.see(&chosen("Ana", Authority::Newcomer, Remedy::Refund));
        assert_eq!(standings(&contact), [(id, RedressStanding::Asked)]);
        let line = |contact: &Contact| {
            let id = crate::ids::ContactId("c".into());
            summary(&id, &contact.state, None, contact.head, 0, START).approvals
        };
        assert_eq!(line(&contact).len(), 1);
        assert_eq!(contact.see(&answered(id, approved)), ["redress"]);
        assert_eq!(standings(&contact), [(id, standing)]);
        assert_eq!(line(&contact).len(), 1);
        assert_eq!(contact.take(&answered(id, true)), Err(Refusal::OutOfPlace));
    }
}

#[test]
fn rd5_only_the_holder_chooses_and_only_what_a_guide_offers() {
    let mut contact = with_ana();
    for (input, refusal) in [
        (
            chosen("Ben", Authority::Lead, Remedy::Refund),
            Refusal::Forbidden,
        ),
        (
            chosen("Ana", Authority::Lead, Remedy::Voucher),
            Refusal::OutOfPlace,
        ),
        (answered(1, true), Refusal::NotFound),
    ] {
        assert_eq!(contact.take(&input), Err(refusal), "{input:?}");
    }
}
