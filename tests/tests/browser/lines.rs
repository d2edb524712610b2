//! A conversation that is longer than what is loaded at first.

use anyhow::Result;
use serde_json::json;
use tests::identity::Identity;
use tests::pages::browser::{DESKTOP, ENGLISH};
use tests::pages::panel::Panel;
use tests::pages::scene::one_page;
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper};

/// More than the edge gives at first, by a few presses of "earlier".
const MESSAGES: usize = 190;

/// High enough never to bind.
const FRAMES_PER_SECOND: u32 = 1_000_000;

/// Marks the elements that are in the log now.
const MARK: &str =
    "for (const line of document.querySelectorAll('#lines .mine')) line.known = true";

/// What the log's messages say up to their first colon, and whether each is marked.
const LINES: &str = "
return [...document.querySelectorAll('#lines .mine')]
  .map((line) => [line.querySelector('.bubble').textContent.split(':')[0], line.known ?? false])";

/// PG25: earlier messages come before what is there, each once and in order, and what is there
/// stays the very same elements, which nothing reads out a second time.
#[tokio::test]
async fn pg25_what_is_there_stays_whatever_comes() {
    stage::play("lines", async |stage| lines_stay(&stage).await).await;
}

async fn lines_stay(stage: &Stage) -> Result<()> {
    let server = Server::start_with("browser-lines", FRAMES_PER_SECOND)?;
    let (site, merchant) = one_page(&server.edge(), "en-GB").await?;
    let token = Identity::new(&site, "jeanne@mail.example").token();
    let credentials = Credentials {
        identity: Some(token.clone()),
        ..Credentials::default()
    };
    let mut shopper = Shopper::with(&site, credentials).await;
    // Nobody answers what is said to a human who isn't there.
    shopper.ask_for_human().await;
    shopper.talk(MESSAGES).await;

    let browser = stage.browser(DESKTOP, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    shop.log_in(json!({ "token": token })).await?;
    let panel = shop.open().await?;
    panel.shows_its_end().await?;
    let first = lines(&panel).await?;
    assert!(first.len() < MESSAGES, "not all is loaded at first");
    mark(&panel).await?;
    let mut loaded = first.len();
    // Asking for a human was the first of all.
    while loaded < 1 + MESSAGES {
        loaded = loads_earlier(&panel, loaded).await?;
    }
    assert_eq!(known(&lines(&panel).await?), first.len());
    mark(&panel).await?;
    panel.say("And now?").await?;
    panel.has_mine("And now?", "Sent").await?;

    let all = lines(&panel).await?;
    assert_eq!(known(&all), 1 + MESSAGES);
    let said = (1..=MESSAGES).map(|number| number.to_string());
    let expected: Vec<String> = said.chain(["And now?".to_owned()]).collect();
    let words: Vec<String> = all.into_iter().map(|(words, _)| words).collect();
    assert_eq!(words[1..], expected);
    browser.picture("whole").await
}

/// Asks for earlier messages, and waits until there are more than so many.
async fn loads_earlier(panel: &Panel, before: usize) -> Result<usize> {
    panel.press("See earlier messages").await?;
    until("earlier messages", async || {
        let loaded = lines(panel).await?.len();
        Ok((loaded > before).then_some(loaded))
    })
    .await
}

async fn mark(panel: &Panel) -> Result<()> {
    panel.enter().await?.script(MARK, Vec::new()).await
}

fn known(lines: &[(String, bool)]) -> usize {
    lines.iter().filter(|(_, known)| *known).count()
}

async fn lines(panel: &Panel) -> Result<Vec<(String, bool)>> {
    panel.enter().await?.script(LINES, Vec::new()).await
}
