//! A desk with ten thousand cases, on the screen.

use anyhow::Result;
use shared::protocol::widget::ConversationState;
use tests::agent::Agent;
use tests::crowd;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::desk::Desk;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use tests::server::Server;
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::By;

/// HO14: the tabs count what is known and say that there is more; the list shows a hundred lines, and
/// more to who asks.
#[tokio::test]
async fn ho14_ten_thousand_cases_are_counted_honestly_and_shown_by_the_hundred() {
    stage::play("crowded", async |stage| crowded(&stage).await).await;
}

async fn crowded(stage: &Stage) -> Result<()> {
    let mut server = Server::start("browser-crowded")?;
    let site = Site::new("Atelier bondé").provision(&server.edge()).await;
    let account = site.hire("Noé Marchand", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    for words in ["Où est mon colis ?", "Je veux être remboursée"] {
        let mut shopper = Shopper::new(&site).await;
        shopper.say(words).await;
        shopper.ask_for_human().await;
        agent
            .case(|case| {
                case.contact == shopper.contact
                    && matches!(case.state, ConversationState::Queued { .. })
            })
            .await;
        if words.contains("colis") {
            agent.take(&shopper.contact).await.expect("nobody has it");
        }
    }
    crowd::comes_to(&mut server)?;

    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let desk = Desk::visit(&browser, &site).await?;
    desk.sign_in(&site, &account).await?;
    counts(&desk, "#tab-waiting", "1000+").await?;
    counts(&desk, "#tab-mine", "1").await?;
    counts(&desk, "#tab-team", "1000+").await?;
    shows(&desk, 100).await?;
    browser.picture("waiting").await?;
    desk.press("Afficher la suite").await?;
    shows(&desk, 200).await?;
    browser.picture("more").await?;
    let is_longer = "return document.documentElement.scrollHeight > innerHeight";
    let is_longer: bool = browser.script(is_longer, Vec::new()).await?;
    assert!(!is_longer, "the list scrolls, and the page does not");
    desk.tab("Équipe").await?;
    shows(&desk, 100).await
}

async fn counts(desk: &Desk, tab: &str, count: &str) -> Result<()> {
    let count_of = format!("{tab} .count");
    until(&format!("{count} in {tab}"), async || {
        let shown = desk.browser.driver.find(By::Css(&count_of)).await?;
        Ok((shown.text().await? == count).then_some(()))
    })
    .await
}

async fn shows(desk: &Desk, lines: usize) -> Result<()> {
    until(&format!("{lines} lines"), async || {
        let shown = desk.browser.driver.find_all(By::Css(".case-row")).await?;
        Ok((shown.len() == lines).then_some(()))
    })
    .await
}
