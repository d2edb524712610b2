//! Promises on the edge: made with a message, shown to the shopper, kept.

use shared::protocol::Refusal;
use shared::protocol::promise::{Pledge, PromiseKind};
use shared::protocol::widget::Fact;
use shared::season::Zone;
use shared::time::{Day, Timestamp};
use tests::shopper::{Shopper, message};

use crate::shop_with_agent;

#[tokio::test]
async fn pr1_a_promise_is_made_with_a_message_and_kept() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    let refund = pledge(PromiseKind::Refund, 1);
    let made = agent
        .promise(&contact, "Je vous rembourse.", refund.clone())
        .await
        .expect("nobody has it");
    let event = shopper.event(|event| event.seq == made).await;
    let promise = message(&event).and_then(|said| said.promise.clone());
    let promise = promise.expect("the message shows the promise");
    assert_eq!((promise.kind, &promise.by), (refund.kind, &refund.by));
    assert!(
        promise.text.starts_with("Remboursement d’ici "),
        "{promise:?}"
    );
    let case = agent.case(|case| !case.promises.is_empty()).await;
    assert_eq!(case.promises[0].id, made);
    // A word does not pay money back.
    agent
        .reply(&contact, "C’est en cours.")
        .await
        .expect("theirs");
    let kept = agent.keep(&contact, made).await.expect("it is open");
    agent
        .case(|case| case.head >= kept && case.promises.is_empty())
        .await;
    assert_eq!(agent.keep(&contact, made).await, Err(Refusal::OutOfPlace));
    let opened = agent.open(&contact).await;
    assert_eq!(opened.present.promises[0].standing.name(), "kept");
    // How promises are kept is between agents.
    let hidden = shopper.event(|event| event.seq == kept).await;
    assert_eq!(hidden.fact, Fact::Hidden);
}

#[tokio::test]
async fn pr2_the_next_word_keeps_a_callback() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    let callback = pledge(PromiseKind::Callback, 2);
    let made = agent
        .promise(&contact, "Je reviens vers vous.", callback)
        .await
        .expect("nobody has it");
    agent.case(|case| !case.promises.is_empty()).await;
    agent.reply(&contact, "Me revoilà.").await.expect("theirs");
    agent
        .case(|case| case.head > made && case.promises.is_empty())
        .await;
}

#[tokio::test]
async fn pr4_what_is_over_is_not_promised() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    for days in [-1, 200] {
        let refused = agent
            .promise(&contact, "Promis.", pledge(PromiseKind::Answer, days))
            .await;
        assert_eq!(refused, Err(Refusal::OutOfPlace), "{days}");
    }
}

/// A promise by so many days from today, in the shop's zone.
pub fn pledge(kind: PromiseKind, days: i64) -> Pledge {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("after 1970");
    let now = Timestamp(i64::try_from(since.as_millis()).expect("a time of today"));
    let today: Day = Zone::default().day_of(now);
    Pledge {
        kind,
        by: today.plus_days(days).expect("a day of the calendar"),
    }
}
