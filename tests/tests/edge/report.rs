//! The lead's report, from facts that contacts tell the directory.

use shared::language::Language;
use shared::notice::NoticeKind;
use shared::protocol::promise::PromiseKind;
use shared::protocol::report::{Line, Report};
use shared::protocol::staff::Role;
use shared::protocol::widget::ChoiceId;
use shared::routing::{Level, Profile};
use tests::agent::Agent;
use tests::choosing::offers;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder, day_in};
use tests::http::{Answer, Request};
use tests::server::Server;
use tests::shopper::{Shopper, message};
use tests::site::Site;
use tests::until;

use crate::promises::pledge;
use crate::{buyer, shop, visitor_of};

/// Ten days pass since the facts.
const LET_TEN_DAYS_PASS: &str = "
    UPDATE report_facts SET at = at - 864000000, fact = json_set(fact,
      '$.opened_at', json_extract(fact, '$.opened_at') - 864000000,
      '$.heard_at', json_extract(fact, '$.heard_at') - 864000000,
      '$.settled.at', json_extract(fact, '$.settled.at') - 864000000)
      WHERE json_extract(fact, '$.kind') = 'concern';
    UPDATE report_facts SET at = at - 864000000, fact = json_set(fact,
      '$.at', json_extract(fact, '$.at') - 864000000)
      WHERE json_extract(fact, '$.kind') = 'told'";

#[tokio::test]
async fn rp5_a_lead_reads_what_came_of_a_concern() {
    let site = shop().await;
    let account = site.hire("Camille Roux", true).await;
    let mut lead = Agent::sign_in(&site, &account).await;
    let profile = Profile {
        level: Level::Expert,
        ..Profile::default()
    };
    let set = lead.set_profile(&lead.id().await, &profile).await;
    assert_eq!(set.status, 204, "{}", set.body);
    let order = TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let scans = [(IN_TRANSIT, 60), (DELIVERED, 5)];
    site.easypost(&order.tracker(0, &scans)).await;
    shopper.notice(NoticeKind::Delivered).await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    lead.case(|case| case.contact == contact).await;
    let callback = pledge(PromiseKind::Callback, 1);
    lead.promise(&contact, "Je vous rappelle.", callback)
        .await
        .expect("nobody has it");
    lead.reply(&contact, "C’est fait.").await.expect("theirs");
    lead.resolve(&contact).await.expect("theirs");
    for (offered, taken) in [
        (ChoiceId::NotSettled, ChoiceId::Settled),
        (ChoiceId::RateGood, ChoiceId::RateGood),
    ] {
        let asks = shopper.event(|event| message(event).is_some_and(|said| offers(said, offered)));
        asks.await;
        shopper.choose(taken).await;
    }
    let asks = |event: &_| message(event).is_some_and(|said| offers(said, ChoiceId::Say));
    shopper.event(asks).await;
    shopper.say("9").await;

    let days = format!("from={}&to={}", day_in(-1), day_in(2));
    until("the score is counted", async || {
        report(&site, &lead, &days).await.total.promoters == 1
    })
    .await;
    let report = report(&site, &lead, &days).await;
    let total = &report.total;
    assert_eq!((total.contacts, total.by_bot, total.good), (1, 0, 1));
    assert_eq!((total.answered, total.kept, total.broken), (1, 1, 0));
    assert_eq!(total.matters, 0, "the shopper may yet come back");
    let one = |lines: &[Line], key: &str| {
        let [line] = lines else {
            panic!("one line: {lines:?}");
        };
        assert_eq!(line.key, key);
        assert_eq!((line.figures.contacts, line.figures.good), (1, 1));
    };
    one(&report.levels, "expert");
    one(&report.carriers, "Colissimo");
    assert_eq!(report.reasons[0].key, "requested");

    let sheet = ask(&site, &lead, ".csv", &days).await;
    assert_eq!(sheet.status, 200);
    let of_type = (
        "content-type".to_owned(),
        "text/csv; charset=utf-8".to_owned(),
    );
    assert!(sheet.headers.contains(&of_type), "{:?}", sheet.headers);
    assert!(
        sheet.body.contains("\r\nTransporteur;Colissimo;1;"),
        "{}",
        sheet.body
    );
    let english = ask(&site, &lead, ".csv", &format!("{days}&language=en")).await;
    assert!(
        english.body.contains("\r\nCarrier,Colissimo,1,"),
        "{}",
        english.body
    );
}

