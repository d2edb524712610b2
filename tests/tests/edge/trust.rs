//! Who may open which socket, and what an agent may reach.

use serde_json::json;
use shared::ids::ContactId;
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent};
use shared::protocol::widget::ShopperEvent;
use tests::agent::{self, Agent, ask_sign_in};
use tests::http::Request;
use tests::identity::{Identity, in_seconds, ticket};
use tests::random_hex;
use tests::shopper::{Credentials, Shopper, open_session, open_socket};
use tests::site::Site;
use tests::socket::NotOpened;

use crate::privacy::erase;
use crate::{shop, shop_with_agent};

#[tokio::test]
async fn tr7_a_ticket_that_is_not_good_opens_no_socket() {
    let site = shop().await;
    let session = open_session(&site, &Credentials::default()).await;
    let good = session.expect("a session").ticket;
    let claims = json!({
        "aud": "grelot:shopper-socket",
        "exp": in_seconds(30),
        "site": site.key,
        "contact": random_hex(),
    });
    let key = &site.edge.ticket_key;
    let mut old = claims.clone();
    old["exp"] = json!(in_seconds(-2));
    let mut other_use = claims.clone();
    other_use["aud"] = json!(site.key);
    for (what, ticket) in [
        ("empty", String::new()),
        ("garbled", format!("{}x", &good[..good.len() - 2])),
        ("of another key", ticket(&random_hex(), &claims)),
        ("expired", ticket(key, &old)),
        ("for another use", ticket(key, &other_use)),
    ] {
        match open_socket(&site, &ticket).await {
            Err(NotOpened::Status(401)) => {}
            Err(other) => panic!("{what}: {other:?}"),
            Ok(_) => panic!("{what}: a socket was opened"),
        }
    }
    // The forgery itself is sound: with the right claims and key it would be a ticket.
    assert!(open_socket(&site, &ticket(key, &claims)).await.is_ok());
    assert!(open_socket(&site, &good).await.is_ok());
    let bare = [("sec-websocket-protocol", "grelot.v1".to_owned())];
    let url = format!("{}/socket", site.edge.url);
    let without = tests::socket::Socket::<AgentEvent>::open(&url, &bare).await;
    assert!(matches!(without, Err(NotOpened::Status(401))));
}

#[tokio::test]
async fn tr30_a_visitor_comes_back_once_by_what_the_lost_socket_gave() {
    let site = shop().await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Bonjour").await;
    let contact = visitor.contact.clone();
    let first = way_back(&mut visitor).await;
    drop(visitor.socket);
    // Back without a session, as the same contact, and with a way back from there.
    let credentials = Credentials::default();
    let mut back = Shopper::with_ticket(&site, &first, credentials.clone())
        .await
        .expect("a way back");
    assert_eq!(back.contact, contact);
    assert!(!back.history.is_empty());
    let second = way_back(&mut back).await;
    refused(&site, &first).await;
    assert!(open_socket(&site, &second).await.is_ok());
    refused(&site, &second).await;
    // Nobody makes one: the object knows of those that it gave.
    let claims = json!({
        "aud": "grelot:shopper-socket",
        "exp": in_seconds(30),
        "site": site.key,
        "contact": contact,
        "once": random_hex(),
    });
    refused(&site, &ticket(&site.edge.ticket_key, &claims)).await;
}

#[tokio::test]
async fn tr30_an_erased_visitor_has_no_way_back() {
    let site = shop().await;
    let mut visitor = Shopper::new(&site).await;
    visitor.say("Bonjour").await;
    let ticket = way_back(&mut visitor).await;
    drop(visitor.socket);
    erase(&site, visitor.contact.as_str()).await;
    refused(&site, &ticket).await;
}

#[tokio::test]
async fn tr30_who_is_signed_for_comes_back_by_the_shops_word() {
    let site = shop().await;
    let credentials = Credentials {
        identity: Some(Identity::new(&site, "jeanne@example.com").token()),
        ..Credentials::default()
    };
    let mut shopper = Shopper::with(&site, credentials).await;
    // Whatever was sent before the acknowledgement is here with it.
    shopper.say("Bonjour").await;
    let given = shopper
        .socket
        .mailbox()
        .any(|frame| matches!(frame, ShopperEvent::Ticket { .. }));
    assert!(!given);
}

