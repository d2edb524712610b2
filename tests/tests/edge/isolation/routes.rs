//! Every route of the edge's own table.

use chrono::Utc;
use serde_json::{Value, json};
use shared::hooks::HookSource;
use shared::protocol::desk::AgentCommand;
use shared::protocol::session::Session;
use shared::protocol::staff::Role;
use shared::protocol::widget::ShopperCommand;
use shared::routes::{Guard, Route};
use shared::settings::ServiceRules;
use tests::agent::{self, Agent};
use tests::http::{Answer, Request};
use tests::identity::{in_seconds, ticket};
use tests::random_hex;
use tests::shopper::{Credentials, ask_session, open_session, open_socket};
use tests::site::Site;
use tests::sources::{new_secret, standard_at};

use super::outcome::{Outcome, everything, outcome, refused_with};
use super::{Scene, secret_of};

/// What is wrong with who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bad {
    /// Nothing is shown.
    None,
    /// Something is shown that nobody gave.
    Wrong,
    /// What is shown is good at another site.
    OtherSite,
    /// What is shown was good once.
    Over,
}

const EVERY_WAY: [Bad; 4] = [Bad::None, Bad::Wrong, Bad::OtherSite, Bad::Over];

#[tokio::test]
async fn tr15_no_route_shows_a_site_to_who_is_not_of_it() {
    let scene = Scene::new().await;
    let mut asked = 0;
    for route in Route::ALL {
        for bad in EVERY_WAY {
            let what = format!("{} {} {bad:?}", route.method(), route.path());
            let outcome = ask(&scene, *route, bad).await;
            scene.holds_nothing(&what, &outcome.text);
            assert_eq!(
                outcome.status,
                expected(*route, bad),
                "{what}: {}",
                outcome.text
            );
            asked += 1;
        }
    }
    println!("{asked} requests of {} routes, no leak", Route::ALL.len());
    // Nor was anything changed: the owner is signed in as before, and alone.
    let members = as_member(&scene, Route::ListAgents, &scene.agent.cookie).await;
    assert_eq!(members.status, 200);
    assert_eq!(members.json().as_array().map(Vec::len), Some(1));
    assert_eq!(members.json()[0]["role"], "owner");
}

#[tokio::test]
async fn tr16_what_owners_do_nobody_else_does() {
    let scene = Scene::new().await;
    let lead = scene.site.hire_as("Noé Marchand", Role::Lead).await;
    let lead = Agent::sign_in(&scene.site, &lead).await;
    let owners = Route::ALL
        .iter()
        .filter(|route| matches!(route.guard(), Guard::Owner | Guard::Steward));
    let mut asked = 0;
    for route in owners {
        let answer = as_member(&scene, *route, &lead.cookie).await;
        assert_eq!(answer.status, 403, "{route:?}: {}", answer.body);
        asked += 1;
    }
    assert!(asked > 0, "no route is an owner's");
}

#[tokio::test]
async fn tr15_a_visitors_secret_is_in_no_answer_to_its_own_site() {
    let scene = Scene::new().await;
    let token = scene.visitor.visitor_token().expect("a token");
    let agents = Route::ALL.iter().filter(|route| {
        let theirs = matches!(route.guard(), Guard::Agent | Guard::Lead | Guard::Owner);
        theirs && route.method() == "GET" && **route != Route::AgentSocket
    });
    for route in agents {
        let answer = as_member(&scene, *route, &scene.agent.cookie).await;
        assert_eq!(answer.status, 200, "{route:?}: {}", answer.body);
        assert!(!answer.body.contains(secret_of(token)), "{route:?}");
    }
    let credentials = Credentials {
        visitor: Some(token.to_owned()),
        ..Credentials::default()
    };
    let again = ask_session(&scene.site, &credentials).await;
    let again = again.expect("the edge answers");
    assert_eq!(again.status, 201);
    assert!(!again.body.contains(secret_of(token)), "{}", again.body);
}

/// What a route answers to who has no business there. Another site's credential is good, there:
/// what it opens then is that other site.
fn expected(route: Route, bad: Bad) -> u16 {
    match route.guard() {
        Guard::Nobody => open_to_all(route),
        Guard::Ticket | Guard::Agent | Guard::Lead | Guard::Owner if bad != Bad::OtherSite => 401,
        Guard::Ticket => 101,
        // The owner of another site asks about this one.
        Guard::Steward if bad == Bad::OtherSite => 404,
        Guard::Signature | Guard::Operator | Guard::Steward => 401,
        Guard::Agent | Guard::Lead | Guard::Owner => at_home(route),
    }
}

