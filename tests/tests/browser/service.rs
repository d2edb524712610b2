//! A lead sets when the team answers, and within which time.

use anyhow::Result;
use serde_json::Value;
use shared::protocol::staff::Role;
use tests::agent::Agent;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE};
use tests::pages::desk::Desk;
use tests::pages::{button, field, stage, until};
use tests::site::Site;
use thirtyfour::{By, Key};

use crate::access::desk_in_both_lights;

/// SL6 at the desk: hours are typed as people type them, kept at once, and taken back; what can't be
/// read is said beside its field.
#[tokio::test]
async fn sl6_a_lead_sets_hours_and_takes_them_back() {
    stage::play("service", async |stage| {
        let site = Site::new("Atelier des Rennes")
            .provision(&stage::edge())
            .await;
        let account = site.hire_as("Noé Marchand", Role::Lead).await;
        let lead = Agent::sign_in(&site, &account).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &account).await?;
        browser.press(By::Css("#view-staff")).await?;
        browser.press(By::Css("#staff-service")).await?;
        browser.sees("L’équipe répond jour et nuit").await?;
        browser.press(button("Fixer des horaires")).await?;
        browser.sees("Fermé les jours fériés").await?;
        browser.sees("Enregistré.").await?;

        retype(&browser, "Mercredi", "18-9").await?;
        browser.sees("Écrivez des heures dans l’ordre").await?;
        desk_in_both_lights(&browser, "unread").await?;
        retype(&browser, "Mercredi", "9h-12h30, 14h-19h").await?;
        retype(&browser, "Première réponse", "15").await?;
        retype(&browser, "Minutes d’attente", "20").await?;
        browser.sees("Enregistré.").await?;
        until("the day's hours and the time at the edge", async || {
            let rules = kept(&lead).await;
            let hours = rules["hours"].as_str().unwrap_or_default();
            let is_kept = hours.contains("We 09:00-12:30,14:00-19:00")
                && rules["targets"]["first_answer_minutes"] == 15
                && rules["targets"]["call_back_minutes"] == 20;
            Ok(is_kept.then_some(()))
        })
        .await?;

        for _ in 0..3 {
            browser
                .press(button("Annuler le dernier changement"))
                .await?;
        }
        until("the hours as they were", async || {
            let rules = kept(&lead).await;
            let as_begun = rules["hours"] == "Mo-Fr 09:00-18:00; PH off"
                && rules["targets"]["first_answer_minutes"] == 10
                && rules["targets"]["call_back_minutes"] == 15;
            Ok(as_begun.then_some(()))
        })
        .await?;
        let shown = browser.find(field("Première réponse")).await?;
        assert_eq!(shown.value().await?.as_deref(), Some("10"));
        shows_the_week(&browser).await?;
        desk_in_both_lights(&browser, "hours").await?;

        let phone = stage.browser(PHONE, FRENCH).await?;
        let desk = Desk::visit(&phone, &site).await?;
        desk.sign_in(&site, &account).await?;
        phone.press(By::Css("#view-staff")).await?;
        phone.press(By::Css("#staff-service")).await?;
        shows_the_week(&phone).await?;
        desk_in_both_lights(&phone, "hours").await
    })
    .await;
}

/// Types something in the place of what stands in a field, and goes on to the next: emptying it would
/// be a change of its own.
async fn retype(browser: &Browser, label: &str, text: &str) -> Result<()> {
    let field = browser.find(field(label)).await?;
    field.send_keys(Key::Control + "a").await?;
    field.send_keys(text).await?;
    Ok(field.send_keys(Key::Tab).await?)
}

/// What the edge has.
async fn kept(lead: &Agent) -> Value {
    lead.service(None).await.json()["rules"].clone()
}

/// Scrolls to where the days of the week begin.
async fn shows_the_week(browser: &Browser) -> Result<()> {
    let field = browser.find(By::Css(".weekdays input")).await?;
    Ok(field.scroll_into_view().await?)
}
