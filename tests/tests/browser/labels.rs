//! A lead makes labels, an agent sorts several cases at once.

use shared::protocol::staff::Role;
use tests::pages::browser::{DESKTOP, FRENCH};
use tests::pages::desk::Desk;
use tests::pages::{button, stage, until};
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::{By, Key};

use crate::access::desk_in_both_lights;

/// LA1 and LA2 at the desk: the list is kept in the team's view; a label goes on several cases at once,
/// and the list shows them alone.
#[tokio::test]
async fn la2_several_cases_are_labeled_at_once_and_shown_alone() {
    stage::play("labels", async |stage| {
        let site = Site::new("Atelier des Rennes")
            .provision(&stage::edge())
            .await;
        let mut shoppers = Vec::new();
        for word in ["Premier", "Deuxième", "Troisième"] {
            let mut shopper = Shopper::new(&site).await;
            shopper.say(&format!("{word} vase fêlé")).await;
            shopper.ask_for_human().await;
            shopper.say(&format!("{word} message")).await;
            shoppers.push(shopper);
        }
        let account = site.hire_as("Noé Marchand", Role::Lead).await;
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &account).await?;
        for word in ["Premier", "Deuxième", "Troisième"] {
            desk.lists(&format!("{word} message")).await?;
        }

        browser.press(By::Css("#view-staff")).await?;
        browser.press(By::Css("#staff-labels")).await?;
        let field = browser.find(By::Css("#new-label")).await?;
        field.send_keys("Geste commercial").await?;
        field.send_keys(Key::Enter).await?;
        browser.find(By::Css(".label-line .label")).await?;
        desk_in_both_lights(&browser, "labels").await?;
        let name = browser.find(By::Css(".label-line input")).await?;
        name.send_keys(" offert").await?;
        name.send_keys(Key::Tab).await?;
        browser
            .press(button("Annuler le dernier changement"))
            .await?;
        until("the name as it was", async || {
            Ok((name.value().await?.as_deref() == Some("Geste commercial")).then_some(()))
        })
        .await?;

        browser.press(By::Css("#view-cases")).await?;
        browser.press(By::Css("#pick")).await?;
        for word in ["Premier", "Troisième"] {
            let row = format!("//nav//li//button[contains(., '{word} message')]");
            browser.press(By::XPath(row)).await?;
        }
        browser.sees("2 demandes sélectionnées").await?;
        let option = "//*[@id='bulk-act']//option[.='Geste commercial']";
        browser.press(By::XPath(option)).await?;
        desk_in_both_lights(&browser, "picked").await?;
        browser.press(By::Css("#bulk-apply")).await?;
        let both = "//nav//ul[count(li[contains(., 'Geste commercial')]) = 2]";
        browser.find(By::XPath(both)).await?;

        let option = "//*[@id='label-filter']/option[.='Geste commercial']";
        browser.press(By::XPath(option)).await?;
        browser.find(By::XPath("//nav//ul[count(li) = 2]")).await?;
        desk_in_both_lights(&browser, "filtered").await
    })
    .await;
}
