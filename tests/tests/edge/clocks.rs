//! Until when shoppers are served, and who hears of it when nobody did, on the edge.

use serde_json::{Value, json};
use shared::ids::ContactId;
use shared::protocol::desk::AgentEvent;
use shared::protocol::staff::Role;
use shared::settings::ServiceRules;
use shared::sla::{Clock, ClockKind};
use tests::agent::Agent;
use tests::http::{Answer, Request};
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;

const MINUTE: i64 = 60_000;

/// Every clock is over, and the desk has yet to look.
const LET_TIME_PASS: &str = "
    UPDATE clocks SET due = 1;
    UPDATE alarms SET due = 1 WHERE name = 'clocks'";

#[tokio::test]
async fn sl4_clocks_begin_with_the_handoff_and_stop_with_the_answer() {
    let site = punctual("Atelier ponctuel")
        .provision(&crate::server().edge())
        .await;
    let account = site.hire("Camille", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();

    let begun = clocks(&mut agent, &contact, |clocks| clocks.len() == 2).await;
    let kinds: Vec<ClockKind> = begun.iter().map(|clock| clock.kind).collect();
    assert_eq!(kinds, [ClockKind::FirstAnswer, ClockKind::Solution]);
    let lengths: Vec<i64> = begun.iter().map(length).collect();
    assert_eq!(lengths, [3, 60]);

    // Whoever has the case, the shopper waits until somebody answers.
    agent.take(&contact).await.expect("nobody has it");
    agent.resume().await.expect("the edge is there");
    assert_eq!(of(&agent, &contact), begun);
    agent.reply(&contact, "Me voilà.").await.expect("theirs");
    let left = clocks(&mut agent, &contact, |clocks| clocks.len() == 1).await;
    assert_eq!(left[0], begun[1]);

    shopper.say("Et mon colis ?").await;
    let asked = clocks(&mut agent, &contact, |clocks| clocks.len() == 2).await;
    assert_eq!(
        (asked[0].kind, length(&asked[0])),
        (ClockKind::NextAnswer, 7)
    );
    agent.resolve(&contact).await.expect("it is theirs");
    clocks(&mut agent, &contact, <[Clock]>::is_empty).await;
}

#[tokio::test]
async fn sl4_other_targets_move_the_clocks_that_run() {
    let site = punctual("Atelier pressé")
        .provision(&crate::server().edge())
        .await;
    let account = site.hire("Camille", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut first = Shopper::new(&site).await;
    first.ask_for_human().await;
    let contact = first.contact.clone();
    clocks(&mut agent, &contact, |clocks| clocks.len() == 2).await;
    let mut patient = site.clone();
    patient.rules["targets"]["first_answer_minutes"] = json!(30);
    patient.provision(&site.edge).await;
    // Whatever moves a clock then moves all of them.
    let mut second = Shopper::new(&site).await;
    second.ask_for_human().await;
    let moved = clocks(&mut agent, &contact, |clocks| length(&clocks[0]) == 30).await;
    assert_eq!(moved.len(), 2);
}

#[tokio::test]
async fn sl6_leads_set_times_and_hours_at_the_desk_and_clocks_follow_at_once() {
    let mut site = punctual("Atelier réglé");
    site.rules["articles"] = json!([
        { "title": "Retours", "text": "Trente jours.", "language": "fr" }
    ]);
    let site = site.provision(&crate::server().edge()).await;
    let account = site.hire_as("Camille Roux", Role::Owner).await;
    let mut lead = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    clocks(&mut lead, &contact, |clocks| clocks.len() == 2).await;

    let before = told(&lead.service(None).await);
    assert_eq!(before["rules"]["hours"], "24/7");
    assert_eq!(before["time_zone"], "Europe/Paris");
    let mut change = json!({ "rules": before["rules"], "version": before["version"] });
    change["rules"]["targets"]["first_answer_minutes"] = json!(30);
    let after = told(&lead.service(Some(&change)).await);
    assert_eq!(after["rules"], change["rules"]);
    // Nothing else happens, and the clock that runs is another.
    clocks(&mut lead, &contact, |clocks| length(&clocks[0]) == 30).await;

    // Whoever has not seen that is told, and what they set is not.
    change["rules"]["targets"]["first_answer_minutes"] = json!(5);
    let late = lead.service(Some(&change)).await;
    assert_eq!(late.status, 409, "{}", late.body);
    assert_eq!(told(&lead.service(None).await), after);

    change["version"] = after["version"].clone();
    change["rules"]["hours"] = json!("whenever");
    let unfit = lead.service(Some(&change)).await;
    assert_eq!(unfit.status, 400);
    assert!(
        unfit.body.contains("rules.hours: can't be read"),
        "{}",
        unfit.body
    );

    // What is not of the desk's to set is as it was, and the trail has both who did it and who tried.
    let url = format!(
        "{}/api/v1/sites/{}/articles?q=retours",
        site.edge.url, site.key
    );
    let articles = Request::new("GET", url).send().await;
    assert!(articles.body.contains("Trente jours."), "{}", articles.body);
    let url = format!("{}/desk/api/audit", site.edge.url);
    let trail = Request::new("GET", url).header("cookie", &lead.cookie);
    let trail = trail.send().await.json();
    let saved = trail["trail"].as_array().expect("a trail").iter();
    let saved = saved.filter(|entry| entry["action"] == "service_saved");
    assert_eq!(saved.count(), 2);
}

#[tokio::test]
async fn sl6_agents_set_nothing() {
    let (_, agent) = crate::shop_with_agent().await;
    assert_eq!(agent.service(None).await.status, 403);
    let change = json!({ "rules": ServiceRules::default(), "version": 0 });
    let refused = agent.service(Some(&change)).await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn sl5_leads_hear_once_of_a_clock_that_is_over_though_nothing_happens() {
    let mut server = Server::start("clocks").expect("an edge that was built starts");
    let site = punctual("Atelier en retard")
        .provision(&server.edge())
        .await;
    let lead = site.hire("Camille", true).await;
    let newcomer = site.hire("Noé", false).await;
    let mut lead = Agent::sign_in(&site, &lead).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    clocks(&mut lead, &contact, |clocks| clocks.len() == 2).await;

    server.kill().expect("the edge ends");
    server
        .edit_objects("DeskObject", LET_TIME_PASS)
        .expect("time passes");
    server.restart().expect("the edge starts again");
    lead.resume().await.expect("the edge is there");
    let mut newcomer = Agent::sign_in(&site, &newcomer).await;
    let told = lead
        .frame(|frame| match frame {
            AgentEvent::ClockOver { contact: of, clock } if *of == contact => Some(clock.kind),
            _ => None,
        })
        .await;
    assert_eq!(told, ClockKind::FirstAnswer);
    // Whoever takes it sees that it is late, and is not told what leads were.
    newcomer.take(&contact).await.expect("nobody has it");
    newcomer.resume().await.expect("the edge is there");
    assert_eq!(of(&newcomer, &contact).len(), 2);
    let mut heard = newcomer.socket.mailbox();
    assert!(!heard.any(|frame| matches!(frame, AgentEvent::ClockOver { .. })));
}

/// A shop that is open day and night, and has little time.
fn punctual(name: &str) -> Site {
    let mut site = Site::new(name);
    site.rules["hours"] = json!("24/7");
    site.rules["targets"] = json!({
        "first_answer_minutes": 3,
        "next_answer_minutes": 7,
        "solution_minutes": 60,
    });
    site
}

/// What the edge answers of how shoppers are served.
fn told(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

fn length(clock: &Clock) -> i64 {
    clock.due.millis_since(clock.since) / MINUTE
}

/// The clocks of a case in the welcome.
fn of(agent: &Agent, contact: &ContactId) -> Vec<Clock> {
    let clocks = agent.clocks.iter();
    clocks
        .filter(|clock| clock.contact == *contact)
        .map(|clock| clock.clock)
        .collect()
}

/// Waits until the clocks of a case are as wanted.
async fn clocks(
    agent: &mut Agent,
    contact: &ContactId,
    fits: impl Fn(&[Clock]) -> bool,
) -> Vec<Clock> {
    agent
        .frame(|frame| match frame {
            AgentEvent::ClocksChanged {
                contact: of,
                clocks,
            } if of == contact && fits(clocks) => Some(clocks.clone()),
            _ => None,
        })
        .await
}
