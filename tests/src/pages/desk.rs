//! The agents' console.

use std::time::Duration;

use anyhow::Result;
use thirtyfour::{By, Key};

use super::browser::Browser;
use super::{button, literal, until};
use crate::hooks::TestOrder;
use crate::site::{Account, Site};

/// How long the palette is given before the same is typed again.
const ANSWERS_WITHIN: Duration = Duration::from_secs(1);

/// The desk in a browser of its own, in French.
#[derive(Clone)]
pub struct Desk {
    /// Its browser.
    pub browser: Browser,
}

impl Desk {
    /// Goes to the desk and waits for the form.
    pub async fn visit(browser: &Browser, site: &Site) -> Result<Self> {
        browser.goto(&format!("{}/desk", site.edge.url)).await?;
        browser.sees("Connexion au bureau").await?;
        Ok(Self {
            browser: browser.clone(),
        })
    }

    /// Fills in the form, and waits for the list of cases.
    pub async fn sign_in(&self, site: &Site, account: &Account) -> Result<()> {
        self.browser.fill("Clé de la boutique", &site.key).await?;
        self.browser.fill("Adresse e-mail", &account.email).await?;
        self.browser.fill("Mot de passe", &account.password).await?;
        self.browser.press(button("Se connecter")).await?;
        self.browser.find(By::Css("[role=tablist]")).await.map(drop)
    }

    /// Waits until the desk says that it has lost the edge, or no longer says so.
    pub async fn is_linked(&self, linked: bool) -> Result<()> {
        until(&format!("linked: {linked}"), async || {
            let lost = By::Css(".link-banner.shown");
            let is_lost = !self.browser.driver.find_all(lost).await?.is_empty();
            Ok((is_lost != linked).then_some(()))
        })
        .await
    }

    /// Goes to a part of the list.
    pub async fn tab(&self, name: &str) -> Result<()> {
        let name = literal(name);
        let tab = format!("//*[@role='tab'][contains(normalize-space(), {name})]");
        self.browser.press(By::XPath(tab)).await
    }

    /// Waits for a case in the list by something that its line says.
    pub async fn lists(&self, words: &str) -> Result<()> {
        self.browser.find(case(words)).await.map(drop)
    }

    /// Opens a case by something that its line says.
    pub async fn open(&self, words: &str) -> Result<()> {
        self.browser.press(case(words)).await?;
        self.browser.find(By::Css("[role=log]")).await.map(drop)
    }

    /// Presses a button by its words.
    pub async fn press(&self, words: &str) -> Result<()> {
        self.browser.press(button(words)).await
    }

    /// Waits until payloads were not understood, and goes to them.
    pub async fn quarantine(&self) -> Result<()> {
        self.browser.press(By::Css("button.warn")).await?;
        self.browser.sees("Envois non compris").await
    }

    /// Is to be given cases from now on.
    pub async fn available(&self) -> Result<()> {
        self.browser.press(By::Css("#ready")).await?;
        self.browser.sees("On vous confie des demandes").await
    }

    /// Opens the menu of the case, and chooses something by its words.
    pub async fn choose(&self, words: &str) -> Result<()> {
        self.browser.press(By::Css("#case-menu > summary")).await?;
        let words = literal(words);
        let item = format!("//*[@id='case-menu']//button[contains(., {words})]");
        self.browser.press(By::XPath(item)).await
    }

    /// Follows a line of the case in brief, and waits until the line of the conversation that says
    /// so has the focus.
    pub async fn follow(&self, words: &str) -> Result<()> {
        let line = format!("//aside//button[contains(., {})]", literal(words));
        self.browser.press(By::XPath(line)).await?;
        until("the line that was followed", async || {
            let active = self.browser.driver.active_element().await?;
            let is_line = active.tag_name().await? == "li";
            Ok((is_line && active.text().await?.contains(words)).then_some(()))
        })
        .await
    }

    /// Promises something with what is being written, by the day that is proposed.
    pub async fn promise(&self, kind: &str) -> Result<()> {
        self.browser.press(By::Css("#promise")).await?;
        let kind = literal(kind);
        let option = format!("//*[@id='promise-kind']/option[.={kind}]");
        self.browser.press(By::XPath(option)).await
    }

