//! Who did what, and that nobody can make it otherwise.

use serde_json::Value;
use shared::protocol::staff::Role;
use tests::agent::{Agent, ask_sign_in, cookie_of};
use tests::http::Request;
use tests::server::Server;
use tests::site::{Account, Site};

use crate::directory::ask as rebuild;
use crate::shop;

#[tokio::test]
async fn tr24_what_was_done_is_in_the_trail() {
    let site = shop().await;
    let account = site.hire_as("Camille Roux", Role::Owner).await;
    let noe = site.hire("Noé Marchand", false).await;
    let owner = Agent::sign_in(&site, &account).await;
    let members = ask(&site, &owner.cookie, "agents").await;
    let id = |email: &str| -> String {
        let members = members.as_array().expect("a list");
        let member = members.iter().find(|member| member["email"] == email);
        let id = member.and_then(|member| member["id"].as_str());
        id.expect("a member").to_owned()
    };
    let (camille, noe) = (id(&account.email), id(&noe.email));
    let url = format!("{}/desk/api/agents/{noe}", site.edge.url);
    let removed = Request::new("DELETE", url)
        .header("cookie", &owner.cookie)
        .header("origin", &site.edge.url)
        .send()
        .await;
    assert_eq!(removed.status, 204);

    let shown = ask(&site, &owner.cookie, "audit").await;
    assert!(shown["broken"].is_null(), "{shown}");
    let deeds: Vec<[&str; 3]> = shown["trail"]
        .as_array()
        .expect("a trail")
        .iter()
        .map(|entry| ["actor", "action", "subject"].map(|part| entry[part].as_str().unwrap_or("")))
        .collect();
    assert_eq!(
        deeds,
        [
            ["operator", "site_saved", site.key.as_str()],
            ["operator", "agent_saved", &camille],
            ["operator", "agent_saved", &noe],
            [&camille, "agent_removed", &noe],
        ]
    );
    assert!(!shown.to_string().contains("@desk.example"), "{shown}");
}

#[tokio::test]
async fn tr24_a_rebuild_of_the_directory_is_in_the_trail() {
    let site = shop().await;
    let owner = site.hire_as("Camille Roux", Role::Owner).await;
    assert_eq!(rebuild(&site, None).await.status, 200);
    let shown = trail_of(&site, &owner).await;
    assert!(shown["broken"].is_null(), "{shown}");
    let entries = shown["trail"].as_array().expect("a trail");
    let rebuilt = entries
        .iter()
        .filter(|it| it["action"] == "directory_rebuilt");
    let actors: Vec<&Value> = rebuilt.map(|entry| &entry["actor"]).collect();
    assert_eq!(actors, ["operator"]);
}

#[tokio::test]
async fn tr24_a_trail_that_was_tampered_with_is_broken() {
    for (name, statement, broken) in [
        (
            "changed",
            "UPDATE entries SET deed = json_set(deed, '$.actor', 'x') WHERE seq = 2",
            2,
        ),
        ("taken-out", "DELETE FROM entries WHERE seq = 2", 2),
        ("cut", "DELETE FROM entries WHERE seq > 1", 2),
        ("emptied", "DELETE FROM entries", 1),
    ] {
        let mut server = Server::start(&format!("audit-{name}")).expect("an edge starts");
        let site = Site::new("Atelier").provision(&server.edge()).await;
        let owner = site.hire_as("Camille Roux", Role::Owner).await;
        site.hire("Noé Marchand", false).await;
        assert!(trail_of(&site, &owner).await["broken"].is_null());
        server.kill().expect("the edge ends");
        server
            .edit_objects("AuditObject", statement)
            .expect("the trail is changed");
        server.restart().expect("the edge starts again");
        let shown = trail_of(&site, &owner).await;
        assert_eq!(shown["broken"]["seq"], broken, "{name}: {shown}");
    }
}

async fn trail_of(site: &Site, owner: &Account) -> Value {
    let answer = ask_sign_in(site, &owner.email, &owner.password).await;
    let cookie = cookie_of(&answer).expect("a session has a cookie");
    ask(site, &cookie, "audit").await
}

async fn ask(site: &Site, cookie: &str, path: &str) -> Value {
    let answer = Request::new("GET", format!("{}/desk/api/{path}", site.edge.url))
        .header("cookie", cookie)
        .send()
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}
