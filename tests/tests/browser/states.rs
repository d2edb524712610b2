//! The panel where a human speaks, where an order is whole, and where nothing goes out: by axe, and
//! as a screen reader is given it.

use anyhow::Result;
use shared::protocol::desk::AgentCommand;
use tests::agent::Agent;
use tests::hooks::TestOrder;
use tests::pages::browser::{DESKTOP, ENGLISH, PHONE};
use tests::pages::panel::{FORM_EN, Panel};
use tests::pages::scene::{one_page, plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::tree::tree;
use tests::server::Server;
use thirtyfour::By;

use crate::access::in_both_lights;

/// How days and months are called, in full and in short.
const DAYS: [&str; 14] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
    "Sun",
];
const MONTHS: [&str; 24] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
];

/// No word is as long as this.
const LONG: usize = 40;

/// Longer than a message may be.
const TOO_LONG: usize = 4_003;

/// PG13 and PG21: what an agent says, and is about to say.
#[tokio::test]
async fn pg13_pg21_a_human_is_heard() {
    stage::play("human", async |stage| a_human_is_heard(&stage).await).await;
}

/// PG13 and PG21: an order, whole, and its card and its news in the conversation.
#[tokio::test]
async fn pg13_pg21_an_order_is_heard() {
    stage::play("order-heard", async |stage| an_order_is_heard(&stage).await).await;
}

/// PG13 and PG21: what can't go out, and what may not.
#[tokio::test]
async fn pg13_pg21_trouble_is_heard() {
    stage::play("trouble-heard", async |stage| {
        trouble_is_heard(&stage).await
    })
    .await;
}

async fn a_human_is_heard(stage: &Stage) -> Result<()> {
    let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let browser = stage.browser(DESKTOP, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let panel = shop.open().await?;
    panel.press("Talk to a person").await?;
    let contact = agent.case(|_| true).await.contact;
    agent.take(&contact).await.expect("nobody else has it");
    let answer = "Hello, see https://example.com/parcel";
    agent.reply(&contact, answer).await.expect("it is theirs");
    panel.sees(answer).await?;
    agent
        .tell(&AgentCommand::Typing {
            contact: contact.clone(),
        })
        .await;
    panel.sees("is typing").await?;
    insta::assert_snapshot!("human", timeless(&tree(&panel).await?));
    in_both_lights(&panel, "typing").await?;

    shop.press_launcher().await?;
    shop.is_told("closed").await?;
    let more = "It comes today.";
    agent.reply(&contact, more).await.expect("it is theirs");
    shop.has_badge("1").await?;
    let panel = shop.open().await?;
    panel.sees("New messages").await?;
    in_both_lights(&panel, "unread").await?;
    agent.resolve(&contact).await.expect("it is theirs");
    panel.sees("This conversation is closed").await?;
    in_both_lights(&panel, "settled").await
}

async fn an_order_is_heard(stage: &Stage) -> Result<()> {
    let (site, merchant) = one_page(&stage::edge(), "en-GB").await?;
    let order = TestOrder::in_two_parcels();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    let browser = stage.browser(DESKTOP, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let panel = shop.open().await?;
    panel.press("Track my order").await?;
    let (number, proof) = (plain_number(&order), &order.postcode);
    panel.look_up(&FORM_EN, number, proof).await?;
    panel.card().await?;
    ship(&site, &order).await;
    panel.news().await?;
    insta::assert_snapshot!("news", timeless(&tree(&panel).await?));
    lead(&panel, "Your orders").await?;
    panel
        .press_what_begins(&format!("Order no.\u{a0}{}", plain_number(&order)))
        .await?;
    panel.sees("Ask about this order").await?;
    insta::assert_snapshot!("order", timeless(&tree(&panel).await?));
    Ok(())
}

async fn trouble_is_heard(stage: &Stage) -> Result<()> {
    let mut server = Server::start("browser-trouble")?;
    let (_, merchant) = one_page(&server.edge(), "en-GB").await?;
    let browser = stage.browser(PHONE, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let panel = shop.open().await?;
    panel.say("Hello").await?;
    panel.has_mine("Hello", "Sent").await?;
    server.kill()?;
    panel.say("Are you there?").await?;
    panel.sees("Connection lost").await?;
    panel.sees("Not sent.").await?;
    write(&panel, TOO_LONG).await?;
    panel.sees("Too long").await?;
    insta::assert_snapshot!("trouble", timeless(&tree(&panel).await?));
    in_both_lights(&panel, "trouble").await
}

/// Has so many letters in the field: typing them would take a minute.
async fn write(panel: &Panel, letters: usize) -> Result<()> {
    let script = "
const field = document.querySelector('textarea');
field.value = 'a'.repeat(arguments[0]);
field.dispatchEvent(new Event('input', { bubbles: true }));";
    let browser = panel.enter().await?;
    browser.script(script, vec![letters.into()]).await
}

async fn lead(panel: &Panel, label: &str) -> Result<()> {
    let button = By::Css(format!("header button[aria-label=\"{label}\"]"));
    panel.enter().await?.press(button).await
}

/// The tree with what is never the same made the same.
fn timeless(tree: &str) -> String {
    let lines = tree.lines().map(|line| {
        let (role, rest) = line.split_once('“').unwrap_or((line, ""));
        let (name, states) = rest.rsplit_once('”').unwrap_or((rest, ""));
        let name = named_alike(name);
        format!("{role}“{name}”{states}\n")
    });
    lines.collect()
}

/// A name in which every number is 0, every day and every month is called so, and no word is long.
fn named_alike(name: &str) -> String {
    let words = name.split_inclusive(|c: char| !c.is_alphanumeric());
    words
        .map(|word| {
            let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let end = &word[name.len()..];
            let same = match name {
                _ if name.contains(|c: char| c.is_ascii_digit()) => "0",
                _ if DAYS.contains(&name) => "day",
                _ if MONTHS.contains(&name) => "month",
                _ if name.len() > LONG => "…",
                _ => name,
            };
            [same, end].concat()
        })
        .collect()
}