/// What a route that lets everybody in answers to a request without a body.
fn open_to_all(route: Route) -> u16 {
    match route {
        Route::OpenSession => 201,
        Route::SignIn => 401,
        Route::ProbeHook => 405,
        Route::Join => 404,
        _ => 200,
    }
}

/// What a route of the desk answers to an agent of the other site, about that site.
fn at_home(route: Route) -> u16 {
    match route {
        Route::AgentSocket => 101,
        Route::Invite => 201,
        Route::SignOut
        | Route::EndSessions
        | Route::RemoveAgent
        | Route::PutLabels
        | Route::KeepTemplate
        | Route::DropTemplate => 204,
        Route::EndSession | Route::WithdrawInvitation | Route::PutProfile | Route::FillTemplate => {
            404
        }
        Route::ChangeAgent | Route::SetService => 409,
        _ => 200,
    }
}

async fn ask(scene: &Scene, route: Route, bad: Bad) -> Outcome {
    match route.guard() {
        Guard::Nobody => anybody(scene, route, bad).await,
        Guard::Signature => outcome(&signed(scene, route, bad).send().await),
        Guard::Operator => outcome(&as_operator(scene, route, bad).await.send().await),
        Guard::Ticket => with_ticket(scene, bad).await,
        Guard::Agent | Guard::Lead | Guard::Owner | Guard::Steward => {
            as_agent(scene, route, bad).await
        }
    }
}

/// A request to the scene's own site. A parameter that isn't the site is one that exists.
fn request(scene: &Scene, route: Route) -> Request {
    let path = route
        .path()
        .replace("{site}", &scene.site.key)
        .replace("{source}", HookSource::Orders.name())
        .replace("{contact}", scene.contact.as_str())
        .replace("{session}", &random_hex()[..16])
        .replace("{agent}", &scene.owner_id)
        .replace("{language}", "fr")
        .replace("{id}", "lost")
        .replace("{invitation}", &random_hex())
        .replace("{number}", scene.order.number.trim_start_matches('#'));
    assert!(!path.contains('{'), "a parameter without a value: {path}");
    let query = match route {
        Route::Articles => "?q=retour",
        Route::Cutoffs => "?country=FR",
        // The visitor's own words.
        Route::Search => &format!("?q={}", scene.secrets[0]),
        _ => "",
    };
    let url = format!("{}{path}{query}", scene.site.edge.url);
    let request = Request::new(route.method(), url);
    match body(scene, route) {
        Some(body) => request.json(&body),
        None => request,
    }
}

/// A body that a route would take from who may send it.
fn body(scene: &Scene, route: Route) -> Option<Value> {
    let mail = format!("{}@desk.example", random_hex());
    Some(match route {
        Route::ChangeAgent => json!({ "name": "Dominique Noir", "role": "agent" }),
        Route::PutLabels => json!({ "labels": [] }),
        // A version that no site has: where it is let in, nothing changes.
        Route::SetService => json!({ "rules": ServiceRules::default(), "version": 0 }),
        Route::PutProfile => json!({ "level": "newcomer" }),
        Route::Invite => json!({ "email": mail, "role": "agent" }),
        Route::Join => json!({
            "token": random_hex(),
            "name": "Dominique Noir",
            "password": "a long password",
        }),
        Route::KeepTemplate => a_template(),
        Route::FillTemplate => json!({
            "contact": scene.contact,
            "pattern": a_template(),
            "language": "fr",
        }),
        _ => return None,
    })
}

fn a_template() -> Value {
    json!({ "title": "Perdu", "subject": "Objet", "body": "Commande { $order }" })
}

/// Asks a route of the desk with a good session.
async fn as_member(scene: &Scene, route: Route, cookie: &str) -> Answer {
    request(scene, route)
        .header("cookie", cookie)
        .header("origin", &scene.site.edge.url)
        .send()
        .await
}

/// A route that lets everybody in still opens nobody's history.
async fn anybody(scene: &Scene, route: Route, bad: Bad) -> Outcome {
    match route {
        Route::OpenSession => open_as(scene, bad).await,
        Route::SignIn => {
            let answer =
                agent::ask_sign_in(&scene.site, &scene.outsider.email, &scene.outsider.password);
            outcome(&answer.await)
        }
        _ => {
            let own = &scene.site.edge.url;
            outcome(&request(scene, route).header("origin", own).send().await)
        }
    }
}