#[tokio::test]
async fn rp5_the_report_is_the_leads_and_of_one_site() {
    let site = shop().await;
    let shopper = &mut Shopper::new(&site).await;
    shopper.say("Où est mon colis ?").await;
    let lead = site.hire("Inès", true).await;
    let lead = Agent::sign_in(&site, &lead).await;
    until("the concern is counted", async || {
        report(&site, &lead, "").await.total.contacts == 1
    })
    .await;
    let agent = site.hire_as("Noé", Role::Agent).await;
    let agent = Agent::sign_in(&site, &agent).await;
    for kind in ["", ".csv"] {
        assert_eq!(ask(&site, &agent, kind, "").await.status, 403, "{kind}");
    }
    let elsewhere = shop().await;
    let foreign = elsewhere.hire("Ana", true).await;
    let foreign = Agent::sign_in(&elsewhere, &foreign).await;
    assert_eq!(report(&elsewhere, &foreign, "").await.total.contacts, 0);
    for days in [
        "from=hier",
        "from=2026-13-01",
        "from=2026-12-02&to=2026-12-01",
        "from=2026-01-01&to=2026-04-03",
        "to=0000-01-01",
    ] {
        assert_eq!(ask(&site, &lead, "", days).await.status, 400, "{days}");
    }
    let days = "from=2026-01-01&to=2026-04-02";
    assert_eq!(ask(&site, &lead, "", days).await.status, 200);
}

#[tokio::test]
async fn rp2_and_rp3_once_their_days_are_over_nobody_has_come_back() {
    let mut server = Server::start("report").expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let lead = site.hire("Camille", true).await;
    let lead = Agent::sign_in(&site, &lead).await;
    let order = TestOrder::new();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let mut told = buyer(&site, &order, Language::French).await;
    let scans = [(IN_TRANSIT, 60), (DELIVERED, 5)];
    site.easypost(&order.tracker(0, &scans)).await;
    told.notice(NoticeKind::Delivered).await;
    let mut asking = Shopper::new(&site).await;
    asking.say("Où est mon colis ?").await;
    until("both are noted", async || {
        let stored = server.stored().expect("the databases are there");
        let mut rows = stored.lines().filter(|row| row.contains(" report_facts "));
        let has = |row: &str, of: &Shopper| row.contains(of.contact.as_str());
        let (mut heard, mut asked) = (false, false);
        rows.by_ref().for_each(|row| {
            heard |= has(row, &told) && row.contains("delivered");
            asked |= has(row, &asking);
        });
        heard && asked
    })
    .await;
    let before = report(&site, &lead, "").await;
    assert_eq!((before.total.contacts, before.total.matters), (1, 0));
    assert_eq!(before.total.told, 0, "three days are not over");

    server.kill().expect("the edge ends");
    server
        .edit_directory(LET_TEN_DAYS_PASS)
        .expect("time passes");
    server.restart().expect("the edge starts again");
    let days = format!("from={}", day_in(-30));
    let after = report(&site, &lead, &days).await;
    let total = &after.total;
    assert_eq!((total.contacts, total.by_bot), (1, 1));
    assert_eq!((total.matters, total.first_contact), (1, 1));
    assert!(total.told > 0 && total.quiet == total.told, "{total:?}");
    let delivered = after.notices.iter().find(|line| line.key == "delivered");
    assert_eq!(delivered.map(|line| (line.told, line.quiet)), Some((1, 1)));
}

async fn report(site: &Site, agent: &Agent, days: &str) -> Report {
    let answer = ask(site, agent, "", days).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_value(answer.json()).expect("a report")
}

/// Asks for the report, or for the table where `kind` is `.csv`.
async fn ask(site: &Site, agent: &Agent, kind: &str, days: &str) -> Answer {
    let url = format!("{}/desk/api/report{kind}?{days}", site.edge.url);
    Request::new("GET", url)
        .header("cookie", &agent.cookie)
        .send()
        .await
}
