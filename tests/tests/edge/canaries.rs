//! What opens something is given to whom it belongs, once, and stands nowhere else: a whole story is
//! lived through, and everything that anybody was told is searched.

use serde_json::json;
use shared::protocol::session::Session;
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::http::Request;
use tests::identity::Identity;
use tests::random_hex;
use tests::shopper::{Credentials, Shopper, open_session};
use tests::site::Site;

use crate::{place, server, shop_with_agent};

/// What the operator can read of a contact and of a site.
async fn answers_about(site: &Site, cookie: &str, contact: &str) -> String {
    let operator = format!("Bearer {}", site.edge.operator_token);
    let export = format!("/api/v1/sites/{}/contacts/{contact}", site.key);
    let mut answers = Vec::new();
    for (path, header, value) in [
        (export.as_str(), "authorization", operator.as_str()),
        ("/desk/api/session", "cookie", cookie),
        ("/desk/api/sessions", "cookie", cookie),
        ("/desk/api/parcels", "cookie", cookie),
        ("/desk/api/rejections", "cookie", cookie),
        ("/desk/api/templates", "cookie", cookie),
        ("/desk/api/labels", "cookie", cookie),
        ("/desk/api/search?q=je", "cookie", cookie),
    ] {
        let url = format!("{}{path}", site.edge.url);
        let answer = Request::new("GET", url).header(header, value).send().await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answers.push(format!("{:?}{}", answer.headers, answer.body));
    }
    answers.concat()
}

#[tokio::test]
async fn tr15_no_credential_of_a_shopper_is_in_any_answer_frame_or_log() {
    let (site, mut agent) = shop_with_agent().await;
    let mut order = TestOrder::new();
    // Nobody's town: whatever holds it holds the proof.
    order.postcode = format!("P{}", &random_hex()[..10]).to_uppercase();
    place(&site, &order).await;
    let wrong_proof = random_hex();

    // A visitor with a token and a ticket proves an order, rightly and wrongly, and asks for a human.
    let given = open_session(&site, &Credentials::default()).await;
    let Session {
        ticket, visitor, ..
    } = given.expect("a session");
    let token = visitor.expect("a new visitor has a token");
    let credentials = Credentials {
        visitor: Some(token.clone()),
        ..Credentials::default()
    };
    let mut visitor = Shopper::with_ticket(&site, &ticket, credentials.clone())
        .await
        .expect("a socket");
    visitor.verify(&order.number, &wrong_proof).await;
    visitor.verify(&order.number, &order.postcode).await;
    visitor.ask_for_human().await;
    let contact = visitor.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    agent
        .reply(&contact, "Je regarde.")
        .await
        .expect("nobody has it");
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 20)])).await;
    visitor.notice(shared::notice::NoticeKind::Shipped).await;
    let before = answers_about(&site, &agent.cookie, contact.as_str()).await;

    // The same device signs in, and the conversation goes on as the customer's.
    let identity = Identity::new(&site, "jeanne@mail.example")
        .claiming("name", json!("Jeanne Morel"))
        .token();
    let signed = Credentials {
        identity: Some(identity.clone()),
        ..credentials
    };
    let session = open_session(&site, &signed).await.expect("a session");
    let second_ticket = session.ticket;
    let mut shopper = Shopper::with_ticket(&site, &second_ticket, signed)
        .await
        .expect("a socket");
    let contact = shopper.contact.clone();
    agent.case(|case| case.contact == contact).await;
    agent.open(&contact).await;
    shopper.say("Me revoilà").await;
    shopper.settle().await;
    let after = answers_about(&site, &agent.cookie, contact.as_str()).await;

    let log = server().log().expect("the log is there");
    let frames = [visitor.socket.heard(), shopper.socket.heard()].concat();
    let desk = agent.socket.heard().to_owned();
    assert!(after.contains("Me revoilà") && desk.contains("Je regarde."));
    let secret = token.split_once('.').expect("two parts").1;
    for credential in [
        token.as_str(),
        secret,
        &ticket,
        &second_ticket,
        &identity,
        &wrong_proof,
        &order.postcode,
    ] {
        for (place, text) in [
            ("an answer", &before),
            ("a later answer", &after),
            ("the desk's frames", &desk),
            ("the shopper's frames", &frames),
            ("the log", &log),
        ] {
            assert!(!text.contains(credential), "{place} holds {credential}");
        }
    }
}
