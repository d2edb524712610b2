//! The chat in its frame.

use anyhow::{Context, Result};
use thirtyfour::{By, Key};

use super::browser::Browser;
use super::shop::Shop;
use super::{button, literal, until};

const MINE: &str = "
return [...document.querySelectorAll('.mine')]
  .map((line) => [line.querySelector('.bubble'), line.nextElementSibling])
  .map(([bubble, next]) => [bubble?.innerText ?? '', next?.matches('.state') ? next.innerText : ''])";

const HIDDEN_BELOW: &str = "
const log = document.getElementById('log');
return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)";

/// The most that may be hidden below the log's end, in pixels, for it to be in sight.
const END_IN_SIGHT: i64 = 80;

/// A message of the shopper, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// What it says.
    pub text: String,
    /// How far it came; empty where nothing is said of it.
    pub state: String,
}

/// The chat.
#[derive(Clone)]
pub struct Panel {
    shop: Shop,
}

impl Panel {
    /// The chat on a page.
    pub fn new(shop: Shop) -> Self {
        Self { shop }
    }

    /// Goes into the frame; what the browser does then happens there.
    pub async fn enter(&self) -> Result<&Browser> {
        let frame = self.shop.in_shadow("iframe").await?;
        frame.enter_frame().await?;
        Ok(&self.shop.browser)
    }

    /// Waits until the shopper can write.
    pub async fn is_ready(&self) -> Result<()> {
        until("the panel", async || {
            let browser = self.enter().await?;
            let field = browser.driver.find(By::Css("textarea")).await?;
            Ok(field.is_displayed().await?.then_some(()))
        })
        .await
    }

    /// Waits until something can be read.
    pub async fn sees(&self, words: &str) -> Result<()> {
        until(&format!("“{words}” in the panel"), async || {
            let read = self.enter().await?.words().await?;
            Ok(read.contains(words).then_some(()))
        })
        .await
    }

    /// Waits until the end of what was said is in sight.
    pub async fn shows_its_end(&self) -> Result<()> {
        until("the end of the log", async || {
            let hidden: i64 = self.enter().await?.script(HIDDEN_BELOW, Vec::new()).await?;
            Ok((hidden < END_IN_SIGHT).then_some(()))
        })
        .await
    }

    /// All that can be read.
    pub async fn words(&self) -> Result<String> {
        self.enter().await?.words().await
    }

    /// Writes a message and sends it by the key.
    pub async fn say(&self, text: &str) -> Result<()> {
        let field = self.enter().await?.find(By::Css("textarea")).await?;
        field.send_keys(text).await?;
        field.send_keys(Key::Enter).await?;
        Ok(())
    }

    /// Writes a message and leaves it.
    pub async fn begin_to_say(&self, text: &str) -> Result<()> {
        let field = self.enter().await?.find(By::Css("textarea")).await?;
        Ok(field.send_keys(text).await?)
    }

    /// What was written and not sent.
    pub async fn draft(&self) -> Result<String> {
        let field = self.enter().await?.find(By::Css("textarea")).await?;
        field.value().await?.context("a text field has a value")
    }

    /// Presses a button by its words.
    pub async fn press(&self, words: &str) -> Result<()> {
        self.enter().await?.press(button(words)).await
    }

    /// Presses the first button whose words begin with some.
    pub async fn press_what_begins(&self, words: &str) -> Result<()> {
        let words = literal(words);
        let path = format!("//button[starts-with(normalize-space(), {words})]");
        self.enter().await?.press(By::XPath(path)).await
    }

    /// Fills in the form that asks for an order.
    pub async fn look_up(&self, form: &OrderForm, number: &str, proof: &str) -> Result<()> {
        let browser = self.enter().await?;
        browser.fill(form.number, number).await?;
        browser.fill(form.proof, proof).await?;
        browser.press(button(form.submit)).await
    }

    /// Waits for an order's card, and reads it.
    pub async fn card(&self) -> Result<String> {
        self.read(".said .card.order").await
    }

    /// Waits for the latest piece of news, and reads it.
    pub async fn news(&self) -> Result<String> {
        self.read(".notice").await
    }

    /// What is said at the top of who holds the conversation.
    pub async fn holder(&self) -> Result<String> {
        self.read("header [role=status]").await
    }

    /// The shopper's own messages, oldest first.
    pub async fn mine(&self) -> Result<Vec<Mine>> {
        let shown: Vec<(String, String)> = self.enter().await?.script(MINE, Vec::new()).await?;
        let mine = shown.into_iter().map(|(text, state)| Mine { text, state });
        Ok(mine.collect())
    }

    /// Waits until a message of the shopper has come so far.
    pub async fn has_mine(&self, text: &str, state: &str) -> Result<()> {
        until(&format!("“{text}” as “{state}”"), async || {
            let mine = self.mine().await?;
            let fits = |mine: &&Mine| mine.text == text && mine.state == state;
            Ok(mine.iter().find(fits).map(|_| ()))
        })
        .await
    }

    /// Closes the panel by its own button.
    pub async fn close(&self, label: &str) -> Result<()> {
        let browser = self.enter().await?;
        browser
            .press(By::Css(format!("header button[aria-label=\"{label}\"]")))
            .await
    }

    /// The last of the elements that match, once there is one with words in it.
    async fn read(&self, selector: &'static str) -> Result<String> {
        until(&format!("{selector} in the panel"), async || {
            let browser = self.enter().await?;
            let found = browser.driver.find_all(By::Css(selector)).await?;
            let Some(last) = found.last() else {
                return Ok(None);
            };
            let words = last.text().await?;
            Ok(Some(words).filter(|words| !words.is_empty()))
        })
        .await
    }
}

/// The words of the form that asks for an order.
pub struct OrderForm {
    /// The label of the number.
    pub number: &'static str,
    /// The label of the e-mail or postcode.
    pub proof: &'static str,
    /// The button.
    pub submit: &'static str,
}

/// The form in French.
pub const FORM_FR: OrderForm = OrderForm {
    number: "Numéro de commande",
    proof: "E-mail ou code postal",
    submit: "Retrouver",
};

/// The form in English.
pub const FORM_EN: OrderForm = OrderForm {
    number: "Order number",
    proof: "E-mail or postcode",
    submit: "Find",
};