    /// Goes to the parcels at risk.
    pub async fn parcels(&self) -> Result<()> {
        let view = "//nav//button[contains(., 'Colis à risque')]";
        self.browser.press(By::XPath(view)).await?;
        self.browser.find(By::Css(".parcels h2")).await.map(drop)
    }

    /// Shows the parcels that run one risk.
    pub async fn show_risk(&self, name: &str) -> Result<()> {
        let name = literal(name);
        let chip = format!("//*[@role='group']//button[contains(., {name})]");
        self.browser.press(By::XPath(chip)).await
    }

    /// What stands of an order in the list of parcels at risk; `None` where it isn't in it.
    pub async fn risks_of(&self, order: &TestOrder) -> Result<Option<String>> {
        let number = literal(&order.number);
        let lines = format!("//table//tr[th//strong[.={number}]]");
        let mut words = Vec::new();
        for line in self.browser.driver.find_all(By::XPath(lines)).await? {
            words.push(line.text().await?);
        }
        Ok((!words.is_empty()).then(|| words.join("\n")))
    }

    /// Answers the shopper of the open case.
    pub async fn reply(&self, text: &str) -> Result<()> {
        let field = self.browser.find(By::Css("textarea")).await?;
        until("a field to reply in", async || {
            Ok(field.is_enabled().await?.then_some(()))
        })
        .await?;
        field.send_keys(text).await?;
        Ok(field.send_keys(Key::Enter).await?)
    }

    /// Opens the templates from the empty field, and looks for one.
    pub async fn look_for_template(&self, wanted: &str) -> Result<()> {
        let field = self.browser.find(By::Css("#writing")).await?;
        field.send_keys("/").await?;
        let search = self.browser.find(By::Css("#template-search")).await?;
        search.send_keys(wanted).await?;
        self.browser.find(By::Css(".picker-line")).await.map(drop)
    }

    /// Puts the template that was found first into the field.
    pub async fn insert_template(&self) -> Result<()> {
        let search = self.browser.find(By::Css("#template-search")).await?;
        search.send_keys(Key::Enter).await?;
        until("a text in the field", async || {
            Ok((!self.written().await?.is_empty()).then_some(()))
        })
        .await
    }

    /// Opens the palette from wherever the focus is, types, and waits until something is found: what
    /// was said a moment ago is found a few seconds later, so it is typed again as a person would.
    pub async fn search_for(&self, typed: &str, found: &str) -> Result<()> {
        // Pressed by themselves, keys would each be let go before the next.
        let focused = self.browser.driver.active_element().await?;
        focused.send_keys(Key::Control + "k").await?;
        let field = self.browser.find(By::Css("#palette-search")).await?;
        until(&format!("“{found}” for “{typed}”"), async || {
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(typed).await?;
            tokio::time::sleep(ANSWERS_WITHIN).await;
            let list = self.browser.driver.find(By::Css("#palette-list")).await?;
            Ok(list.text().await?.contains(found).then_some(()))
        })
        .await
    }

    /// What stands in the field.
    pub async fn written(&self) -> Result<String> {
        let field = self.browser.find(By::Css("#writing")).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Waits until something stands in the conversation.
    pub async fn reads(&self, words: &str) -> Result<()> {
        self.has("[role=log]", words).await
    }

    /// Waits until something stands in the dossier.
    pub async fn knows(&self, words: &str) -> Result<()> {
        self.has("aside", words).await
    }

    /// Waits until something stands in the header of the open case.
    pub async fn heads(&self, words: &str) -> Result<()> {
        self.has("main header", words).await
    }

    async fn has(&self, part: &str, words: &str) -> Result<()> {
        until(&format!("“{words}” in {part}"), async || {
            let part = self.browser.driver.find(By::Css(part)).await?;
            Ok(part.text().await?.contains(words).then_some(()))
        })
        .await
    }
}

fn case(words: &str) -> By {
    let words = literal(words);
    By::XPath(format!("//nav//li//button[contains(., {words})]"))
}
