//! A desk with ten thousand cases.

use tests::agent::Agent;
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;

/// Each case five thousand times more, later, and held by somebody else where it is held.
const A_CROWD: &str = "
    WITH RECURSIVE others (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM others WHERE number < 5000)
    INSERT INTO cases (contact, state, updated_at, holder, held_since, waits_since, vip, summary)
    SELECT contact || '-' || number, state, updated_at + number,
      iif(holder IS NULL, NULL, 'somebody'), held_since, waits_since + number, vip,
      json_set(
        json_replace(summary, '$.state.assignee.id', 'somebody'),
        '$.contact', contact || '-' || number,
        '$.updated_at', updated_at + number)
    FROM cases, others";

/// The most that is listed: an agent's own case, and two hundred of each of the two states here.
const MOST: usize = 401;

/// HO14: an agent's own case and the one whose turn is next are listed, however many came later.
#[tokio::test]
async fn ho14_an_agents_own_case_is_listed_among_ten_thousand() {
    let mut server = Server::start("crowded").expect("an edge that was built starts");
    let site = Site::new("Atelier bondé").provision(&server.edge()).await;
    let account = site.hire("Noé Marchand", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut contacts = Vec::new();
    for _ in 0..2 {
        let mut shopper = Shopper::new(&site).await;
        shopper.ask_for_human().await;
        contacts.push(shopper.contact.clone());
        agent.case(|case| case.contact == shopper.contact).await;
    }
    let (own, next) = (&contacts[0], &contacts[1]);
    agent.take(own).await.expect("nobody else has it");

    server.kill().expect("it runs");
    server
        .edit_objects("DeskObject", A_CROWD)
        .expect("the desk keeps its cases");
    server.restart().expect("the edge starts again");
    agent.resume().await.expect("the edge is there");
    let listed = &agent.cases;
    for contact in [own, next] {
        assert!(listed.iter().any(|case| &case.contact == contact));
    }
    assert_eq!(listed.len(), MOST);
}