/// The ticket that a visitor's socket was given.
async fn way_back(visitor: &mut Shopper) -> String {
    visitor
        .frame(|frame| match frame {
            ShopperEvent::Ticket { ticket } => Some(ticket.clone()),
            _ => None,
        })
        .await
        .expect("a ticket for the way back")
}

async fn refused(site: &Site, ticket: &str) {
    let opened = open_socket(site, ticket).await.map(drop);
    assert!(matches!(opened, Err(NotOpened::Status(401))), "{opened:?}");
}

#[tokio::test]
async fn tr8_a_desk_socket_needs_the_cookie_and_the_desks_own_origin() {
    let (site, agent) = shop_with_agent().await;
    let own = site.edge.url.as_str();
    let cookie = agent.cookie.as_str();
    let forged = format!("__Host-grelot-desk={}", random_hex().repeat(2));
    for (cookie, origin, status) in [
        (None, Some(own), 401),
        (Some(forged.as_str()), Some(own), 401),
        (Some(cookie), None, 403),
        (Some(cookie), Some("https://shop.example"), 403),
        (Some(cookie), Some("null"), 403),
        (Some(cookie), Some("http://127.0.0.1"), 403),
    ] {
        match agent::open_socket(&site, cookie, origin).await {
            Err(NotOpened::Status(given)) => assert_eq!(given, status, "{origin:?}"),
            Err(other) => panic!("{origin:?}: {other:?}"),
            Ok(_) => panic!("{origin:?}: a socket was opened"),
        }
    }
    assert!(
        agent::open_socket(&site, Some(cookie), Some(own))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn tr8_the_desks_own_addresses_need_the_cookie() {
    let (site, agent) = shop_with_agent().await;
    for (method, path) in [
        ("GET", "/desk/api/session"),
        ("DELETE", "/desk/api/session"),
        ("GET", "/desk/api/rejections"),
        ("GET", "/desk/api/parcels"),
    ] {
        let request = || {
            Request::new(method, format!("{}{path}", site.edge.url))
                .header("origin", &site.edge.url)
        };
        assert_eq!(request().send().await.status, 401, "{method} {path}");
        let foreign = Request::new(method, format!("{}{path}", site.edge.url))
            .header("origin", "https://evil.example")
            .header("cookie", &agent.cookie);
        assert_eq!(foreign.send().await.status, 403, "{method} {path}");
    }
    let who = Request::new("GET", format!("{}/desk/api/session", site.edge.url))
        .header("cookie", &agent.cookie)
        .send()
        .await;
    assert_eq!(who.json()["site"], json!(site.key));
}

#[tokio::test]
async fn tr9_an_agent_reaches_nobody_of_another_site() {
    let (site, mut theirs) = shop_with_agent().await;
    let (_, mut foreign) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    theirs.case(|case| case.contact == contact).await;
    assert_eq!(foreign.take(&contact).await, Err(Refusal::NotFound));
    assert_eq!(
        foreign.reply(&contact, "Bonjour").await,
        Err(Refusal::NotFound)
    );
    assert_eq!(
        foreign.note(&contact, "Bonjour").await,
        Err(Refusal::NotFound)
    );
    assert_eq!(foreign.resolve(&contact).await, Err(Refusal::NotFound));
    for command in [
        AgentCommand::OpenCase {
            contact: contact.clone(),
        },
        AgentCommand::FetchEvents {
            contact: contact.clone(),
            after: 0,
            limit: 10,
        },
        AgentCommand::ShowQuarantined { id: 1 },
    ] {
        foreign.tell(&command).await;
        let code = foreign.frame(refusal).await;
        assert_eq!(code, Refusal::NotFound, "{command:?}");
    }
    // Its own desk may have had news meanwhile, but none of this case.
    for frame in foreign.socket.mailbox() {
        let text = serde_json::to_string(frame).expect("a frame is JSON");
        assert!(!text.contains(contact.as_str()), "{text}");
    }
    // What is not the agent's is not touched either.
    shopper.settle().await;
    let case = theirs.open(&contact).await;
    assert_eq!(case.head, shopper.last_seq());
    let nobody = ContactId(random_hex());
    assert_eq!(theirs.take(&nobody).await, Err(Refusal::NotFound));
}

#[tokio::test]
async fn tr10_five_wrong_passwords_lock_an_account() {
    let site = shop().await;
    let (target, other) = (
        site.hire("Cible", false).await,
        site.hire("Autre", false).await,
    );
    for email in [target.email.as_str(), "nobody@desk.example"] {
        for _ in 0..5 {
            let answer = ask_sign_in(&site, email, "wrong password").await;
            assert_eq!(answer.status, 401);
            assert_eq!(answer.json()["error"]["code"], "wrong_credentials");
        }
        let locked = ask_sign_in(&site, email, &target.password).await;
        assert_eq!(locked.status, 429, "{email}");
        let seconds = locked
            .header("retry-after")
            .and_then(|s| s.parse::<u32>().ok());
        assert!(
            seconds.is_some_and(|s| (800..=900).contains(&s)),
            "{seconds:?}"
        );
        assert!(locked.header("set-cookie").is_none());
    }
    let others = ask_sign_in(&site, &other.email, &other.password).await;
    assert_eq!(others.status, 200);
}

#[tokio::test]
async fn tr10_a_password_of_another_site_opens_nothing() {
    let (site, elsewhere) = (shop().await, shop().await);
    let account = elsewhere.hire("Camille", true).await;
    let answer = ask_sign_in(&site, &account.email, &account.password).await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn tr11_signing_out_closes_the_sockets_of_the_session() {
    let site = shop().await;
    let account = site.hire("Camille", false).await;
    let mut leaving = Agent::sign_in(&site, &account).await;
    let mut staying = Agent::sign_in(&site, &account).await;
    assert_eq!(leaving.sign_out().await.status, 204);
    let bye = leaving.frame(|frame| match frame {
        AgentEvent::Bye { code, .. } => Some(*code),
        _ => None,
    });
    assert_eq!(bye.await, Refusal::Forbidden);
    assert_eq!(leaving.socket.closed().await.ok(), Some(Some(4_001)));
    let again = Agent::connect(&site, leaving.cookie.clone()).await;
    assert!(again.is_err(), "the session is over");
    staying.tell(&AgentCommand::ShowQuarantined { id: 1 }).await;
    assert_eq!(staying.frame(refusal).await, Refusal::NotFound);
}

#[tokio::test]
async fn tr12_only_the_operator_makes_sites_and_agents() {
    let site = shop().await;
    let agent = json!({
        "email": "intruder@desk.example",
        "name": "Intruder",
        "password": "a long password",
        "role": "lead",
    });
    for (path, body) in [
        (site.key.clone(), site.settings()),
        (format!("{}/agents", site.key), agent),
    ] {
        let url = format!("{}/api/v1/sites/{path}", site.edge.url);
        let token = &site.edge.operator_token;
        for header in [
            None,
            Some("Bearer ".to_owned()),
            Some(token.clone()),
            Some(format!("Bearer {}", random_hex())),
            Some(format!("Bearer {token}x")),
        ] {
            let mut request = Request::new("PUT", &url).json(&body);
            if let Some(header) = &header {
                request = request.header("authorization", header);
            }
            assert_eq!(request.send().await.status, 401, "{header:?}");
        }
    }
    let signed_in = ask_sign_in(&site, "intruder@desk.example", "a long password").await;
    assert_eq!(signed_in.status, 401);
}

#[tokio::test]
async fn tr12_settings_that_could_smuggle_something_in_are_refused() {
    let site = shop().await;
    for (field, value) in [
        ("origins", json!(["https://shop.example; script-src *"])),
        ("origins", json!(["https://shop.example/path"])),
        ("origins", json!(["javascript:alert(1)"])),
        ("origins", json!([])),
        ("accent", json!("red;}")),
        ("name", json!(" ")),
    ] {
        let mut settings = site.settings();
        settings[field] = value.clone();
        let answer = site.put(&settings).await;
        assert_eq!(answer.status, 400, "{field}: {value}");
    }
}

#[tokio::test]
async fn tr13_a_session_is_of_a_site_that_exists() {
    let mut site = shop().await;
    "nobody-here".clone_into(&mut site.key);
    let answer = tests::shopper::ask_session(&site, &Credentials::default()).await;
    assert_eq!(answer.expect("the edge answers").status, 404);
}

fn refusal(frame: &AgentEvent) -> Option<Refusal> {
    match frame {
        AgentEvent::Refused { code, .. } => Some(*code),
        _ => None,
    }
}
