//! Pages of somebody else that would like to sit at a desk where somebody is signed in.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::json;
use tests::pages::browser::{Browser, DESKTOP, FRENCH};
use tests::pages::desk::Desk;
use tests::pages::merchant::{self, Premises};
use tests::pages::{stage, until};
use tests::random_hex;
use tests::site::Site;

/// Opens every socket from this page and from a frame without an origin, and asks for a session;
/// keeps what came of it.
const TRY: &str = "
const [sockets, session] = arguments;
window.came = [];
const tryAll = (who, sockets, session, tell) => {
  for (const [name, url, protocols] of sockets) {
    const socket = new WebSocket(url, protocols);
    socket.onopen = () => tell(`${who}: ${name} opened`);
    socket.onerror = () => tell(`${who}: ${name} refused`);
  }
  fetch(session, { method: 'POST', credentials: 'include', body: '{}' })
    .then((answer) => answer.json())
    .then(() => tell(`${who}: session opened`), () => tell(`${who}: session refused`));
};
addEventListener('message', ({ data }) => came.push(data));
tryAll('page', sockets, session, (what) => came.push(what));
const frame = document.createElement('iframe');
frame.sandbox = 'allow-scripts';
const values = ['null', sockets, session].map((value) => JSON.stringify(value));
frame.srcdoc = `<script>(${tryAll})(${values}, (what) => parent.postMessage(what, '*'))</script>`;
document.body.append(frame);";

/// Opens the desk's own socket, from the desk's own page.
const OWN: &str = "
window.came = [];
new WebSocket(arguments[0], ['grelot.v1']).onopen = () => came.push('opened');";

/// TR27: the cookie goes along, since the evil page lies on the same host; the origin doesn't do.
#[tokio::test]
async fn tr27_no_page_of_another_origin_opens_a_socket() {
    stage::play("hijack", async |stage| {
        let edge = stage::edge();
        let site = Site::new("Atelier visé").provision(&edge).await;
        let account = site.hire("Camille Roux", false).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &account).await?;
        let at = |path: &str| format!("{}{path}", edge.url.replacen("http", "ws", 1));
        // Tried where it is allowed, the attempt is sound.
        let own = vec![json!(at("/desk/socket"))];
        browser.driver.execute(OWN, own).await?;
        assert_eq!(came(&browser, 1).await?, BTreeSet::from(["opened".into()]));

        let evil = Premises::find()?.serve(merchant::page("en-GB", ""));
        browser.goto(&evil.url).await?;
        let forged = format!("ticket.{}", random_hex());
        let sockets = json!([
            ["desk", at("/desk/socket"), ["grelot.v1"]],
            ["chat", at("/socket"), ["grelot.v1"]],
            [
                "chat by a forged ticket",
                at("/socket"),
                ["grelot.v1", forged]
            ],
        ]);
        let session = format!("{}/api/v1/sites/{}/sessions", edge.url, site.key);
        let tried = vec![sockets, json!(session)];
        browser.driver.execute(TRY, tried).await?;
        let came = came(&browser, 8).await?;
        assert!(
            came.iter().all(|what| what.ends_with("refused")),
            "{came:?}"
        );
        Ok(())
    })
    .await;
}

/// What came of so many attempts.
async fn came(browser: &Browser, attempts: usize) -> Result<BTreeSet<String>> {
    until("all attempts", async || {
        let came: Vec<String> = browser.script("return came", Vec::new()).await?;
        let came: BTreeSet<_> = came.into_iter().collect();
        Ok((came.len() == attempts).then_some(came))
    })
    .await
}
