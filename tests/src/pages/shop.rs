//! A merchant's page with Grelot's tag on it: the launcher, its badge and teaser, and what the
//! page is told.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use super::browser::Browser;
use super::panel::Panel;
use super::{shadow, until};

/// Keeps every event that the page is told, both ways that a page may listen.
const LISTEN: &str = "
window.heard = [];
for (const name of ['ready', 'error', 'opened', 'closed', 'unread', 'message', 'delivery-update',
  'handoff', 'resolved', 'identity-expiring']) {
  document.addEventListener('grelot:' + name, ({ detail }) => heard.push([name, detail]));
}
window.counts = [];
window.Grelot('on', 'unread', ({ count }) => counts.push(count));";

const TOP_LAYER: &str = "
const [x, y] = arguments;
return document.elementFromPoint(x, y)?.localName ?? null;";

/// A page with the tag.
#[derive(Clone)]
pub struct Shop {
    /// Its browser.
    pub browser: Browser,
}

impl Shop {
    /// Goes to a page, waits for the launcher and begins to listen.
    pub async fn visit(browser: &Browser, url: &str) -> Result<Self> {
        browser.goto(url).await?;
        let shop = Self {
            browser: browser.clone(),
        };
        shop.launcher().await?;
        shop.listen().await?;
        Ok(shop)
    }

    /// Reloads the page, waits for the launcher and begins to listen anew.
    pub async fn reload(&self) -> Result<()> {
        self.step_out().await?;
        self.browser.driver.refresh().await?;
        self.launcher().await?;
        self.listen().await
    }

    /// Signs in as the demo shop's customer.
    pub async fn sign_in(&self) -> Result<()> {
        self.step_out().await?;
        self.browser
            .press(super::button("Se connecter comme Camille"))
            .await?;
        self.browser.sees("Bonjour Camille").await
    }

    /// Has the page tell who the shopper is.
    pub async fn log_in(&self, who: Value) -> Result<()> {
        self.step_out().await?;
        let script = "Grelot('loginUser', arguments[0])";
        self.browser.driver.execute(script, vec![who]).await?;
        Ok(())
    }

    /// Has the page say that the shopper has signed out.
    pub async fn log_out(&self) -> Result<()> {
        self.step_out().await?;
        let script = "Grelot('logoutUser')";
        self.browser.driver.execute(script, Vec::new()).await?;
        Ok(())
    }

    /// The launcher.
    pub async fn launcher(&self) -> Result<WebElement> {
        self.in_shadow("button[aria-expanded]").await
    }

    /// How the launcher is called by a screen reader.
    pub async fn launcher_name(&self) -> Result<String> {
        let name = self.launcher().await?.attr("aria-label").await?;
        name.context("the launcher has a name")
    }

    /// Presses the launcher where it is drawn, by the mouse.
    pub async fn press_launcher(&self) -> Result<()> {
        let launcher = self.launcher().await?;
        let (x, y) = launcher.rect().await?.icenter();
        let on_top: Option<String> = self
            .browser
            .script(TOP_LAYER, vec![json!(x), json!(y)])
            .await?;
        ensure!(
            on_top.as_deref() == Some("grelot-chat"),
            "{on_top:?} lies over the launcher"
        );
        let chain = self.browser.driver.action_chain().move_to(x, y).click();
        Ok(chain.perform().await?)
    }

    /// Opens the panel by the launcher, and waits until it can be written to.
    pub async fn open(&self) -> Result<Panel> {
        self.press_launcher().await?;
        let panel = self.panel();
        panel.is_ready().await?;
        Ok(panel)
    }

    /// Waits until the panel is closed: what comes from now on is news.
    pub async fn is_closed(&self) -> Result<()> {
        until("a closed panel", async || {
            let expanded = self.launcher().await?.attr("aria-expanded").await?;
            Ok((expanded.as_deref() == Some("false")).then_some(()))
        })
        .await
    }

    /// The panel, open or not.
    pub fn panel(&self) -> Panel {
        Panel::new(self.clone())
    }

    /// Waits for the badge to show a number.
    pub async fn has_badge(&self, number: &str) -> Result<()> {
        until(&format!("a badge with {number}"), async || {
            let badge = self.in_shadow(".launcher .badge").await?;
            let shown = badge.is_displayed().await? && badge.text().await? == number;
            Ok(shown.then_some(()))
        })
        .await
    }

    /// Whether a badge is shown.
    pub async fn is_badged(&self) -> Result<bool> {
        let badge = self.in_shadow(".launcher .badge").await?;
        Ok(badge.is_displayed().await?)
    }

    /// Waits for the card beside the launcher, and reads it in the frame, where it is drawn.
    pub async fn teaser(&self) -> Result<String> {
        until("a teaser", async || {
            let frame = self.in_shadow("iframe").await?;
            if !frame.is_displayed().await? {
                return Ok(None);
            }
            frame.enter_frame().await?;
            let teaser = self.browser.driver.find(By::Css(".teaser")).await?;
            let words = teaser.text().await?;
            let is_shown = teaser.is_displayed().await? && !words.is_empty();
            self.step_out().await?;
            Ok(is_shown.then_some(words))
        })
        .await
    }

    /// Waits for something in the launcher's shadow root.
    pub async fn in_shadow(&self, selector: &str) -> Result<WebElement> {
        until(selector, async || {
            self.step_out().await?;
            let session = &self.browser.driver;
            let host = session.find(By::Css("grelot-chat")).await?;
            let found = shadow::find_all(session, &host, selector).await?;
            Ok(found.into_iter().next())
        })
        .await
    }

    /// How many elements of the launcher's shadow root match.
    pub async fn count_in_shadow(&self, selector: &str) -> Result<usize> {
        self.step_out().await?;
        let session = &self.browser.driver;
        let mut count = 0;
        for host in session.find_all(By::Css("grelot-chat")).await? {
            count += shadow::find_all(session, &host, selector).await?.len();
        }
        Ok(count)
    }

    /// Waits until the page is told an event, and reads its latest detail.
    pub async fn is_told(&self, event: &str) -> Result<Value> {
        until(&format!("the event {event}"), async || {
            self.step_out().await?;
            let script = "return heard.findLast(([name]) => name === arguments[0]) ?? null";
            let heard: Option<(String, Value)> =
                self.browser.script(script, vec![json!(event)]).await?;
            Ok(heard.map(|(_, detail)| detail))
        })
        .await
    }

    /// The numbers of unread messages that a listener of the API was told, in order.
    pub async fn unread_counts(&self) -> Result<Vec<u32>> {
        self.step_out().await?;
        self.browser.script("return counts", Vec::new()).await
    }

    /// Leaves the panel's frame for the page.
    pub async fn step_out(&self) -> Result<()> {
        Ok(self.browser.driver.enter_default_frame().await?)
    }

    async fn listen(&self) -> Result<()> {
        self.step_out().await?;
        self.browser.driver.execute(LISTEN, Vec::new()).await?;
        Ok(())
    }
}
