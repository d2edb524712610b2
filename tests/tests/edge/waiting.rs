//! Who waits long for a human.

use serde_json::json;
use shared::protocol::promise::PromiseKind;
use shared::protocol::widget::{ChoiceId, Event, Fact};
use tests::choosing::offers;
use tests::server::Server;
use tests::shopper::{Shopper, message};
use tests::site::Site;

/// RT13: the alarm offers a call back by a day, though nobody asks, once the wait is what the merchant calls long;
/// who takes it is promised it.
#[tokio::test]
async fn rt13_who_waits_long_is_offered_a_call_back_and_promised_it() {
    let mut server = Server::start("waiting").expect("an edge that was built starts");
    let mut shopper = waiting(Site::new("Atelier ordinaire"), &server).await;
    let mut patient = Site::new("Atelier patient");
    patient.rules["targets"] = json!({ "call_back_minutes": 30 });
    let mut other = waiting(patient, &server).await;

    server.let_a_quarter_pass().expect("the edge starts again");
    shopper.resume().await.expect("the edge is there");
    shopper.event(is_offer).await;
    other.resume().await.expect("the edge is there");
    other.settle().await;
    assert!(!other.history.values().any(is_offer));

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

    server.let_a_quarter_pass().expect("the edge starts again");
    other.resume().await.expect("the edge is there");
    other.event(is_offer).await;
}

/// A shopper of a site who waits for a human.
async fn waiting(site: Site, server: &Server) -> Shopper {
    let mut shopper = Shopper::new(&site.provision(&server.edge()).await).await;
    shopper.ask_for_human().await;
    shopper
}

fn is_offer(event: &Event) -> bool {
    message(event).is_some_and(|said| offers(said, ChoiceId::CallBack))
}