/// A session for a visitor token that isn't good here, and what its socket then tells.
async fn open_as(scene: &Scene, bad: Bad) -> Outcome {
    let token = scene.visitor.visitor_token().expect("a visitor's token");
    let contact = &scene.contact;
    let visitor = match bad {
        Bad::None => None,
        Bad::Wrong => Some(format!("{contact}.{}", random_hex().repeat(2))),
        Bad::OtherSite => {
            let theirs = open_session(&scene.other, &Credentials::default()).await;
            theirs.expect("a session").visitor
        }
        // Tokens of visitors don't end; what was cut off one is no token.
        Bad::Over => Some(token[..token.len() - 2].to_owned()),
    };
    let credentials = Credentials {
        visitor,
        ..Credentials::default()
    };
    let answer = ask_session(&scene.site, &credentials).await;
    let answer = answer.expect("the edge answers");
    let session: Session = serde_json::from_str(&answer.body).expect("a session");
    let told = told_by_socket(&scene.site, &session.ticket).await;
    Outcome {
        status: answer.status,
        text: answer.body + told.as_str(),
    }
}

fn signed(scene: &Scene, route: Route, bad: Bad) -> Request {
    let body = json!({ "id": "1", "placed_at": "2026-11-23T08:00:00Z" }).to_string();
    let request = request(scene, route)
        .header("grelot-site", &scene.site.key)
        .body(body.as_bytes());
    let secret = |site: &Site| site.secrets[HookSource::Orders.name()].clone();
    let now = Utc::now().timestamp();
    let (secret, at) = match bad {
        Bad::None => return request,
        Bad::Wrong => (new_secret(HookSource::Orders), now),
        Bad::OtherSite => (secret(&scene.other), now),
        Bad::Over => (secret(&scene.site), now - 3_600),
    };
    standard_at(request, &secret, body.as_bytes(), at)
}

async fn as_operator(scene: &Scene, route: Route, bad: Bad) -> Request {
    let request = request(scene, route).json(&json!({}));
    match bad {
        Bad::None => request,
        Bad::Wrong => request.header("authorization", format!("Bearer {}", random_hex())),
        Bad::OtherSite => request
            .header("cookie", scene.outsiders_cookie().await)
            .header("origin", &scene.site.edge.url),
        Bad::Over => request
            .header("cookie", &scene.ended)
            .header("origin", &scene.site.edge.url),
    }
}

async fn with_ticket(scene: &Scene, bad: Bad) -> Outcome {
    let key = &scene.site.edge.ticket_key;
    let mut claims = json!({
        "aud": "grelot:shopper-socket",
        "exp": in_seconds(60),
        "site": scene.site.key,
        "contact": scene.contact,
    });
    let ticket = match bad {
        Bad::None => String::new(),
        Bad::Wrong => ticket(&random_hex(), &claims),
        Bad::OtherSite => {
            // Our own key signed it, for a contact of the other site: there that id is nobody.
            claims["site"] = json!(scene.other.key);
            ticket(key, &claims)
        }
        Bad::Over => {
            claims["exp"] = json!(in_seconds(-1));
            ticket(key, &claims)
        }
    };
    match open_socket(&scene.site, &ticket).await {
        Err(refused) => refused_with(&refused),
        Ok(mut socket) => {
            let hello = ShopperCommand::Hello {
                epoch: None,
                last_seq: None,
                language: None,
            };
            socket.tell(&hello).await.expect("the socket is open");
            let text = everything(&mut socket).await;
            // The contact's id is in the ticket itself.
            let text = text.replace(scene.contact.as_str(), "asked for");
            Outcome { status: 101, text }
        }
    }
}

async fn as_agent(scene: &Scene, route: Route, bad: Bad) -> Outcome {
    let cookie = match bad {
        Bad::None => None,
        Bad::Wrong => Some(format!("__Host-grelot-desk={}", random_hex().repeat(2))),
        Bad::OtherSite => Some(scene.outsiders_cookie().await),
        Bad::Over => Some(scene.ended.clone()),
    };
    let own = &scene.site.edge.url;
    if route == Route::AgentSocket {
        return match agent::open_socket(&scene.site, cookie.as_deref(), Some(own)).await {
            Err(refused) => refused_with(&refused),
            Ok(mut socket) => {
                let hello = AgentCommand::Hello;
                socket.tell(&hello).await.expect("the socket is open");
                Outcome {
                    status: 101,
                    text: everything(&mut socket).await,
                }
            }
        };
    }
    let mut request = request(scene, route).header("origin", own);
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    outcome(&request.send().await)
}

/// What a shopper's socket tells who has just come.
async fn told_by_socket(site: &Site, ticket: &str) -> String {
    let mut socket = open_socket(site, ticket).await.expect("a good ticket");
    let hello = ShopperCommand::Hello {
        epoch: None,
        last_seq: None,
        language: None,
    };
    socket.tell(&hello).await.expect("the socket is open");
    everything(&mut socket).await
}
