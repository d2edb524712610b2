//! A note names a colleague, who hears of it.

use tests::agent::Agent;
use tests::pages::browser::{DESKTOP, FRENCH, PHONE};
use tests::pages::desk::Desk;
use tests::pages::stage;
use tests::shopper::Shopper;
use tests::site::Site;
use thirtyfour::{By, Key};

use crate::access::desk_in_both_lights;

/// NT1 and NT2 at the desk: `@` offers who fits, Tab puts the name in, and whoever is named has the
/// case among their own until they have read it.
#[tokio::test]
async fn nt2_a_note_names_a_colleague_who_hears_of_it() {
    stage::play("mentions", async |stage| {
        let site = Site::new("Atelier des Rennes")
            .provision(&stage::edge())
            .await;
        let mut shopper = Shopper::new(&site).await;
        shopper.ask_for_human().await;
        shopper.say("Le vase bleu est fêlé").await;
        let noe = site.hire("Noé Marchand", false).await;
        let camille = site.hire("Camille Roux", false).await;
        // Whoever has never been at the desk is not offered.
        drop(Agent::sign_in(&site, &noe).await);

        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let desk = Desk::visit(&browser, &site).await?;
        desk.sign_in(&site, &camille).await?;
        desk.open("Le vase bleu est fêlé").await?;
        browser.keys("n").await?;
        let field = browser.find(By::Css("#writing")).await?;
        field.send_keys("Tu connais ce vase, @no").await?;
        browser.find(By::Css(".mention-offers .chip")).await?;
        desk_in_both_lights(&browser, "offered").await?;
        field.send_keys(Key::Tab).await?;
        let written = desk.written().await?;
        assert_eq!(written, "Tu connais ce vase, @Noé ");

        let phone = stage.browser(PHONE, FRENCH).await?;
        let colleague = Desk::visit(&phone, &site).await?;
        colleague.sign_in(&site, &noe).await?;
        field.send_keys("?").await?;
        field.send_keys(Key::Enter).await?;
        desk.reads("Tu connais ce vase, @Noé ?").await?;
        phone.sees("Une note vous nomme").await?;
        desk_in_both_lights(&phone, "named").await?;
        colleague.tab("À moi").await?;
        colleague.open("Le vase bleu est fêlé").await?;
        colleague.reads("Tu connais ce vase, @Noé ?").await?;
        desk_in_both_lights(&phone, "read").await
    })
    .await;
}
