//! Who waits long for a human.

use shared::protocol::promise::PromiseKind;
use shared::protocol::widget::{ChoiceId, Fact};
use tests::choosing::offers;
use tests::server::Server;
use tests::shopper::{Shopper, message};
use tests::site::Site;

/// Has everybody waited for a quarter of an hour.
const A_QUARTER_LATER: &str = "
    UPDATE contact SET state = json_set(state, '$.phase.since', json_extract(state, '$.phase.since') - 900000);
    UPDATE alarms SET due = 1 WHERE name = 'wait'";

/// RT13: the alarm offers a call back by a day, though nobody asks; who takes it is promised it.
#[tokio::test]
async fn rt13_who_waits_long_is_offered_a_call_back_and_promised_it() {
    let mut server = Server::start("waiting").expect("an edge that was built starts");
    let site = Site::new("Atelier patient").provision(&server.edge()).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    server
        .let_time_pass("ContactObject", A_QUARTER_LATER)
        .expect("the edge starts again");

    shopper.resume().await.expect("the edge is there");
    shopper
        .event(|event| message(event).is_some_and(|said| offers(said, ChoiceId::CallBack)))
        .await;
    shopper.choose(ChoiceId::CallBack).await;
    let told = shopper
        .event(|event| message(event).is_some_and(|said| said.promise.is_some()))
        .await;
    let Fact::Message(told) = told.fact else {
        panic!("{told:?}");
    };
    let promise = told.promise.expect("it was waited for");
    assert_eq!(promise.kind, PromiseKind::Callback);
    assert!(told.text.contains("revient vers vous"), "{}", told.text);
}
