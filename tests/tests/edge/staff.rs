//! Who works at a desk: roles, sessions, invitations, and what is taken back at once.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use shared::protocol::desk::AgentEvent;
use shared::protocol::staff::{Invited, JOIN_MARK, Member, OwnSession, Role};
use tests::agent::{Agent, ask_sign_in};
use tests::http::{Answer, Request};
use tests::random_hex;
use tests::shopper::Shopper;
use tests::site::{Account, Site};

use crate::shop;

/// How long a socket may live on after its agent was removed.
const AT_ONCE: Duration = Duration::from_secs(5);

#[tokio::test]
async fn tr17_a_removed_agent_hears_nothing_more() {
    let (site, owner) = shop_with_owner().await;
    taken_back_mid_stream(&site, &owner, async |agent| {
        let path = format!("agents/{}", agent.id);
        assert_eq!(ask(&owner, "DELETE", &path, None).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn tr17_a_demoted_agent_signs_in_anew() {
    let (site, owner) = shop_with_owner().await;
    let account = taken_back_mid_stream(&site, &owner, async |agent| {
        let path = format!("agents/{}", agent.id);
        let change = json!({ "name": "Noé", "role": "agent" });
        assert_eq!(ask(&owner, "PUT", &path, Some(&change)).await.status, 204);
    })
    .await;
    let again = ask_sign_in(&site, &account.email, &account.password).await;
    assert_eq!(again.json()["role"], "agent");
}

#[tokio::test]
async fn tr17_signing_out_everywhere_closes_every_socket() {
    let (site, owner) = shop_with_owner().await;
    let account = site.hire("Noé Marchand", false).await;
    let mut first = Agent::sign_in(&site, &account).await;
    let mut second = Agent::sign_in(&site, &account).await;
    let sessions: Vec<OwnSession> = read(&ask(&first, "GET", "sessions", None).await);
    assert_eq!(sessions.len(), 2);
    assert_eq!(sessions.iter().filter(|session| session.current).count(), 1);

    let other = sessions.iter().find(|session| !session.current);
    let path = format!("sessions/{}", other.expect("the second").id);
    // Somebody else's session is not found.
    assert_eq!(ask(&owner, "DELETE", &path, None).await.status, 404);
    assert_eq!(ask(&first, "DELETE", &path, None).await.status, 204);
    assert_eq!(second.socket.closed().await.ok(), Some(Some(4_001)));

    let mut third = Agent::sign_in(&site, &account).await;
    assert_eq!(ask(&first, "DELETE", "sessions", None).await.status, 204);
    for agent in [&mut first, &mut third] {
        assert_eq!(agent.socket.closed().await.ok(), Some(Some(4_001)));
        assert_eq!(ask(agent, "GET", "session", None).await.status, 401);
    }
    assert_eq!(ask(&owner, "GET", "session", None).await.status, 200);
}

#[tokio::test]
async fn tr18_an_invitation_is_good_once() {
    let (site, owner) = shop_with_owner().await;
    let email = format!("{}@desk.example", random_hex());
    let invited = invite(&owner, &email, Role::Lead).await;
    let token = token(&invited);
    let (password, other) = (random_hex(), random_hex());
    let (first, second) = tokio::join!(join(&site, &token, &password), join(&site, &token, &other));
    let mut answered = [first.status, second.status];
    answered.sort_unstable();
    assert_eq!(answered, [204, 404], "two have taken one invitation");
    let good = if first.status == 204 {
        &password
    } else {
        &other
    };
    let signed_in = ask_sign_in(&site, &email, good).await;
    assert_eq!(signed_in.status, 200, "{}", signed_in.body);
    assert_eq!(signed_in.json()["role"], "lead");
    assert_eq!(join(&site, &token, &password).await.status, 404);
    assert_eq!(
        ask(&owner, "GET", "invitations", None).await.json(),
        json!([])
    );
}

#[tokio::test]
async fn tr18_an_invitation_that_was_taken_back_or_replaced_opens_nothing() {
    let (site, owner) = shop_with_owner().await;
    let email = format!("{}@desk.example", random_hex());
    let replaced = invite(&owner, &email, Role::Agent).await;
    let withdrawn = invite(&owner, &email, Role::Agent).await;
    assert_eq!(
        join(&site, &token(&replaced), &random_hex()).await.status,
        404
    );
    let path = format!("invitations/{}", withdrawn.invitation.id);
    assert_eq!(ask(&owner, "DELETE", &path, None).await.status, 204);
    assert_eq!(ask(&owner, "DELETE", &path, None).await.status, 404);
    assert_eq!(
        join(&site, &token(&withdrawn), &random_hex()).await.status,
        404
    );
    let short = invite(&owner, &email, Role::Agent).await;
    assert_eq!(join(&site, &token(&short), "short").await.status, 400);
    assert_eq!(join(&site, &token(&short), &random_hex()).await.status, 204);
}

#[tokio::test]
async fn tr18_the_operator_invites_the_first_owner() {
    let site = shop().await;
    let email = format!("{}@desk.example", random_hex());
    let url = format!("{}/api/v1/sites/{}/invitations", site.edge.url, site.key);
    let answer = Request::new("POST", url)
        .header(
            "authorization",
            format!("Bearer {}", site.edge.operator_token),
        )
        .json(&json!({ "email": email, "role": "owner" }))
        .send()
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    let password = random_hex();
    let token = token(&read(&answer));
    assert_eq!(join(&site, &token, &password).await.status, 204);
    let signed_in = ask_sign_in(&site, &email, &password).await;
    assert_eq!(signed_in.json()["role"], "owner");
}

#[tokio::test]
async fn tr16_a_site_keeps_an_owner() {
    let (site, owner) = shop_with_owner().await;
    let path = format!("agents/{}", members(&owner).await[0].id);
    let demotion = json!({ "name": "Camille", "role": "lead" });
    assert_eq!(ask(&owner, "DELETE", &path, None).await.status, 409);
    assert_eq!(ask(&owner, "PUT", &path, Some(&demotion)).await.status, 409);
    assert_eq!(ask(&owner, "GET", "session", None).await.status, 200);
    site.hire_as("Noé Marchand", Role::Owner).await;
    assert_eq!(ask(&owner, "DELETE", &path, None).await.status, 204);
    assert_eq!(ask(&owner, "GET", "session", None).await.status, 401);
}

/// Has a lead's way in taken back while a shopper speaks; nothing reaches the lead afterwards.
async fn taken_back_mid_stream(
    site: &Site,
    owner: &Agent,
    take_back: impl AsyncFn(&Member),
) -> Account {
    let account = site.hire("Noé Marchand", true).await;
    let mut lead = Agent::sign_in(site, &account).await;
    let mut shopper = Shopper::new(site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    lead.case(|case| case.contact == contact).await;
    lead.open(&contact).await;
    shopper.say("Avant").await;
    lead.event(&contact, |event| says(event, "Avant")).await;

    let members = members(owner).await;
    let member = members.iter().find(|member| member.email == account.email);
    let begun = Instant::now();
    take_back(member.expect("a member")).await;
    // The desk has closed the socket: whatever is said from now on is not for it.
    shopper.say("Après").await;
    assert_eq!(lead.socket.closed().await.ok(), Some(Some(4_001)));
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
    let later = |frame: &&AgentEvent| format!("{frame:?}").contains("Après");
    assert_eq!(lead.socket.mailbox().filter(later).count(), 0);
    assert!(Agent::connect(site, lead.cookie.clone()).await.is_err());
    account
}

fn says(event: &shared::protocol::widget::Event, text: &str) -> bool {
    tests::shopper::message(event).is_some_and(|message| message.text == text)
}

async fn shop_with_owner() -> (Site, Agent) {
    let site = shop().await;
    let account = site.hire_as("Camille Roux", Role::Owner).await;
    let owner = Agent::sign_in(&site, &account).await;
    (site, owner)
}

async fn members(owner: &Agent) -> Vec<Member> {
    read(&ask(owner, "GET", "agents", None).await)
}

async fn invite(owner: &Agent, email: &str, role: Role) -> Invited {
    let asked = json!({ "email": email, "role": role });
    let answer = ask(owner, "POST", "invitations", Some(&asked)).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    read(&answer)
}

fn token(invited: &Invited) -> String {
    let (_, token) = invited.link.split_once(JOIN_MARK).expect("a link to join");
    token.to_owned()
}

async fn join(site: &Site, token: &str, password: &str) -> Answer {
    let joining = json!({ "token": token, "name": "Noé Marchand", "password": password });
    Request::new("POST", format!("{}/desk/api/join", site.edge.url))
        .header("origin", &site.edge.url)
        .json(&joining)
        .send()
        .await
}

/// Asks the desk's API as an agent.
async fn ask(agent: &Agent, method: &str, path: &str, body: Option<&Value>) -> Answer {
    let request = Request::new(method, format!("{}/desk/api/{path}", agent.edge().url))
        .header("cookie", &agent.cookie)
        .header("origin", &agent.edge().url);
    match body {
        Some(body) => request.json(body).send().await,
        None => request.send().await,
    }
}

fn read<T: serde::de::DeserializeOwned>(answer: &Answer) -> T {
    serde_json::from_value(answer.json()).unwrap_or_else(|error| panic!("{error}: {}", answer.body))
}
